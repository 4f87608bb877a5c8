import {
  all,
  defineRule,
  duration,
  expectWithin,
  fail,
  isMissing,
  OF_PROPOSAL,
  proposed,
  securityTests,
} from '#rule'

export const testing = defineRule({
  id: 'proposed-2025/testing',
  title: 'There would be a scan every six months and a penetration test every year',
  ground: proposed('testing'),
  severity: 'medium',
  subjects: securityTests,
  parameters: {
    scans: duration('P6M', 'The longest time between two scans for vulnerabilities.', OF_PROPOSAL),
    tests: duration('P12M', 'The longest time between two penetration tests.', OF_PROPOSAL),
  },
  check: (document, { scans, tests }, { today }) => {
    if (isMissing(document.stated.value))
      return fail(document.stated, { says: 'the proposal would ask for it, and it was never done' })
    if (document.id === 'governance.penetrationTest')
      return expectWithin(document.at('date'), tests, today, {
        says: 'the proposal would ask for a penetration test every {tests}',
      })
    const scanned = expectWithin(document.at('date'), scans, today)
    const reviewed = document.at('lastTest')
    return reviewed.value === undefined
      ? scanned
      : all(
          scanned,
          expectWithin(reviewed, tests, today, {
            says: 'the proposal would have the scanner reviewed every {tests}',
          }),
        )
  },
  says: 'the proposal would ask for a scan every {scans}',
  why: `
    Today the law asks for an evaluation and names no tests. The proposal would name both, the penetration test by
    a qualified person, and a review of the scanner besides.`,
  fix: 'Scan and test, and state `governance: { vulnerabilityScans: { document, date, lastTest }, penetrationTest: { document, date } }`; `lastTest` is when the scanner was reviewed.',
  references: ['90 FR 898'],
  examples: {
    fails: 'vulnerabilityScans: { date: 2026-05-23 }, penetrationTest: { date: 2026-05-01 }',
    passes: 'vulnerabilityScans: { date: 2026-05-24 }, penetrationTest: { date: 2026-05-01 }',
  },
})
