import { defineRule, expectTrue, guidance, tlsEndpoints } from '#rule'

export const issuerTrusted = defineRule({
  id: 'certificates/issuer-trusted',
  title: 'Certificates that the public sees come from an issuer that clients trust',
  ground: guidance('NIST SP 800-52 Rev. 2', '164.312(e)(1)'),
  severity: 'high',
  subjects: tlsEndpoints.where(
    'that face the internet, whose clients bring no certificate',
    (endpoint) =>
      endpoint.value.exposure === 'public' && endpoint.tls('clientCertificates').value !== 'required',
  ),
  check: ({ certificate }) => expectTrue(certificate.at('publiclyTrusted')),
  says: 'browsers and other clients do not trust its issuer',
  why: 'Clients who are told to accept a certificate that nobody vouches for accept an attacker’s as well.',
  fix: 'Have it issued by a public CA, and state `certificate: { issuer, publiclyTrusted: true }`. A CA of your own is fine for endpoints inside.',
  references: ['NIST SP 800-52 Rev. 2, 3.2'],
  examples: { fails: 'publiclyTrusted: false', passes: 'publiclyTrusted: true' },
})
