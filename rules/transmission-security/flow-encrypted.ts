import { defineRule, fail, hopsOverNetwork, pass, unproven } from '#rule'

export const flowEncrypted = defineRule({
  id: 'transmission-security/flow-encrypted',
  title: 'ePHI is encrypted wherever it crosses a network',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: ({ crossing }) =>
    crossing === 'public' ? 'critical' : crossing === 'between-sites' ? 'high' : 'medium',
  subjects: hopsOverNetwork.where(
    'of which no other rule speaks',
    ({ isLegacy, isAfterTermination, patientsChoice }) => !isLegacy && !isAfterTermination && !patientsChoice,
  ),
  check: ({ encryption, flow, last }) => {
    if (encryption.value === undefined) return unproven(encryption)
    const tunnel = flow.at('encryption', 'protocol')
    // 45 CFR names neither; NIST SP 800-77 asks for IPsec, which L2TP alone is not.
    if (last && encryption.value !== 'none' && tunnel.value === 'pptp')
      return fail(tunnel, { severity: 'critical', says: 'ePHI crosses the network in PPTP, which is broken' })
    if (last && encryption.value !== 'none' && tunnel.value === 'l2tp')
      return unproven(tunnel, 'L2TP encrypts nothing by itself: state `protocol: ipsec` if that is under it')
    if (encryption.value === 'required') return pass(encryption)
    if (encryption.value === 'none') return fail(encryption)
    return unproven(encryption, 'encryption is optional there: state `encryption` of the flow')
  },
  says: 'ePHI crosses the network in clear',
  why: `
    Whoever sits on the way, from a rented switch to a guest's laptop, reads and changes what passes. ePHI in clear is
    unsecured, and its interception is a breach.`,
  fix: `
    Encrypt the connection (TLS, SSH, IPsec, WireGuard, SMB 3), and state \`encryption: required\` at the endpoint, or
    \`encryption\` of the flow.`,
  references: ['NIST SP 800-52 Rev. 2', 'NIST SP 800-66 Rev. 2, 5.3.5'],
  examples: { fails: 'encryption: none', passes: 'encryption: required' },
})
