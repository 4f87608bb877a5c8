import { all, defineRule, dnsDomains, expectTrue, practice } from '#rule'

export const domainGuarded = defineRule({
  id: 'certificates/domain-guarded',
  title: 'Domains cannot be taken over or certified by strangers',
  ground: practice('164.312(e)(1)'),
  severity: 'low',
  subjects: dnsDomains,
  check: (domain) => {
    const dnssec = domain.at('dnssec')
    const guarded = [
      expectTrue(domain.at('caa'), { says: 'any CA may issue certificates for it' }),
      expectTrue(domain.at('registrarLock'), { says: 'its registrar does not lock it against transfer' }),
    ]
    // Nobody is asked for DNSSEC; that it is missing is told.
    return all(...guarded, ...(dnssec.value === undefined ? [] : [expectTrue(dnssec, { severity: 'info' })]))
  },
  says: 'its names are not signed',
  why: `
    Who holds the domain gets a certificate for every system under it, and reads what is sent there.
    A CAA record limits who issues, a lock stops a transfer, and DNSSEC shows that an answer is the domain’s own.`,
  fix: 'Publish a CAA record, have the registrar lock the domain, and state `system: { domains: [{ name, caa: true, registrarLock: true }] }`.',
  references: ['RFC 8659', 'RFC 4033'],
  examples: { fails: 'caa: false, registrarLock: true', passes: 'caa: true, registrarLock: true' },
})
