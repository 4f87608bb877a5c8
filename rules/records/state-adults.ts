import { defineRule, expectAtLeast, floorSeverity, recordFloor, state, system } from '#rule'

export const stateAdults = defineRule({
  id: 'records/state-adults',
  title: 'Records of adults are kept as long as the state asks',
  ground: state('State law of medical records'),
  severity: 'medium',
  subjects: system.where(
    'of providers in states whose period is known',
    (system) => recordFloor(system, 'adults') !== undefined,
  ),
  check: (system) => {
    const retention = system.at('records', 'retention', 'adults')
    const floor = recordFloor(system, 'adults') ?? { value: 0, citation: '', confidence: 'low' as const }
    return expectAtLeast(retention, `P${floor.value}Y`, {
      severity: floorSeverity(floor),
      found: `${retention.value}; ${floor.value} years by ${floor.citation}, confidence of our data ${floor.confidence}`,
    })
  },
  says: 'records of adults are kept less long than the state asks',
  why: 'HIPAA sets no period for medical records; states do, and the record is missed in treatment and in court.',
  fix: 'Verify the period with counsel, keep records at least as long, and state `records: { retention: { adults } }`.',
  references: ['State statutes as cited in the finding; a reference value, to be verified with counsel'],
  examples: { fails: 'adults: 5 years', passes: 'adults: 6 years' },
})
