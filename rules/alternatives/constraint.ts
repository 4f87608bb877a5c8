import { alternativesFor, assets, defineRule, fail, passWith, unproven } from '#rule'

const ENCRYPTION = '164.312(a)(2)(iv)'

export const constraint = defineRule({
  id: 'alternatives/constraint',
  title: 'What cannot be encrypted has a documented alternative',
  ground: '164.306(d)(3)',
  related: [ENCRYPTION],
  severity: 'medium',
  subjects: assets.storingEphi.where(
    'that cannot be encrypted, are not said to be, and are not left to a vendor',
    (asset) =>
      asset.entry.value.constraints?.cannot?.includes('encrypt') === true &&
      asset.encrypted.value !== true &&
      asset.runBy('encryptionAtRest') !== 'vendor',
  ),
  check: (asset) => {
    const stated = asset.infrastructure.fact('alternatives')
    if (stated.value === undefined) return unproven(stated)
    if (stated.value.length === 0) return fail(stated)
    return alternativesFor(ENCRYPTION, asset).length > 0
      ? passWith('an alternative is written for it', asset.at('constraints', 'cannot'), stated)
      : unproven(stated, `no entry of \`alternatives\` to ${ENCRYPTION} names it`)
  },
  says: 'it cannot be encrypted, and no alternative is documented',
  why: `
    That a device cannot do it is a reason, not an excuse: the decision has to be assessed and written,
    with the measure that takes its place. What is required, and not addressable, has no alternative at all.`,
  fix: 'Document the decision under `alternatives` with `specification: 164.312(a)(2)(iv)` and the measures instead, or replace the device.',
  references: ['45 CFR 164.306(d)(3)'],
  examples: {
    fails: 'alternatives: []',
    passes: 'alternatives: [{ specification: 164.312(a)(2)(iv), subjects: { kind: medical-device } }]',
  },
})
