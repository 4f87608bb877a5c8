import { defineRule, guidance, ipsecSpeakers, judgeIpsec } from '#rule'

export const vpnStrength = defineRule({
  id: 'transmission-security/vpn-strength',
  title: 'The parameters of IPsec are sound',
  ground: guidance('NIST SP 800-77 Rev. 1', '164.312(e)(1)'),
  severity: 'high',
  subjects: ipsecSpeakers,
  check: judgeIpsec,
  says: 'its IPsec is weak',
  why: 'A tunnel with old parameters only looks like one: small groups and short ciphers are broken, aggressive mode gives the shared key away.',
  fix: 'Use IKEv2 with AES-GCM, SHA-2, and group 14 or above (19 to 21 for curves), and state `ipsec: { ike, encryption, integrity, dhGroup, pfs }`.',
  references: ['NIST SP 800-77 Rev. 1, 7'],
  examples: {
    fails: 'ipsec: { encryption: 3des }',
    passes: 'ipsec: { ike: 2, encryption: aes256gcm16, dhGroup: 20, pfs: true }',
  },
})
