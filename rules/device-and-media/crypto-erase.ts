import { assets, decide, defineRule, guidance } from '#rule'

export const cryptoErase = defineRule({
  id: 'device-and-media/crypto-erase',
  title: 'Media that are erased by their key were encrypted',
  ground: guidance('NIST SP 800-88 Rev. 2', '164.310(d)(2)(i)'),
  severity: 'high',
  subjects: assets.storingEphi.where('that are erased by destroying their key', ({ entry }) => {
    const { disposal } = entry.value
    return disposal !== undefined && disposal !== 'none' && disposal.method === 'crypto-erase'
  }),
  check: (asset) => decide(asset.encrypted, (encrypted) => encrypted),
  says: 'destroying a key erases nothing, for it was never encrypted',
  why: 'Erasure by key works only where everything was encrypted from the first record on; else the data stays on the medium.',
  fix: 'Purge or destroy the media instead, and write that as `disposal.method`; encrypt their successors.',
  references: ['NIST SP 800-88 Rev. 2'],
  examples: { fails: 'encryptionAtRest: false', passes: 'encryptionAtRest: true' },
})
