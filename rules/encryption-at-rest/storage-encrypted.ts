import { assets, defineRule, expectTrue } from '#rule'

export const storageEncrypted = defineRule({
  id: 'encryption-at-rest/storage-encrypted',
  title: 'Stores of ePHI are encrypted',
  ground: '164.312(a)(2)(iv)',
  severity: ({ traits }) => (traits.transient || traits.logs ? 'medium' : 'high'),
  subjects: assets.storingEphi
    .where('in one place', (asset) => !asset.traits.portable && !asset.keepsBackupsAlone)
    .unlessVendor('encryptionAtRest', (asset) => asset),
  check: (asset) => expectTrue(asset.encrypted),
  says: 'what it stores is not encrypted',
  why: `
    Whoever gets hold of a disk, a snapshot or a file reads every record on it. ePHI that is encrypted, with its key
    kept apart, is not "unsecured": its loss is no breach that has to be notified (164.402).`,
  fix: `
    Encrypt the store and write \`encryptionAtRest: { enabled: true, algorithm, key }\`; or document why that is not
    reasonable and what is done instead, under \`alternatives\`.`,
  references: ['HHS guidance on unsecured PHI, 74 FR 19006', 'NIST SP 800-111'],
  examples: {
    fails: 'encryptionAtRest: false',
    passes: 'encryptionAtRest: { enabled: true, algorithm: AES-256-GCM }',
  },
})
