import { defineRule, dkimFault, expectTrue, fail, guidance, judgeDomain, mailDomains, pass } from '#rule'

export const dkim = defineRule({
  id: 'email/dkim',
  title: 'Mail is signed with DKIM',
  ground: guidance('HHS Cybersecurity Performance Goals, email security'),
  severity: 'medium',
  subjects: mailDomains,
  check: (domain) =>
    judgeDomain(domain, () => {
      const [enabled, keyBits, algorithm] = [
        domain.at('dkim', 'enabled'),
        domain.at('dkim', 'keyBits'),
        domain.at('dkim', 'algorithm'),
      ]
      if (enabled.value === false) return fail(enabled)
      const fault = dkimFault(keyBits.value, algorithm.value)
      const decisive = keyBits.value === undefined ? algorithm : keyBits
      if (fault !== undefined)
        return fail(
          decisive,
          { severity: fault.severity, says: 'its DKIM signature is weak', found: fault.words },
          algorithm,
        )
      // Who states a key or an algorithm says that mail is signed.
      return enabled.value === undefined && decisive.value !== undefined
        ? pass(decisive)
        : expectTrue(enabled)
    }),
  says: 'its mail is not signed',
  why: `
    A signature shows that a message comes from the domain and was not changed, also after it was forwarded.
    Without one DMARC has SPF alone to judge by, which forwarding breaks.`,
  fix: 'Sign with a key of 2048 bits or with Ed25519, and state `dkim: { enabled: true, keyBits, algorithm }` of the domain.',
  references: ['RFC 6376', 'RFC 8301', 'RFC 8463'],
  examples: { fails: 'dkim: false', passes: 'dkim: { enabled: true, keyBits: 2048 }' },
})
