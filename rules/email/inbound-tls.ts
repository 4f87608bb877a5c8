import { decide, defineRule, mailSystem, pass, passWith, practice, takesMailInItself } from '#rule'

export const inboundTls = defineRule({
  id: 'email/inbound-tls',
  title: 'Mail servers offer STARTTLS to those who send us mail',
  ground: practice('164.312(e)(1)'),
  severity: 'medium',
  subjects: mailSystem.where(
    'and comes in at servers of which it is said, or whose transmission no vendor runs alone',
    (system) => system.at('email', 'inbound', 'transport').value !== undefined || takesMailInItself(system),
  ),
  check: (system) => {
    const transport = system.at('email', 'inbound', 'transport')
    if (transport.value === 'opportunistic') return pass(transport)
    if (transport.value === 'required')
      return passWith('a server of the public MX may not require TLS (RFC 3207): mail may be lost', transport)
    return decide(transport, () => false)
  },
  says: 'our mail servers do not offer TLS, so that all mail to us comes in clear',
  why: `
    To encrypt is the duty of whoever sends, and nobody can encrypt to a server that does not offer it.
    Patients and other providers write to us about health.`,
  fix: 'Offer STARTTLS with a valid certificate at every mail server, and state `email: { inbound: { transport: opportunistic } }`.',
  references: ['RFC 3207', 'NIST SP 800-177 Rev. 1'],
  examples: { fails: 'transport: none', passes: 'transport: opportunistic' },
})
