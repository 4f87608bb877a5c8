import { coveredEntity, defineRule, notImplemented, passWith, unproven } from '#rule'

export const ehrThreeYears = defineRule({
  id: 'disclosures/ehr-three-years',
  title: 'Why six years of disclosures are tested, and not three',
  ground: notImplemented(
    '42 USC 17935(c) (HITECH 13405(c))',
    '164.528(a)(1)',
    'statute that no regulation has put into effect',
  ),
  severity: 'info',
  subjects: coveredEntity,
  check: (system) => {
    const retention = system.at('disclosures', 'retention')
    return retention.value === undefined ? unproven(retention) : passWith('six years are tested', retention)
  },
  says: 'this rule never fails',
  why: `
    HITECH 13405(c) would have disclosures through an electronic record for treatment, payment and operations accounted
    for over three years. HHS proposed a regulation in 2011, never finished it, and announced in 2018 that it would be
    withdrawn. The duty in force is 164.528: six years, without those disclosures. The three years never shortened it.`,
  fix: 'Nothing is to be done about the three years. Keep the record of disclosures for six.',
  references: ['76 FR 31426', '83 FR 64302'],
  neverFails: true,
  examples: { fails: 'accounting: true', passes: 'retention: 3 years' },
})
