import { datedClaims, defineRule, duration, expectNotPast, expectWithin, practice } from '#rule'

export const claimsCurrent = defineRule({
  id: 'documentation/claims-current',
  title: 'What is claimed here is recent',
  ground: practice(),
  severity: 'low',
  subjects: datedClaims,
  parameters: { period: duration('P12M', 'The longest time since the description was last true.') },
  check: (claim, { period }, { today }) =>
    claim.kind === 'system'
      ? expectWithin(claim.at('system', 'asOf'), period, today)
      : expectNotPast(claim.at('validUntil'), today, {
          says: 'it has run out, so that what it attests counts as stated only',
        }),
  says: 'this description was last true longer than {period} ago',
  why: `
    An audit of a description is as good as the description. What was true of last year’s systems says little of today’s.`,
  fix: 'Compare the description with the systems, state the day in `system.asOf`, and have attestations renewed.',
  examples: { fails: 'asOf: 2025-11-23', passes: 'asOf: 2025-11-24' },
})
