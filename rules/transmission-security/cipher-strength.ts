import { defineRule, guidance, judgeSuites, suiteSpeakers } from '#rule'

export const cipherStrength = defineRule({
  id: 'transmission-security/cipher-strength',
  title: 'Cipher suites are strong',
  ground: guidance('NIST SP 800-52 Rev. 2 and RFC 9325', '164.312(e)(1)'),
  severity: 'high',
  subjects: suiteSpeakers,
  check: (speaker) => judgeSuites(speaker, ({ worthless, severity }) => !worthless && severity !== 'info'),
  says: 'it offers weak suites',
  why: 'A suite that is offered can be chosen by whoever stands in between. RC4 and 3DES can be read in time; without forward secrecy one stolen key opens all that was recorded.',
  fix: 'Offer ECDHE with AES-GCM or ChaCha20-Poly1305 and the suites of TLS 1.3 (AES-128 is enough), and state them in `tls.cipherSuites`.',
  references: ['NIST SP 800-52 Rev. 2, 3.3.1', 'RFC 9325, 4.2', 'RFC 7465'],
  examples: {
    fails: 'tls: { cipherSuites: [TLS_RSA_WITH_3DES_EDE_CBC_SHA] }',
    passes: 'tls: { cipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256] }',
  },
})
