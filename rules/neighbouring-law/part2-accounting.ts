import { defineRule, notImplemented, part2Systems, passWith, unproven } from '#rule'

export const part2Accounting = defineRule({
  id: 'neighbouring-law/part2-accounting',
  title: 'Why the three years of 42 CFR 2.25 are not tested',
  ground: notImplemented(
    '42 CFR 2.25',
    '164.528(a)(1)',
    'regulation whose compliance date is put off until HHS revises 164.528',
  ),
  severity: 'info',
  subjects: part2Systems,
  check: (system) => {
    const retention = system.at('disclosures', 'part2', 'retention')
    return retention.value === undefined
      ? unproven(retention)
      : passWith('nobody is failed on 42 CFR 2.25', retention)
  },
  says: 'this rule never fails',
  why: `
    42 CFR 2.25 has disclosures by consent accounted for over three years. Its compliance date is put off until HHS revises
    164.528, so that nobody is failed on it; the six years of 164.528 are tested by themselves.`,
  fix: 'Nothing is to be done yet. You may state how long you keep them in `disclosures: { part2: { retention } }`.',
  references: ['89 FR 12472', '42 CFR 2.25'],
  neverFails: true,
  examples: { fails: 'accounting: true', passes: 'part2: { retention: 3 years }' },
})
