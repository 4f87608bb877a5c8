import { defineRule, duration, expectWithin, fail, isHospital, passWith, withEmergencyPlan } from '#rule'

export const emergencyDrilled = defineRule({
  id: 'contingency/emergency-drilled',
  title: 'Work while the systems are down is drilled',
  ground: '164.308(a)(7)(ii)(D)',
  related: ['164.308(a)(7)(ii)(C)'],
  severity: 'medium',
  subjects: withEmergencyPlan,
  parameters: { period: duration('P12M', 'The longest time between two drills.') },
  check: (system, { period }, { today }) => {
    const last = system.at('contingency', 'emergencyMode', 'lastTest')
    if (last.value === 'never') return fail(last)
    const verdict = expectWithin(last, period, today, {
      severity: 'low',
      says: 'work while the systems are down was not drilled within {period}',
    })
    return verdict.is === 'pass' && isHospital(system)
      ? passWith('42 CFR 482.15(d) asks more of hospitals than this', last)
      : verdict
  },
  says: 'work while the systems are down was never drilled',
  why: `
    On the night of an outage nobody reads a plan: people do what they have done before.
    A drill shows that the paper forms are out of print, and that the computer with the emergency charts wants a password.`,
  fix: 'Work from paper and from the emergency charts for an hour at least every {period}, mend what failed, and state `contingency: { emergencyMode: { lastTest } }`.',
  references: ['NIST SP 800-34 Rev. 1, 3.5', '42 CFR 482.15(d)'],
  examples: {
    fails: 'emergencyMode: { lastTest: never }',
    passes: 'emergencyMode: { document: downtime.md, lastTest: 2026-05-04 }',
  },
})
