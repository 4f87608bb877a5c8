import { defineRule, expectFalse, hasPortal, mailSystem, noticesByChoice, practice } from '#rule'

export const portalNotice = defineRule({
  id: 'email/portal-notice',
  title: 'Notices that a message waits at the portal carry no PHI',
  ground: practice('164.312(e)(1)'),
  severity: 'medium',
  subjects: mailSystem.where(
    'and whose messages are picked up at a portal, not plainly by choice',
    (system) => hasPortal(system) && !noticesByChoice(system),
  ),
  check: (system) => expectFalse(system.at('email', 'portal', 'noticesContainPhi')),
  says: 'notices of the portal carry PHI',
  why: `
    The message waits behind a log-in, and its notice goes as plain mail through the same networks.
    A notice with the name of the clinic, the doctor and the test tells what the portal was to keep.`,
  fix: 'Write no more than that a message waits, and state `email: { portal: { noticesContainPhi: false } }`.',
  examples: { fails: 'portal: { noticesContainPhi: true }', passes: 'portal: { noticesContainPhi: false }' },
})
