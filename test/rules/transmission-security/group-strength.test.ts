import { groupStrength } from '#rules/transmission-security/group-strength.js'
import { ruleTable } from '#test/rule-table.js'

const tls = '/assets/web/endpoints/443/tls'

ruleTable(groupStrength, {
  system: (stated) => `
    assets: [{ id: web, kind: web-app, ephi: [processes], endpoints: [{ port: 443, protocol: https, tls: { ${stated} } }] }]`,
  rows: [
    ['1024 bits', 'dhBits: 1024', 'fail', { path: `${tls}/dhBits`, severity: 'high' }],
    ['2047 bits', 'dhBits: 2047', 'fail'],
    ['2048 bits, the bound itself', 'dhBits: 2048', 'pass', `${tls}/dhBits`],
    ['a small curve', 'groups: [secp192r1, secp256r1]', 'fail', `${tls}/groups`],
    ['strong curves', 'groups: [X25519MLKEM768, x25519, secp224r1, secp256r1]', 'pass', `${tls}/groups`],
    ['strong curves, small modulus', 'groups: [x25519], dhBits: 1024', 'fail', `${tls}/dhBits`],
    ['nothing said', 'versions: TLSv1.2', 'unproven', `${tls}/groups`],
  ],
  message: 'web/443: its key exchange uses a group that is too small (endpoints.443.tls.dhBits is 1024)',
})
