import { defineRule, duration, expectWithin, practice, system } from '#rule'

export const policyReviewed = defineRule({
  id: 'isolation/policy-reviewed',
  title: 'The rules between zones are reviewed',
  ground: practice('164.306(e)'),
  severity: 'low',
  subjects: system.where(
    'with rules between zones',
    (system) => system.at('zonePolicy', 'rules').value !== undefined,
  ),
  parameters: { interval: duration('P1Y', 'The longest time since the rules were reviewed.') },
  check: (system, { interval }, { today }) =>
    expectWithin(system.at('zonePolicy', 'reviewed'), interval, today),
  says: 'nobody has reviewed the rules between zones for more than {interval}',
  why: `
    Rules are added for a project and stay when it is over, until the exceptions are the policy.
    A review takes away what nobody needs any more.`,
  fix: `
    Go through the rules, delete those that nobody can give a reason for, and state the day in \`zonePolicy.reviewed\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.8'],
  examples: { fails: 'reviewed: 2024-05-01', passes: 'reviewed: 2026-05-01' },
})
