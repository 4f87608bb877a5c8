import { defineRule, expectFalse, mailSystem, takesMailInItself } from '#rule'

export const clientCleartext = defineRule({
  id: 'email/client-cleartext',
  title: 'Mailboxes are read and mail is handed in over TLS alone',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)', '164.312(d)'],
  severity: 'high',
  subjects: mailSystem.where(
    'and of whose mailboxes it is said, or whose transmission no vendor runs alone',
    (system) =>
      system.at('email', 'clientAccess', 'cleartext').value !== undefined || takesMailInItself(system),
  ),
  check: (system) => expectFalse(system.at('email', 'clientAccess', 'cleartext')),
  says: 'mailboxes are read without encryption',
  why: `
    IMAP, POP and submission in clear send the password and every message through whatever network the user is in.
    Who listens there once can read the mailbox from then on.`,
  fix: 'Turn ports 110 and 143 and plain submission off, use 993, 995 and 465 with TLS, and state `email: { clientAccess: { cleartext: false } }`.',
  references: ['RFC 8314', 'RFC 8997'],
  examples: { fails: 'cleartext: true', passes: 'cleartext: false' },
})
