import { hsts } from '#rules/transmission-security/hsts.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/hsts'
const system = (stated: string, kind = 'web-app', protocol = 'https') => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }]
    assets: [{ id: web, kind: ${kind}, ephi: [processes], endpoints: [{ port: 443, protocol: ${protocol}, ${stated} }] }]`

ruleTable(hsts, {
  system: (stated) => system(stated),
  rows: [
    ['not sent', 'tls: { hsts: none }', 'fail', { path, severity: 'low' }],
    ['sent', 'tls: { hsts: true }', 'pass', path],
    ['sent, with its age', 'tls: { hsts: { maxAge: 2 years } }', 'pass', path],
    ['nothing said', 'exposure: public', 'unproven', path],
    ['for a year, as headers say it', 'tls: { hsts: { maxAge: 365 days } }', 'pass'],
    ['for a day less', 'tls: { hsts: { maxAge: 364 days } }', 'fail', `${path}/maxAge`],
    [
      'for a second',
      'tls: { hsts: { maxAge: 1 second } }',
      'fail',
      { path: `${path}/maxAge`, severity: 'low' },
    ],
    ['not sent, though with an age', 'tls: { hsts: { enabled: false, maxAge: 2 years } }', 'fail', path],
  ],
  parameters: [['two years asked for', { period: 'P2Y' }, 'tls: { hsts: { maxAge: 1 year } }', 'fail']],
  also: [
    ['an interface', system('tls: { hsts: none }', 'api'), 'not-applicable'],
    ['another protocol', system('tls: { hsts: none }', 'web-app', 'grpc'), 'not-applicable'],
    [
      'the vendor sees to it',
      system('auth: password').replace('id: web,', 'id: web, vendor: host,'),
      'not-applicable',
    ],
    [
      'the vendor sees to it, and does not',
      system('tls: { hsts: none }').replace('id: web,', 'id: web, vendor: host,'),
      'fail',
    ],
  ],
  message:
    'web/443: browsers are not told to come by HTTPS alone (endpoints.443.tls.hsts is { enabled: false })',
})
