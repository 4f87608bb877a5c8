import { coveredEntity, defineRule, expectTrue } from '#rule'

export const suspension = defineRule({
  id: 'disclosures/suspension',
  title: 'An agency can have the accounting suspended',
  ground: '164.528(a)(2)',
  severity: 'low',
  subjects: coveredEntity,
  check: (system) => expectTrue(system.at('disclosures', 'suspensions')),
  says: 'suspensions of the accounting are not kept',
  why: 'A health oversight or law enforcement agency may ask that an individual is not told of a disclosure for a time; who does not record that tells too early.',
  fix: 'Record each suspension with its end, and state `disclosures: { suspensions: true }`.',
  references: ['45 CFR 164.528(a)(2)'],
  examples: { fails: 'suspensions: false', passes: 'suspensions: true' },
})
