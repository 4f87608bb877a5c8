import { coveredEntity, defineRule, expectTrue } from '#rule'

export const accountingKept = defineRule({
  id: 'disclosures/accounting-kept',
  title: 'Disclosures that have to be accounted for are recorded',
  ground: '164.528(a)(1)',
  severity: 'high',
  subjects: coveredEntity,
  check: (system) => expectTrue(system.at('disclosures', 'accounting')),
  says: 'disclosures are not recorded',
  why: 'Everybody may ask to whom their record was disclosed in the last six years. What was not recorded then cannot be told now.',
  fix: 'Record every disclosure but those that 164.528(a)(1) leaves out (treatment, payment, operations, by authorization …), and state `disclosures: { accounting: true }`.',
  references: ['45 CFR 164.528'],
  examples: { fails: 'accounting: false', passes: 'accounting: true' },
})
