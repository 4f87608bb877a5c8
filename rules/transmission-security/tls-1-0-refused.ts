import { defineRule, guidance, judgeVersions, offeredVersions, versionSpeakers } from '#rule'

const OLD: readonly string[] = ['TLSv1.0', 'TLSv1.1']

export const tls10Refused = defineRule({
  id: 'transmission-security/tls-1-0-refused',
  title: 'TLS 1.0 and TLS 1.1 are off',
  ground: guidance('NIST SP 800-52 Rev. 2 and RFC 8996', '164.312(e)(1)'),
  severity: ({ value }) => (value.protocol === 'smtp' ? 'medium' : 'high'),
  subjects: versionSpeakers.where(
    '(without SSL)',
    (speaker) => offeredVersions(speaker).value?.some((version) => version.startsWith('SSL')) !== true,
  ),
  check: (speaker) =>
    judgeVersions(speaker, (versions) => !versions.some((version) => OLD.includes(version))),
  says: 'it speaks a version of TLS that is withdrawn',
  why: 'TLS 1.0 and 1.1 rest on hashes and modes that are broken; they are withdrawn since 2021, and no browser speaks them any more.',
  fix: 'Offer TLS 1.2 and 1.3 only, and state them in `tls.versions`.',
  references: ['NIST SP 800-52 Rev. 2, 3.1', 'RFC 8996', 'RFC 9325'],
  examples: {
    fails: 'tls: { versions: [TLSv1.1, TLSv1.2] }',
    passes: 'tls: { versions: [TLSv1.2, TLSv1.3] }',
  },
})
