import { assets, atRestWeakness, defineRule, fail, guidance, pass, unproven } from '#rule'

export const algorithmApproved = defineRule({
  id: 'encryption-at-rest/algorithm-approved',
  title: 'No broken cipher or mode protects ePHI at rest',
  ground: guidance('NIST SP 800-131A Rev. 2', '164.312(a)(2)(iv)'),
  severity: 'high',
  subjects: assets.storingEphi.where(
    'that are said to be encrypted',
    ({ encrypted }) => encrypted.value === true,
  ),
  check: (asset) => {
    const algorithm = asset.at('encryptionAtRest', 'algorithm')
    const judged = algorithm.value === undefined ? undefined : atRestWeakness(algorithm.value)
    if (judged === undefined) return unproven(algorithm)
    return judged.weakness === 'none'
      ? pass(algorithm)
      : fail(algorithm, { found: `${algorithm.value}: ${judged.words}` })
  },
  says: 'its encryption is broken',
  why: `
    Data under a broken cipher or mode can be read without its key. It does not count as secured by the guidance of HHS
    either, so that its loss is a breach.`,
  fix: 'Encrypt again with AES (128 bits are enough) in GCM, or XTS for disks, and write it in `encryptionAtRest.algorithm`.',
  references: ['NIST SP 800-131A Rev. 2', 'NIST SP 800-38D', 'NIST SP 800-38E'],
  examples: {
    fails: 'encryptionAtRest: { enabled: true, algorithm: 3DES }',
    passes: 'encryptionAtRest: { enabled: true, algorithm: AES-128-XTS }',
  },
})
