import { coveredEntity, defineRule, expectAtMost } from '#rule'

export const patientCopyTime = defineRule({
  id: 'disclosures/patient-copy-time',
  title: 'Patients have their copy within 30 days',
  ground: '164.524(b)(2)',
  severity: 'high',
  subjects: coveredEntity,
  check: (system) => expectAtMost(system.at('patientAccess', 'within'), 'P30D'),
  says: 'patients wait longer than 30 days for their copy',
  why: 'The law gives 30 days, and once 30 more with a reason in writing.',
  fix: 'Shorten the way of a request, and state `patientAccess: { within }`.',
  references: ['45 CFR 164.524(b)(2)'],
  examples: { fails: 'within: 45 days', passes: 'within: 30 days' },
})
