import { defineRule, endpointsInScope, fail, pass, unproven } from '#rule'

/** Protocols of clinical devices and logs, which inside a network often have no log-in of their own. */
const OFTEN_OPEN: readonly string[] = ['mllp', 'dicom', 'syslog']

export const endpoint = defineRule({
  id: 'authentication/endpoint',
  title: 'Nothing that serves ePHI or controls what does is open without logging in',
  ground: '164.312(d)',
  related: ['164.312(a)(1)'],
  severity: ({ value }) => {
    if (value.exposure === 'public' || value.exposure === 'partner') return 'critical'
    return OFTEN_OPEN.includes(value.protocol ?? '') ? 'medium' : 'high'
  },
  subjects: endpointsInScope
    .where(
      'that are no mail exchange and not on one machine',
      ({ value, asset }) =>
        value.exposure !== 'loopback' && !(value.protocol === 'smtp' && asset.traits.mail),
    )
    .unlessVendor('access', ({ asset }) => asset),
  check: (endpoint) => {
    const auth = endpoint.at('auth')
    const certificates = endpoint.tls('clientCertificates')
    if (certificates.value === 'required') return pass(certificates)
    if (auth.value === undefined) return unproven(auth)
    return auth.value === 'none' ? fail(auth) : pass(auth)
  },
  says: 'whoever reaches it is let in without logging in',
  why: 'A port that asks nobody who he is gives its records to everybody who finds it, and to every device that is infected.',
  fix: 'Ask for a password, a token or a client certificate, and state `auth` at the endpoint.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.4'],
  examples: { fails: 'auth: none', passes: 'auth: password' },
})
