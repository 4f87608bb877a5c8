import { tls10Refused } from '#rules/transmission-security/tls-1-0-refused.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/versions'
const system = (stated: string, protocol = 'https') => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: ${protocol}, ${stated} }] }]`

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: web, kind: web-app, vendor: ${vendor}, ephi: [processes], endpoints: [{ port: 443, protocol: https, ${stated} }] }]`

ruleTable(tls10Refused, {
  system: (stated) => system(stated),
  rows: [
    ['TLS 1.1', 'tls: { versions: [TLSv1.1, TLSv1.2] }', 'fail', { path, severity: 'high' }],
    ['TLS 1.0, as a number', 'tls: { versions: [1.0, 1.2] }', 'fail', path],
    ['TLS 1.2 alone', 'tls: { versions: 1.2 }', 'pass', path],
    ['TLS 1.2 and 1.3', 'tls: { versions: [TLSv1.2, TLSv1.3] }', 'pass', path],
    ['nothing said', 'exposure: public', 'unproven', path],
    ['SSL, of which another rule speaks', 'tls: { versions: [SSLv3, TLSv1.0] }', 'not-applicable'],
    ['a policy of the cloud', 'tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-0-PQ-2025-09 }', 'fail'],
    ['a good policy of the cloud', 'tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 }', 'pass'],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'auth: password'), 'not-applicable'],
    [
      'a vendor runs it, and it is stated that it is wrong',
      byVendor('host', 'tls: { versions: 1.0 }'),
      'fail',
    ],
    ['a vendor runs it, and it is right', byVendor('host', 'tls: { versions: 1.2 }'), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'auth: password'), 'unproven'],
    [
      'mail weighs less',
      system('encryption: optional, tls: { versions: [TLSv1.0, TLSv1.2] }', 'smtp'),
      'fail',
      { severity: 'medium' },
    ],
  ],
  message:
    'web/443: it speaks a version of TLS that is withdrawn (endpoints.443.tls.versions is TLSv1.1, TLSv1.2)',
})
