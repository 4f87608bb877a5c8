import { issuerTrusted } from '#rules/certificates/issuer-trusted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/certificate/publiclyTrusted'
const system = (stated: string, endpoint = 'exposure: public', tls = '') => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, ${endpoint}, tls: { ${tls} certificate: { ${stated} } } }] }]`

ruleTable(issuerTrusted, {
  system: (stated) => system(stated),
  rows: [
    ['not trusted', 'publiclyTrusted: false', 'fail', { path, severity: 'high' }],
    ['trusted', 'publiclyTrusted: true', 'pass', path],
    ['nothing said', 'issuer: somebody', 'unproven', path],
  ],
  also: [
    ['inside', system('publiclyTrusted: false', 'exposure: internal'), 'not-applicable'],
    ['exposure not said', system('publiclyTrusted: false', 'auth: password'), 'not-applicable'],
    [
      'for clients with certificates',
      system('publiclyTrusted: false', 'exposure: public', 'clientCertificates: required,'),
      'not-applicable',
    ],
  ],
  message:
    'web/443: browsers and other clients do not trust its issuer (endpoints.443.tls.certificate.publiclyTrusted is false)',
})
