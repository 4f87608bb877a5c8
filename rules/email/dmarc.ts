import { defineRule, dmarcFault, expectNoneOf, fail, guidance, judgeDomain, mailDomains, pass } from '#rule'

export const dmarc = defineRule({
  id: 'email/dmarc',
  title: 'Receivers are asked to refuse forged mail',
  ground: guidance('HHS Cybersecurity Performance Goals, email security; RFC 9989'),
  severity: 'medium',
  subjects: mailDomains,
  check: (domain) =>
    judgeDomain(domain, () => {
      const [policy, record] = [domain.at('dmarc', 'policy'), domain.at('dmarc', 'record')]
      // The record is what receivers read; `policy` is what somebody says of it.
      if (record.value === undefined) return expectNoneOf(policy, ['none'])
      const fault = dmarcFault(record.value)
      if (fault !== undefined) return fail(record, { severity: fault.severity, found: fault.words })
      return policy.value === 'none' ? fail(policy) : pass(record)
    }),
  says: 'receivers are not asked to refuse mail that is forged in its name',
  why: `
    DMARC joins SPF and DKIM to the address that readers see. With the policy none receivers report forged mail and
    deliver it all the same; with t=y they act as by the next milder policy.`,
  fix: 'Read the reports until all real senders pass, then publish p=quarantine or p=reject, and state `dmarc: { policy: reject }` of the domain.',
  references: ['RFC 9989', 'HICP 2023, practice 1'],
  examples: { fails: 'dmarc: { policy: none }', passes: 'dmarc: { policy: reject }' },
})
