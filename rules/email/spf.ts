import { defineRule, fail, guidance, judgeDomain, mailDomains, pass, spfFault, unproven } from '#rule'

export const spf = defineRule({
  id: 'email/spf',
  title: 'SPF lists the servers that send mail for a domain',
  ground: guidance('HHS Cybersecurity Performance Goals, email security'),
  severity: 'medium',
  subjects: mailDomains,
  check: (domain) =>
    judgeDomain(domain, () => {
      const record = domain.at('spf')
      if (record.value === undefined) return unproven(record)
      if (record.value === 'none') return fail(record)
      const givenUp = domain.at('spfFault')
      if (givenUp.value !== undefined)
        return fail(givenUp, { says: 'receivers give up on its SPF record', found: givenUp.value })
      const fault = spfFault(record.value)
      return fault === undefined
        ? pass(record)
        : fail(record, {
            severity: fault.severity,
            says: 'its SPF record does not keep others from sending in its name',
            found: fault.words,
          })
    }),
  says: 'it has no SPF record, so that any server may send in its name',
  why: `
    Mail in the name of the practice is how passwords and payments are fished for, among staff and patients alike.
    SPF tells receivers which servers may send, as one part of what DMARC judges by.`,
  fix: 'Publish one record that names your senders and ends in `-all` or `~all`, with at most ten look-ups, and state `email: { domains: [{ name, spf }] }`.',
  references: ['RFC 7208', 'HICP 2023, practice 1'],
  examples: { fails: 'spf: none', passes: 'spf: v=spf1 mx -all' },
})
