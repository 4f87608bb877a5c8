import { cipherStrength } from '#rules/transmission-security/cipher-strength.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/web/endpoints/443/tls/cipherSuites'
const suites = (names: string) => `tls: { versions: [TLSv1.2, TLSv1.3], cipherSuites: [${names}] }`

ruleTable(cipherStrength, {
  system: (stated) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, ${stated} }] }]`,
  rows: [
    ['3DES', suites('ECDHE-RSA-DES-CBC3-SHA'), 'fail', { path, severity: 'high' }],
    ['RC4', suites('ECDHE-RSA-RC4-SHA'), 'fail', { path, severity: 'high' }],
    ['static RSA', suites('AES128-GCM-SHA256'), 'fail', { path, severity: 'medium' }],
    [
      'CBC among better ones',
      suites('ECDHE-RSA-AES128-SHA, ECDHE-RSA-AES128-GCM-SHA256'),
      'fail',
      { path, severity: 'low' },
    ],
    ['CBC with SHA-1 alone', suites('ECDHE-RSA-AES128-SHA'), 'fail', { path, severity: 'medium' }],
    [
      'the worst counts',
      suites('ECDHE-RSA-AES128-SHA, ECDHE-RSA-RC4-SHA, AES128-GCM-SHA256'),
      'fail',
      { path, severity: 'high' },
    ],
    ['AES-128 is enough', suites('TLS_AES_128_GCM_SHA256, ECDHE-RSA-AES128-GCM-SHA256'), 'pass', path],
    ['RSA signs in ECDHE_RSA', suites('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'), 'pass', path],
    ['a short tag is no finding', suites('ECDHE-ECDSA-AES128-CCM8'), 'pass', path],
    ['no encryption, of which another rule speaks', suites('NULL-SHA, TLS_AES_128_GCM_SHA256'), 'pass', path],
    [
      'static RSA without TLS 1.3',
      'tls: { versions: [TLSv1.2], cipherSuites: [AES128-SHA] }',
      'fail',
      { severity: 'high' },
    ],
    [
      'suites of 1.2 where only 1.3 is spoken',
      'tls: { versions: [TLSv1.3], cipherSuites: [AES128-SHA] }',
      'pass',
    ],
    [
      'a cipher string with CBC',
      'tls: { cipherString: "HIGH:!aNULL:!MD5" }',
      'fail',
      '/assets/web/endpoints/443/tls/cipherString',
    ],
    ['a strong cipher string', 'tls: { cipherString: "ECDHE+AESGCM:ECDHE+CHACHA20" }', 'pass'],
    [
      'a string that nobody knows',
      'tls: { cipherString: "PROFILE=SYSTEM" }',
      'unproven',
      '/assets/web/endpoints/443/tls/cipherString',
    ],
    [
      'a policy with CBC',
      'tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 }',
      'fail',
      { path: '/assets/web/endpoints/443/tls/providerPolicy', severity: 'low' },
    ],
    ['a policy of AEAD alone', 'tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-2-Res-2021-06 }', 'pass'],
    ['nothing said', 'exposure: public', 'unproven', path],
  ],
  also: [
    [
      'a flow states RC4',
      flowOut('tls: { versions: [TLSv1.0], cipherSuites: [TLS_RSA_WITH_RC4_128_SHA] }'),
      'fail',
      { path: '/flows/send/encryption/tls/cipherSuites', severity: 'high' },
    ],
    ['a flow is right', flowOut('tls: { cipherSuites: [TLS_AES_128_GCM_SHA256] }'), 'pass'],
    ['a flow says nothing', flowOut('protocol: tls'), 'not-applicable'],
    [
      'a flow names the policy of its endpoint',
      flowIn('tls: old', 'protocol: https, tls: old'),
      'pass',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: it offers weak suites (TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA: 64-bit blocks (Sweet32))',
})
