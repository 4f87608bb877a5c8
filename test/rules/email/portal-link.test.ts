import { portalLink } from '#rules/email/portal-link.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/portal/linkExpires'
const system = (portal: string, auth = 'auth: token', more = '') => `
    system: { name: Clinic }
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: pickup, kind: web-app, ephi: [stores], endpoints: [{ port: 443, protocol: https, ${auth} }${more}] }
    email: { portal: { asset: pickup, ${portal} } }`

ruleTable(portalLink, {
  system: (stated) => system(stated.replace(/^portal: \{ (.*) \}$/, '$1')),
  rows: [
    ['longer', 'linkExpires: 31 days', 'fail', { path, severity: 'low' }],
    ['30 days, the bound itself', 'linkExpires: 30 days', 'pass'],
    ['never', 'linkExpires: never', 'fail', { path, severity: 'medium' }],
    ['nothing said', 'noticesContainPhi: false', 'unproven', path],
  ],
  parameters: [['a day asked for', { period: 'P1D' }, 'linkExpires: 2 days', 'fail']],
  also: [
    ['behind a password', system('linkExpires: never', 'auth: password'), 'not-applicable'],
    ['behind single sign-on', system('linkExpires: never', 'auth: sso'), 'not-applicable'],
    ['with no log-in', system('linkExpires: never', 'auth: none'), 'fail'],
    ['log-in not said', system('linkExpires: never', 'exposure: public'), 'fail'],
    [
      'one way in without a log-in',
      system('linkExpires: never', 'auth: sso', ', { port: 8443, protocol: https, auth: none }'),
      'fail',
    ],
    [
      'no endpoint said',
      'assets: [{ id: mail, kind: mail-server, ephi: [stores] }]\nemail: { portal: { linkExpires: never } }',
      'fail',
    ],
  ],
  notApplicable:
    'assets: [{ id: mail, kind: mail-server, ephi: [stores] }]\nemail: { externalAutoForward: false }',
  message:
    'Clinic: links to messages open them for longer than 30 days (email.portal.linkExpires is 31 days)',
})
