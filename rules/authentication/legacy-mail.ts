import { defineRule, expectFalse, fail, practice, system, unproven } from '#rule'

const OLD: readonly string[] = ['imap', 'pop3', 'activesync']

export const legacyMail = defineRule({
  id: 'authentication/legacy-mail',
  title: 'No mail protocol goes round the second factor',
  ground: practice('164.312(d)'),
  severity: 'high',
  subjects: system.where(
    'with mailboxes',
    ({ infrastructure }) => infrastructure.description.email?.clientAccess !== undefined,
  ),
  check: (system) => {
    const [protocols, second] = [
      system.at('email', 'clientAccess', 'protocols'),
      system.at('email', 'clientAccess', 'mfa'),
    ]
    const legacy = system.at('identity', 'legacyAuthentication')
    // Without plain passwords the old protocols sign in the modern way; the second factor itself is mfa’s to ask for.
    if (legacy.value !== undefined) return expectFalse(legacy)
    if (second.value === false && protocols.value?.some((one) => OLD.includes(one))) return fail(second)
    return unproven(protocols.value === undefined ? protocols : legacy)
  },
  says: 'mailboxes are read with a password alone',
  why: 'IMAP, POP and old ActiveSync with a plain password never ask a second factor, and that is where stolen passwords are tried first.',
  fix: 'Turn basic authentication off, let clients sign in the modern way, and state `identity: { legacyAuthentication: false }`.',
  examples: { fails: 'legacyAuthentication: true', passes: 'legacyAuthentication: false' },
})
