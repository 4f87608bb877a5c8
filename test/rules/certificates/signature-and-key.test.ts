import { signatureAndKey } from '#rules/certificates/signature-and-key.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const certificate = '/assets/web/endpoints/443/tls/certificate'

ruleTable(signatureAndKey, {
  system: (stated) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { certificate: { ${stated} } } }] }]`,
  rows: [
    [
      'SHA-1',
      'signature: sha1WithRSAEncryption, keyType: RSA, keyBits: 2048',
      'fail',
      { path: `${certificate}/signature`, severity: 'high' },
    ],
    [
      'MD5',
      'signature: md5WithRSAEncryption, keyType: RSA, keyBits: 2048',
      'fail',
      `${certificate}/signature`,
    ],
    ['SHA-256', 'signature: sha256WithRSAEncryption, keyType: RSA, keyBits: 2048', 'pass'],
    [
      'RSA of 2047 bits',
      'signature: sha256WithRSAEncryption, keyType: RSA, keyBits: 2047',
      'fail',
      `${certificate}/keyBits`,
    ],
    ['a curve of 256 bits', 'signature: ecdsa-with-SHA256, keyType: ECDSA, keyBits: 256', 'pass'],
    [
      'a curve of 224 bits, the bound itself',
      'signature: ecdsa-with-SHA256, keyType: EC, keyBits: 224',
      'pass',
    ],
    [
      'a curve of 192 bits',
      'signature: ecdsa-with-SHA256, keyType: EC, keyBits: 192',
      'fail',
      `${certificate}/keyBits`,
    ],
    [
      '256 bits of what is not said',
      'signature: sha256WithRSAEncryption, keyBits: 256',
      'unproven',
      `${certificate}/keyType`,
    ],
    ['4096 bits of what is not said', 'signature: sha256WithRSAEncryption, keyBits: 4096', 'pass'],
    ['Ed25519', 'signature: Ed25519, keyType: Ed25519, keyBits: 256', 'pass'],
    ['key not said', 'signature: sha256WithRSAEncryption', 'unproven', `${certificate}/keyBits`],
    ['nothing said', 'renewal: manual', 'unproven', `${certificate}/signature`],
  ],
  also: [
    [
      'a flow states it',
      flowOut('tls: { certificate: { keyType: RSA, keyBits: 1024 } }'),
      'fail',
      '/flows/send/encryption/tls/certificate/keyBits',
    ],
    [
      'a flow shows the certificate of its endpoint',
      flowIn(
        'tls: { certificate: { keyType: RSA, keyBits: 1024 } }',
        'protocol: https, tls: { certificate: { keyType: RSA, keyBits: 1024 } }',
      ),
      'pass',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: its certificate can be forged (sha1WithRSAEncryption)',
})
