import { coveredEntity, defineRule, expectAllOf } from '#rule'

export const fields = defineRule({
  id: 'disclosures/fields',
  title: 'Of each disclosure date, recipient, description and purpose are recorded',
  ground: '164.528(b)(2)',
  severity: 'high',
  subjects: coveredEntity,
  check: (system) =>
    expectAllOf(system.at('disclosures', 'fields'), ['date', 'recipient', 'description', 'purpose']),
  says: 'the record of disclosures lacks what an accounting has to say',
  why: 'An accounting has to say when, to whom, what and why. The address of the recipient is asked where it is known.',
  fix: 'Record `date`, `recipient` (with address, if known), `description` and `purpose` of each, and state them in `disclosures.fields`.',
  references: ['45 CFR 164.528(b)(2)'],
  examples: { fails: 'fields: [date, recipient]', passes: 'fields: [date, recipient, description, purpose]' },
})
