import { renewal } from '#rules/certificates/renewal.js'
import { flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/certificate/renewal'
const system = (stated: string, trusted = 'publiclyTrusted: true') => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { certificate: { ${trusted}, ${stated} } } }] }]`

ruleTable(renewal, {
  system: (stated) => system(stated),
  rows: [
    ['by hand', 'renewal: manual', 'fail', { path, severity: 'low' }],
    ['by itself', 'renewal: automatic', 'pass', path],
    ['nothing said', 'issuer: A public CA', 'unproven', path],
  ],
  also: [
    ['of a CA of one’s own', system('renewal: manual', 'publiclyTrusted: false'), 'not-applicable'],
    ['of whom is not said', system('renewal: manual', 'issuer: somebody'), 'not-applicable'],

    [
      'a flow states it',
      flowOut('tls: { certificate: { publiclyTrusted: true, renewal: manual } }'),
      'fail',
      '/flows/send/encryption/tls/certificate/renewal',
    ],
    ['a flow does not say it', flowOut('tls: { certificate: { publiclyTrusted: true } }'), 'not-applicable'],
  ],
  message:
    'web/443: somebody has to remember to renew its certificate (endpoints.443.tls.certificate.renewal is manual)',
})
