import { any, defineRule, expectOneOf, expectTrue, fail, judgeDomain, mailDomains, practice } from '#rule'

export const mtaStsOrDane = defineRule({
  id: 'email/mta-sts-or-dane',
  title: 'Senders can be sure of the TLS of our mail servers',
  ground: practice(undefined, 'RFC 8461 and RFC 7672'),
  severity: 'low',
  subjects: mailDomains,
  check: (domain) =>
    judgeDomain(domain, () => {
      const dane = domain.at('dane')
      // TLSA records in a zone without DNSSEC are void (RFC 7672).
      const isVoid = dane.value === true && domain.signed === false
      const sure = any(
        expectOneOf(domain.at('mtaSts', 'mode'), ['enforce']),
        isVoid ? fail(dane, { found: 'dane is true, and the zone is not signed' }) : expectTrue(dane),
      )
      const reports = domain.at('tlsRpt')
      return sure.is === 'pass' && reports.value === false
        ? fail(reports, { severity: 'info', says: 'nobody is told when TLS to its mail servers fails' })
        : sure
    }),
  says: 'senders cannot tell that its mail servers offer TLS, and which they are',
  why: `
    Who sits between can take the offer of TLS out of the conversation, and the sender falls back to clear mail.
    A published policy keeps senders who honour it from that; it does nothing for the mail that we send.`,
  fix: 'Publish an MTA-STS policy with `mode: enforce`, or TLSA records in a signed zone, and state `mtaSts: { mode: enforce }` or `dane: true`, and `tlsRpt: true`.',
  references: ['RFC 8461', 'RFC 7672', 'RFC 8460'],
  examples: { fails: 'mtaSts: { mode: testing }, dane: false', passes: 'mtaSts: { mode: enforce }' },
})
