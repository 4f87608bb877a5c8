import { defineRule, fail, hopsOverNetwork, pass, unproven } from '#rule'

export const legacyProtocol = defineRule({
  id: 'transmission-security/legacy-protocol',
  title: 'No protocol that cannot be encrypted carries ePHI',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: ({ crossing }) => (crossing === 'public' ? 'critical' : 'high'),
  subjects: hopsOverNetwork.where('by a protocol of the clear', ({ isLegacy }) => isLegacy),
  check: ({ encryption, protocol }) => {
    if (encryption.value === 'required') return pass(encryption)
    if (encryption.value === 'none') return fail(protocol)
    return unproven(encryption)
  },
  says: 'a protocol of the clear carries ePHI',
  why: `
    FTP, Telnet and their kind send passwords and records as plain text. Whoever listens once has the account for good.`,
  fix: 'Replace it (SFTP, SSH, the same protocol over TLS), or carry it inside IPsec, and state that as `encryption`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.5'],
  examples: { fails: 'protocol: ftp', passes: 'protocol: ftp, encryption: required' },
})
