import { defineRule, expectAtLeast, federal, system } from '#rule'

export const federalFloor = defineRule({
  id: 'records/federal-floor',
  title: 'Hospitals keep records as long as Medicare asks',
  ground: federal('42 CFR 482.24(b)(1)'),
  severity: 'medium',
  subjects: system.where(
    'of hospitals',
    ({ infrastructure }) => infrastructure.description.system?.providerType === 'hospital',
  ),
  check: (system) => expectAtLeast(system.at('records', 'retention', 'adults'), 'P5Y'),
  says: 'records are kept less than the five years that Medicare asks of hospitals',
  why: 'It is a condition of participation in Medicare, apart from HIPAA and from the law of the state.',
  fix: 'Keep records for five years at least (critical access hospitals six, 42 CFR 485.638(c)), and state `records: { retention: { adults } }`.',
  references: ['42 CFR 482.24(b)(1)'],
  examples: { fails: 'adults: 4 years', passes: 'adults: 5 years' },
})
