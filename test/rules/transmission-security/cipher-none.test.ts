import { cipherNone } from '#rules/transmission-security/cipher-none.js'
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
  ],
  message: 'web/443: it offers suites that protect nothing (TLS_RSA_WITH_NULL_SHA: no encryption)',
})
