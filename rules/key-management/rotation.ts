import { defineRule, duration, expectAtMost, guidance, isOfDisks, keysOfEphi } from '#rule'

/** Their keys are replaced by whoever made them. */
const NOT_OURS: readonly string[] = ['provider', 'tpm']

export const rotation = defineRule({
  id: 'key-management/rotation',
  title: 'Keys are replaced in time',
  ground: guidance('NIST SP 800-57 Part 1 Rev. 5', '164.312(a)(2)(iv)'),
  severity: 'low',
  subjects: keysOfEphi.where(
    'that we replace ourselves',
    (key) =>
      key.value.customerManaged !== false && !NOT_OURS.includes(key.value.manager ?? '') && !isOfDisks(key),
  ),
  parameters: {
    period: duration('P2Y', 'The longest life of a key that encrypts data.', {
      whose: { source: 'NIST SP 800-57 Part 1 Rev. 5' },
    }),
  },
  check: (key, { period }) => expectAtMost(key.at('rotation'), period),
  says: 'it is replaced less often than every {period}',
  why: 'The longer a key is used, the more is lost with it, and the more people have left who may have had it.',
  fix: 'Let the key be replaced at least every {period}, and at once when somebody leaves who could take it; write `rotation` at the key.',
  references: ['NIST SP 800-57 Part 1 Rev. 5, 5.3'],
  examples: { fails: 'rotation: never', passes: 'rotation: 1 year' },
})
