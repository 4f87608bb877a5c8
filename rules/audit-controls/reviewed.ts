import { defineRule, duration, expectAtMost, expectDocument, recordingEphi } from '#rule'

// The law says "regularly" and names no interval. A month is our reading, so it is a parameter.
export const reviewed = defineRule({
  id: 'audit-controls/reviewed',
  title: 'Records of activity in systems with ePHI are reviewed regularly',
  ground: '164.308(a)(1)(ii)(D)',
  related: ['164.312(b)'],
  severity: 'high',
  subjects: recordingEphi,
  parameters: { interval: duration('P1M', 'The longest time between two reviews.') },
  check: (asset, { interval }) => {
    const procedure = expectDocument(asset.infrastructure.fact('governance').at('activityReview'), {
      says: 'there is no procedure by which its records of activity are reviewed',
    })
    if (procedure.is === 'fail') return procedure
    const every = asset.at('audit', 'reviewedEvery')
    return expectAtMost(
      every,
      interval,
      every.value === 'never' ? { says: 'nobody reviews its records of activity' } : { severity: 'medium' },
    )
  },
  says: 'its records of activity are reviewed less often than every {interval}',
  why: `
    A log that nobody reads finds no intruder, and no curious colleague.
    The law asks for procedures to review it regularly, and auditors for the notes of it.`,
  fix: `
    Review the records at least every {interval}, or let a tool do it and alert, and keep a note of each review.
    State the interval in \`audit.reviewedEvery\`, and the procedure in \`governance.activityReview\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.1', 'NIST SP 800-92'],
  examples: { fails: 'reviewedEvery: 6 months', passes: 'reviewedEvery: 1 week' },
})
