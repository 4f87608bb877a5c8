import { tls10Refused } from '#rules/transmission-security/tls-1-0-refused.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
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

    [
      'a flow states it',
      flowOut('tls: { versions: [TLSv1.0] }'),
      'fail',
      { path: '/flows/send/encryption/tls/versions', severity: 'high', subject: 'send' },
    ],
    [
      'a flow names a policy that says it',
      flowOut('tls: old'),
      'fail',
      { path: '/tlsPolicies/old/versions', subject: 'send' },
    ],
    [
      'a flow names a policy of the cloud',
      flowOut('tls: { providerPolicy: ELBSecurityPolicy-2016-08 }'),
      'fail',
      '/flows/send/encryption/tls/providerPolicy',
    ],
    ['a flow is right', flowOut('tls: { versions: [TLSv1.2] }'), 'pass'],
    ['a flow says nothing of it', flowOut('tls: { groups: [x25519] }'), 'not-applicable'],
    ['a flow is encrypted, and that is all', flowOut('enabled: true'), 'not-applicable'],
    [
      'a flow with SSL, of which another rule speaks',
      flowOut('tls: { versions: [SSLv3, TLSv1.0] }'),
      'not-applicable',
    ],
    ['a flow in clear, whatever else it states', flowOut('enabled: false, tls: old'), 'not-applicable'],
    ['a flow of other data', flowOut('tls: old').replace('carries: ephi', 'carries: none'), 'not-applicable'],
    ['a flow of mail weighs less', flowOut('tls: old', ', protocol: smtp'), 'fail', { severity: 'medium' }],
    [
      'a flow says it where its endpoint is right',
      flowIn('tls: { versions: [TLSv1.0] }', 'protocol: https, tls: { versions: [TLSv1.2] }'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says it where its endpoint says nothing',
      flowIn('tls: old', 'protocol: https'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says nothing, and its endpoint is asked',
      flowIn('enabled: true', 'protocol: https'),
      'unproven',
      { subject: 'ehr/443' },
    ],
    [
      'a flow says nothing, and is not asked',
      flowIn('enabled: true', 'protocol: https'),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow says what its endpoint says, which is judged',
      flowIn(
        'tls: { versions: [TLSv1.1, TLSv1.0] }',
        'protocol: https, tls: { versions: [TLSv1.0, TLSv1.1] }',
      ),
      'fail',
      { subject: 'ehr/443' },
    ],
    [
      'a flow says what its endpoint says, which is one finding',
      flowIn(
        'tls: { versions: [TLSv1.1, TLSv1.0] }',
        'protocol: https, tls: { versions: [TLSv1.0, TLSv1.1] }',
      ),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow names the policy of its endpoint',
      flowIn('tls: old', 'protocol: https, tls: old'),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow names the policy of an endpoint in clear, of which nobody asks',
      flowIn('tls: old', 'protocol: https, encryption: none, tls: old'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow to what a vendor runs states that it is wrong',
      flowIn('tls: old', 'protocol: https', ', vendor: host'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow to what a vendor runs says nothing',
      flowIn('enabled: true', 'protocol: https', ', vendor: host'),
      'not-applicable',
    ],
  ],
  message:
    'web/443: it speaks a version of TLS that is withdrawn (endpoints.443.tls.versions is TLSv1.1, TLSv1.2)',
})
