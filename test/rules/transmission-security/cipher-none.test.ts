import { cipherNone } from '#rules/transmission-security/cipher-none.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/cipherSuites'
const system = (stated: string, protocol = 'https') => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: ${protocol}, ${stated} }] }]`

ruleTable(cipherNone, {
  system: (stated) => system(stated),
  rows: [
    [
      'no encryption',
      'tls: { cipherSuites: [TLS_RSA_WITH_NULL_SHA] }',
      'fail',
      { path, severity: 'critical' },
    ],
    ['export', 'tls: { cipherSuites: [EXP-RC4-MD5] }', 'fail', { path, severity: 'critical' }],
    ['DES', 'tls: { cipherSuites: [DES-CBC-SHA] }', 'fail', path],
    ['3DES is another matter', 'tls: { cipherSuites: [DES-CBC3-SHA] }', 'pass', path],
    ['anonymous', 'tls: { cipherSuites: [ADH-AES128-SHA] }', 'fail', path],
    [
      'by a cipher string',
      'tls: { cipherString: "ALL:eNULL" }',
      'fail',
      '/assets/web/endpoints/443/tls/cipherString',
    ],
    ['a string that excludes them', 'tls: { cipherString: "HIGH:!aNULL:!eNULL" }', 'pass'],
    [
      'a string that nobody knows',
      'tls: { cipherString: "HIGH:FOO" }',
      'unproven',
      '/assets/web/endpoints/443/tls/cipherString',
    ],
    ['strong', 'tls: { cipherSuites: [TLS_AES_128_GCM_SHA256] }', 'pass', path],
    ['a name that nobody knows', 'tls: { cipherSuites: [TLS_FOO] }', 'unproven', path],
    [
      'a signal is no suite',
      'tls: { cipherSuites: [TLS_AES_128_GCM_SHA256, TLS_FALLBACK_SCSV] }',
      'pass',
      path,
    ],
    [
      'suites of 1.2 where only 1.3 is spoken',
      'tls: { versions: TLSv1.3, cipherSuites: [DES-CBC-SHA] }',
      'pass',
    ],
    ['nothing said', 'exposure: public', 'unproven', path],
    ['a policy of the cloud', 'tls: { providerPolicy: TLSv1.2_2021 }', 'pass'],
    [
      'an unknown policy of the cloud',
      'tls: { providerPolicy: Custom }',
      'unproven',
      '/assets/web/endpoints/443/tls/providerPolicy',
    ],
  ],
  also: [
    [
      'anonymous in opportunistic mail',
      system('encryption: optional, tls: { cipherSuites: [AECDH-AES256-SHA] }', 'smtp'),
      'pass',
    ],

    [
      'a flow states it',
      flowOut('tls: { cipherSuites: [TLS_RSA_WITH_NULL_SHA] }'),
      'fail',
      { path: '/flows/send/encryption/tls/cipherSuites', severity: 'critical' },
    ],
    [
      'a flow states it by a cipher string',
      flowOut('tls: { cipherString: "ALL:eNULL" }'),
      'fail',
      '/flows/send/encryption/tls/cipherString',
    ],
    [
      'a flow states a string that nobody knows',
      flowOut('tls: { cipherString: "HIGH:FOO" }'),
      'unproven',
      '/flows/send/encryption/tls/cipherString',
    ],
    [
      'a flow names a policy of the cloud that nobody knows',
      flowOut('tls: { providerPolicy: Custom }'),
      'unproven',
      '/flows/send/encryption/tls/providerPolicy',
    ],
    [
      'a flow to what a vendor runs states a string that nobody knows',
      flowIn('tls: { cipherString: "HIGH:FOO" }', 'protocol: https', ', vendor: host'),
      'not-applicable',
    ],
    ['a flow is right', flowOut('tls: { cipherSuites: [TLS_AES_128_GCM_SHA256] }'), 'pass'],
    ['a flow says nothing of suites', flowOut('tls: { versions: [TLSv1.2] }'), 'not-applicable'],
    [
      'an anonymous flow of opportunistic mail',
      flowOut('tls: { cipherSuites: [AECDH-AES256-SHA] }', ', protocol: smtp'),
      'pass',
    ],
    [
      'an anonymous flow to an endpoint of mail',
      flowIn(
        'tls: { cipherSuites: [AECDH-AES256-SHA] }',
        'protocol: smtp, encryption: optional, tls: { cipherSuites: [TLS_AES_128_GCM_SHA256] }',
      ),
      'pass',
    ],
    [
      'an anonymous flow to mail, or to something else',
      flowIn('tls: { cipherSuites: [AECDH-AES256-SHA] }', 'protocol: smtp }, { port: 8443, protocol: https'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says what its endpoint says, by other names',
      flowIn(
        'tls: { cipherSuites: [DES-CBC-SHA] }',
        'protocol: https, tls: { cipherSuites: [TLS_RSA_WITH_DES_CBC_SHA] }',
      ),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow says it with a version that its endpoint does not offer',
      flowIn(
        'tls: { versions: [TLSv1.2], cipherSuites: [DES-CBC-SHA] }',
        'protocol: https, tls: { versions: [TLSv1.3], cipherSuites: [DES-CBC-SHA] }',
      ),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says it with one version more than its endpoint',
      flowIn(
        'tls: { versions: [TLSv1.2, TLSv1.3], cipherSuites: [DES-CBC-SHA] }',
        'protocol: https, tls: { versions: [TLSv1.2], cipherSuites: [DES-CBC-SHA] }',
      ),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow leaves the version to its endpoint, where older suites do not count',
      flowIn(
        'tls: { cipherSuites: [DES-CBC-SHA] }',
        'protocol: https, tls: { versions: [TLSv1.3], cipherSuites: [DES-CBC-SHA] }',
      ),
      'pass',
    ],
    [
      'a flow says what an endpoint in clear says, of which nobody asks',
      flowIn('tls: old', 'protocol: https, encryption: none, tls: old'),
      'fail',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: it offers suites that protect nothing (TLS_RSA_WITH_NULL_SHA: no encryption)',
})
