import { assets, defineRule, expectTrue } from '#rule'

export const portableEncrypted = defineRule({
  id: 'encryption-at-rest/portable-encrypted',
  title: 'Laptops, phones and removable media with ePHI are encrypted',
  ground: '164.312(a)(2)(iv)',
  related: ['164.310(d)(1)'],
  severity: 'high',
  subjects: assets.storingEphi.where('that are carried about', ({ traits }) => traits.portable),
  check: (asset) => expectTrue(asset.encrypted),
  says: 'what is carried about is not encrypted',
  why: `
    What is carried about is lost and stolen. Unencrypted, each loss is presumed to be a breach of everything on it, to
    be notified to every individual.`,
  fix: `
    Turn on the encryption of the device, enforce it, and write \`encryptionAtRest: { enabled: true, layer: full-disk }\`;
    name the ones that cannot under \`exceptions\`, and take ePHI off them.`,
  references: ['HHS guidance on unsecured PHI, 74 FR 19006', 'NIST SP 800-111'],
  examples: { fails: 'encryptionAtRest: false', passes: 'encryptionAtRest: true' },
})
