import { tls13Offered } from '#rules/transmission-security/tls-1-3-offered.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/versions'

ruleTable(tls13Offered, {
  system: (stated) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, ${stated} }] }]`,
  rows: [
    ['TLS 1.2 alone', 'tls: { versions: [TLSv1.2] }', 'fail', { path, severity: 'low' }],
    ['TLS 1.2 beside an old one', 'tls: { versions: [TLSv1.1, TLSv1.2] }', 'fail', path],
    ['both', 'tls: { versions: [TLSv1.2, TLSv1.3] }', 'pass', path],
    ['TLS 1.3 alone', 'tls: { versions: [TLSv1.3] }', 'pass', path],
    ['nothing said', 'exposure: public', 'unproven', path],
    ['only old ones, of which another rule speaks', 'tls: { versions: [TLSv1.0] }', 'not-applicable'],
  ],
  also: [
    [
      'a flow states TLS 1.2 alone',
      flowOut('tls: { versions: [TLSv1.2] }'),
      'fail',
      '/flows/send/encryption/tls/versions',
    ],
    ['a flow states TLS 1.3', flowOut('tls: { versions: [TLSv1.3] }'), 'pass'],
    ['a flow says nothing', flowOut('protocol: tls'), 'not-applicable'],
    [
      'a flow says what its endpoint says',
      flowIn('tls: { versions: [TLSv1.2] }', 'protocol: https, tls: { versions: [TLSv1.2] }'),
      'pass',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: it does not offer TLS 1.3 (endpoints.443.tls.versions is TLSv1.2)',
})
