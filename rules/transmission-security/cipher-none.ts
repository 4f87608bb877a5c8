import { defineRule, judgeSuites, suiteSpeakers } from '#rule'

export const cipherNone = defineRule({
  id: 'transmission-security/cipher-none',
  title: 'No cipher suite goes without encryption or without a peer',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: 'critical',
  subjects: suiteSpeakers,
  check: (speaker) => judgeSuites(speaker, ({ worthless }) => worthless),
  says: 'it offers suites that protect nothing',
  why: 'NULL suites send in clear, export suites and DES are searched in hours, and with an anonymous suite anybody can stand in between.',
  fix: 'Take NULL, EXPORT, DES and anonymous suites out of the configuration, and state the rest in `tls.cipherSuites`.',
  references: ['NIST SP 800-52 Rev. 2', 'RFC 9325, 4.1'],
  examples: {
    fails: 'tls: { cipherSuites: [TLS_RSA_WITH_NULL_SHA] }',
    passes: 'tls: { cipherSuites: [TLS_AES_256_GCM_SHA384] }',
  },
})
