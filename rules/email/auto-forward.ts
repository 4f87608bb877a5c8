import { defineRule, expectFalse, mailSystem, practice } from '#rule'

export const autoForward = defineRule({
  id: 'email/auto-forward',
  title: 'Mail is not forwarded outside by itself',
  ground: practice('164.312(e)(1)'),
  severity: 'medium',
  subjects: mailSystem,
  check: (system) => expectFalse(system.at('email', 'externalAutoForward')),
  says: 'mail may be forwarded to addresses outside by itself',
  why: `
    A forwarding rule discloses every message from then on, in silence, to a mailbox without an agreement.
    It is the first thing that an intruder sets up, and the habit of those who like their private mail better.`,
  fix: 'Block automatic forwarding to outside at the mail server, look which rules exist, and state `email: { externalAutoForward: false }`.',
  references: ['HICP 2023, practice 1'],
  examples: { fails: 'externalAutoForward: true', passes: 'externalAutoForward: false' },
})
