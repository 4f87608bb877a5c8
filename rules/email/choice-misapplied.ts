import { defineRule, fail, listed, otherRecipients, pass, plainMessages, unproven } from '#rule'

export const choiceMisapplied = defineRule({
  id: 'email/choice-misapplied',
  title: 'The choice of a patient covers messages to that patient alone',
  ground: '164.312(e)(2)(ii)',
  related: ['164.522(b)(1)'],
  severity: 'high',
  subjects: plainMessages.where(
    'that rest on a choice',
    ({ consent: { value } }) => value?.warned === true || value?.recorded === true,
  ),
  check: ({ to, recipients }) => {
    if (recipients.length === 0) return unproven(to)
    const { others, unstated } = otherRecipients(recipients)
    if (others.length > 0) return fail(to, { found: `it goes to ${listed(others)} as well` })
    return unstated.length > 0 ? unproven(to, `state \`relationship\` of ${listed(unstated)}`) : pass(to)
  },
  says: 'the choice of patients is taken for messages to others',
  why: `
    A patient may choose plain messages for what they get themselves. Nobody can choose that for what goes to other
    providers, business associates or our own staff: there the duty to protect ePHI on its way is ours.`,
  fix: 'Give messages to others a stream of their own with `transport: enforced-verified`, and leave only individuals in the `to` of this one.',
  references: ['78 FR 5634'],
  examples: { fails: 'to: [patients, lab]', passes: 'to: [patients]' },
})
