import {
  defineRule,
  expectAtLeast,
  fail,
  floorSeverity,
  pass,
  recordFloor,
  state,
  system,
  unproven,
} from '#rule'

export const stateMinors = defineRule({
  id: 'records/state-minors',
  title: 'Records of minors are kept as long as the state asks',
  ground: state('State law of medical records'),
  severity: 'medium',
  subjects: system.where(
    'of providers who treat minors, in states whose period is known',
    (system) =>
      recordFloor(system, 'minors') !== undefined &&
      system.infrastructure.description.system?.servesMinors !== false,
  ),
  check: (system) => {
    const retention = system.at('records', 'retention', 'minors')
    const floor = recordFloor(system, 'minors') ?? { value: 0, citation: '', confidence: 'low' as const }
    if (retention.value === undefined) return unproven(retention)
    const details = {
      severity: floorSeverity(floor),
      found: `until the age of ${floor.value} by ${floor.citation}, confidence of our data ${floor.confidence}`,
    }
    // A period runs from the last visit, which may be in the first year of life.
    if (typeof retention.value === 'string')
      return expectAtLeast(retention as never, `P${floor.value}Y`, details)
    return retention.value.untilAge >= floor.value ? pass(retention) : fail(retention, details)
  },
  says: 'records of minors are kept less long than the state asks',
  why: 'Time for claims of a child begins to run when it comes of age; states have its record kept until then and longer.',
  fix: 'Verify the period with counsel, and state `records: { retention: { minors: { untilAge } } }`.',
  references: ['State statutes as cited in the finding; a reference value, to be verified with counsel'],
  examples: { fails: 'minors: { untilAge: 21 }', passes: 'minors: { untilAge: 22 }' },
})
