import { sslRefused } from '#rules/transmission-security/ssl-refused.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/versions'

ruleTable(sslRefused, {
  system: (stated) => `
    tlsPolicies: { old: { versions: [SSLv3] } }
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, ${stated} }] }]`,
  rows: [
    ['SSL 3', 'tls: { versions: [SSLv3, TLSv1.2] }', 'fail', { path, severity: 'high' }],
    ['SSL 2', 'tls: { versions: SSLv2 }', 'fail', path],
    ['by its policy', 'tls: old', 'fail', '/tlsPolicies/old/versions'],
    ['TLS', 'tls: { versions: [1.0, 1.2] }', 'pass', path],
    ['nothing said', 'exposure: public', 'unproven', path],
    ['a known policy of the cloud', 'tls: { providerPolicy: ELBSecurityPolicy-2016-08 }', 'pass'],
    [
      'an old policy of the cloud',
      'tls: { providerPolicy: SSLv3 }',
      'fail',
      '/assets/web/endpoints/443/tls/providerPolicy',
    ],
    ['an unknown policy', 'tls: { providerPolicy: ELBSecurityPolicy-2031-01 }', 'unproven', path],
  ],
  notApplicable:
    'assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 22, protocol: ssh }, { port: 80, encryption: none, tls: { versions: [SSLv3] } }] }]',
  also: [
    [
      'a flow states it',
      flowOut('tls: { versions: [SSLv3] }'),
      'fail',
      '/flows/send/encryption/tls/versions',
    ],
    ['a flow is right', flowOut('tls: { versions: [TLSv1.2] }'), 'pass'],
    ['a flow says nothing', flowOut('protocol: tls'), 'not-applicable'],
    [
      'a flow says what its endpoint says',
      flowIn('tls: { versions: [SSLv3] }', 'protocol: https, tls: { versions: [SSLv3] }'),
      'pass',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: it speaks SSL, which is broken (endpoints.443.tls.versions is SSLv3, TLSv1.2)',
})
