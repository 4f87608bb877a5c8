import {
  defineRule,
  duration,
  expectAtMost,
  fail,
  hasPortal,
  mailSystem,
  portalAsksLogIn,
  practice,
} from '#rule'

export const portalLink = defineRule({
  id: 'email/portal-link',
  title: 'Links to messages at the portal expire',
  ground: practice('164.312(d)'),
  severity: 'low',
  subjects: mailSystem.where(
    'and whose messages are picked up at a portal without a log-in',
    (system) => hasPortal(system) && !portalAsksLogIn(system),
  ),
  parameters: { period: duration('P30D', 'The longest time for which a link opens a message.') },
  check: (system, { period }) => {
    const expires = system.at('email', 'portal', 'linkExpires')
    return expires.value === 'never'
      ? fail(expires, { severity: 'medium', says: 'links to messages never expire' })
      : expectAtMost(expires, period)
  },
  says: 'links to messages open them for longer than {period}',
  why: `
    Whoever finds the link opens the message: a forwarded notice, a shared computer, an old mailbox.
    Behind a log-in of its own a link does no harm.`,
  fix: 'Let links expire within {period}, or ask for a log-in and state `auth` at the endpoints of the portal, and state `email: { portal: { linkExpires } }`.',
  examples: { fails: 'portal: { linkExpires: 90 days }', passes: 'portal: { linkExpires: 7 days }' },
})
