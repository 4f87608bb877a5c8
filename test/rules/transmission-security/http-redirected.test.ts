import { httpRedirected } from '#rules/transmission-security/http-redirected.js'
import { ruleTable } from '#test/rule-table.js'

const at = '/assets/portal/endpoints/80'
const system = (stated: string, others = '', flow = '') => `
    assets:
      - { id: portal, kind: web-app, ephi: [processes], endpoints: [{ port: 80, protocol: http, ${stated} }${others}] }
      - { id: phone, kind: mobile-device }
    ${flow}`
const https = (exposure = 'public') => `, { port: 443, protocol: https, exposure: ${exposure} }`

const byVendor = (transmission: string) => `
    vendors: [{ id: host, responsibilities: { transmission: ${transmission} } }]
    ${system('auth: none').replace('id: portal,', 'id: portal, vendor: host,')}`

ruleTable(httpRedirected, {
  system: (stated) => system(stated),
  rows: [
    [
      'public, without HTTPS beside it',
      'exposure: public',
      'fail',
      { path: `${at}/protocol`, severity: 'medium' },
    ],
    ['public, said to redirect', 'exposure: public, encryption: required', 'pass', `${at}/encryption`],
    ['exposure not said', 'auth: none', 'unproven', `${at}/exposure`],
    ['exposure not said, said to redirect', 'encryption: required', 'pass', `${at}/encryption`],
    ['inside', 'exposure: internal', 'not-applicable'],
    ['for partners', 'exposure: partner', 'not-applicable'],
    ['on one machine, a closed port', 'exposure: loopback', 'not-applicable'],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('vendor'), 'not-applicable'],
    ['a vendor runs it with us, and says nothing', byVendor('shared'), 'unproven'],
    [
      'metrics of something that no browser visits, exposure not said',
      system('auth: none').replace('web-app', 'container'),
      'not-applicable',
    ],
    [
      'something else beside HTTPS, exposure not said',
      system('auth: none', https()).replace('web-app', 'container'),
      'unproven',
      `${at}/exposure`,
    ],
    [
      'something that no browser visits, on the internet',
      system('exposure: public').replace('web-app', 'container'),
      'fail',
    ],
    ['beside HTTPS, as for ACME', system('exposure: public', https()), 'unproven', `${at}/encryption`],
    [
      'beside HTTPS, said to answer in clear',
      system('exposure: public, encryption: none', https()),
      'fail',
      `${at}/encryption`,
    ],
    ['beside HTTPS, said to redirect', system('exposure: public, encryption: required', https()), 'pass'],
    ['beside HTTPS on one machine', system('exposure: public', https('loopback')), 'fail'],
    ['beside something else', system('exposure: public', ', { port: 22, protocol: ssh }'), 'fail'],
    [
      'a flow of ePHI goes there in clear, of which another rule speaks',
      system('exposure: public', '', 'flows: [{ from: phone, to: portal/80, carries: ephi }]'),
      'not-applicable',
    ],
    [
      'a flow of ePHI goes to HTTPS beside it',
      system('exposure: public', https(), 'flows: [{ from: phone, to: portal/443, carries: ephi }]'),
      'unproven',
    ],
    [
      'a flow goes there that is encrypted below',
      system(
        'exposure: public',
        '',
        'flows: [{ from: phone, to: portal/80, carries: ephi, encryption: { enabled: true, protocol: wireguard } }]',
      ),
      'fail',
    ],
  ],
  notApplicable: [
    'assets: [{ id: brochures, kind: web-app, ephi: none, endpoints: [{ port: 80, protocol: http, exposure: public }] }]',
    'assets: [{ id: portal, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, exposure: public }] }]',
  ],
  message:
    'portal/80: it faces the internet over plain HTTP, and there is no HTTPS that it could lead to (endpoints.80.protocol is http)',
})
