import { defineRule, groupSpeakers, guidance, judgeGroups } from '#rule'

export const groupStrength = defineRule({
  id: 'transmission-security/group-strength',
  title: 'Groups for key exchange are strong',
  ground: guidance('NIST SP 800-131A Rev. 2', '164.312(e)(1)'),
  severity: 'high',
  subjects: groupSpeakers,
  check: judgeGroups,
  says: 'its key exchange uses a group that is too small',
  why: 'With enough money the key exchange in a group of 1024 bits is broken once and for all who use it (Logjam).',
  fix: 'Use x25519, P-256 or larger, or a modulus of 2048 bits or more, and state `tls.groups`, and `tls.dhBits` where suites with DHE are offered.',
  references: ['NIST SP 800-131A Rev. 2', 'RFC 7919', 'RFC 9325, 4.3'],
  examples: { fails: 'dhBits: 1024', passes: 'versions: TLSv1.3, groups: [x25519, secp256r1]' },
})
