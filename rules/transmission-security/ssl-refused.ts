import { defineRule, judgeVersions, versionSpeakers } from '#rule'

export const sslRefused = defineRule({
  id: 'transmission-security/ssl-refused',
  title: 'SSL 2.0 and SSL 3.0 are off',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: 'high',
  subjects: versionSpeakers,
  check: (speaker) =>
    judgeVersions(speaker, (versions) => !versions.some((version) => version.startsWith('SSL'))),
  says: 'it speaks SSL, which is broken',
  why: 'SSL 2.0 and 3.0 can be decrypted by whoever records them (DROWN, POODLE), so that they do not encrypt.',
  fix: 'Offer TLS 1.2 and 1.3 only, and state them in `tls.versions`.',
  references: ['RFC 6176', 'RFC 7568'],
  examples: { fails: 'tls: { versions: [SSLv3, TLSv1.2] }', passes: 'tls: { versions: [TLSv1.2] }' },
})
