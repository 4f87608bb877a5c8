import { certificateSpeakers, certificateState, defineRule, fail, guidance, pass, unproven } from '#rule'

export const inDate = defineRule({
  id: 'certificates/in-date',
  title: 'Certificates are in date and renewed in time',
  ground: guidance('NIST SP 800-52 Rev. 2', '164.312(e)(1)'),
  severity: 'high',
  subjects: certificateSpeakers,
  check: ({ certificate }, _parameters, { today }) => {
    const [start, end] = [certificate.at('notBefore'), certificate.at('notAfter')]
    if (end.value === undefined) return unproven(end)
    switch (certificateState(certificate.value ?? {}, today)) {
      case 'expired':
        return fail(end)
      case 'not-yet':
        return fail(start, { says: 'its certificate is not valid yet' })
      case 'due':
        return fail(end, {
          severity: 'low',
          says: 'less than a third of its certificate’s life is left, and nothing renews it',
        })
      default:
        return pass(end)
    }
  },
  says: 'its certificate has expired',
  why: 'Clients refuse an expired certificate, or, worse, are told to ignore it, and then ignore an attacker’s as well.',
  fix: 'Renew it, let renewal run by itself (ACME), and state `certificate: { notBefore, notAfter, renewal }`.',
  references: ['NIST SP 1800-16'],
  examples: {
    fails: 'notBefore: 2026-01-01, notAfter: 2026-11-23',
    passes: 'notBefore: 2026-11-01, notAfter: 2027-01-29',
  },
})
