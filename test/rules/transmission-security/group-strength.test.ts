import { groupStrength } from '#rules/transmission-security/group-strength.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const tls = '/assets/web/endpoints/443/tls'
const dhe = 'cipherSuites: [DHE-RSA-AES128-GCM-SHA256]'
const ecdhe = 'cipherSuites: [ECDHE-RSA-AES128-GCM-SHA256]'
const both = 'cipherSuites: [ECDHE-RSA-AES128-GCM-SHA256, DHE-RSA-AES128-GCM-SHA256]'

ruleTable(groupStrength, {
  system: (stated) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { ${stated} } }] }]`,
  rows: [
    ['1024 bits', 'dhBits: 1024', 'fail', { path: `${tls}/dhBits`, severity: 'high' }],
    ['2047 bits', 'dhBits: 2047', 'fail'],
    ['2048 bits, the bound itself', `${dhe}, dhBits: 2048`, 'pass', `${tls}/dhBits`],
    ['2048 bits, curves not said', 'dhBits: 2048', 'unproven', `${tls}/groups`],
    ['DHE, modulus not said', dhe, 'unproven', `${tls}/dhBits`],
    ['DHE beside curves, modulus not said', `${both}, groups: [x25519]`, 'unproven', `${tls}/dhBits`],
    ['DHE beside curves, both said', `${both}, groups: [x25519], dhBits: 3072`, 'pass'],
    ['ECDHE, curves not said', ecdhe, 'unproven', `${tls}/groups`],
    ['ECDHE, curves said', `${ecdhe}, groups: [prime256v1]`, 'pass'],
    [
      'TLS 1.3 beside DHE, groups not said',
      `versions: [TLSv1.2, TLSv1.3], ${dhe}, dhBits: 2048`,
      'unproven',
      `${tls}/groups`,
    ],
    ['suites not said', 'versions: [TLSv1.2], groups: [x25519]', 'unproven', `${tls}/dhBits`],
    [
      'a suite that nobody knows',
      'cipherSuites: [ECDHE-RSA-AES128-GCM-SHA256, MY-SUITE], groups: [x25519]',
      'unproven',
      `${tls}/dhBits`,
    ],
    ['TLS 1.3 alone, groups not said', 'versions: TLSv1.3', 'unproven', `${tls}/groups`],
    [
      'a group that nobody knows',
      'versions: TLSv1.3, groups: [x25519, mycurve]',
      'unproven',
      `${tls}/groups`,
    ],
    ['a small group beside one that nobody knows', 'groups: [mycurve, secp192r1]', 'fail', `${tls}/groups`],
    ['a small curve', 'groups: [secp192r1, secp256r1]', 'fail', `${tls}/groups`],
    [
      'strong curves',
      'versions: TLSv1.3, groups: [X25519MLKEM768, x25519, secp224r1, secp256r1]',
      'pass',
      `${tls}/groups`,
    ],
    ['strong curves, small modulus', 'groups: [x25519], dhBits: 1024', 'fail', `${tls}/dhBits`],
    ['nothing said', 'versions: TLSv1.2', 'unproven', `${tls}/groups`],
  ],
  also: [
    [
      'a flow states a short modulus',
      flowOut('tls: { dhBits: 1024 }'),
      'fail',
      '/flows/send/encryption/tls/dhBits',
    ],
    [
      'a flow states a small curve',
      flowOut('tls: { groups: [secp192r1] }'),
      'fail',
      '/flows/send/encryption/tls/groups',
    ],
    ['a flow is right', flowOut('tls: { versions: [TLSv1.3], groups: [x25519] }'), 'pass'],
    ['a flow leaves the modulus open', flowOut('tls: { groups: [x25519] }'), 'not-applicable'],
    [
      'a flow states a group that nobody knows',
      flowOut('tls: { groups: [mycurve] }'),
      'unproven',
      '/flows/send/encryption/tls/groups',
    ],
    ['a flow says nothing of groups', flowOut('tls: { versions: [TLSv1.3] }'), 'not-applicable'],
    [
      'a flow says a part of what its endpoint says',
      flowIn('tls: { dhBits: 1024 }', 'protocol: https, tls: { dhBits: 1024, groups: [x25519] }'),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow says more than its endpoint',
      flowIn('tls: { dhBits: 1024, groups: [x25519] }', 'protocol: https, tls: { groups: [x25519] }'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says what an endpoint in clear says, of which nobody asks',
      flowIn('tls: { dhBits: 1024 }', 'protocol: https, encryption: none, tls: { dhBits: 1024 }'),
      'fail',
      { subject: 'send' },
    ],
  ],
  message: 'web/443: its key exchange uses a group that is too small (endpoints.443.tls.dhBits is 1024)',
})
