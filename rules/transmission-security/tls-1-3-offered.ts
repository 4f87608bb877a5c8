import { defineRule, guidance, judgeVersions, offeredVersions, versionSpeakers } from '#rule'

export const tls13Offered = defineRule({
  id: 'transmission-security/tls-1-3-offered',
  title: 'TLS 1.3 is offered',
  ground: guidance('NIST SP 800-52 Rev. 2', '164.312(e)(1)'),
  severity: 'low',
  subjects: versionSpeakers.where('(where TLS 1.2 is met)', (speaker) => {
    const versions = offeredVersions(speaker).value
    return (
      versions === undefined || versions.some((version) => version === 'TLSv1.2' || version === 'TLSv1.3')
    )
  }),
  check: (speaker) => judgeVersions(speaker, (versions) => versions.includes('TLSv1.3')),
  says: 'it does not offer TLS 1.3',
  why: 'TLS 1.3 has no weak choices left and always has forward secrecy; NIST asked government servers to offer it by 2024.',
  fix: 'Turn TLS 1.3 on beside 1.2, and state both in `tls.versions`.',
  references: ['NIST SP 800-52 Rev. 2, 3.1', 'RFC 8446'],
  examples: { fails: 'tls: { versions: [TLSv1.2] }', passes: 'tls: { versions: [TLSv1.2, TLSv1.3] }' },
})
