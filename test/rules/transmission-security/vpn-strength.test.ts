import { vpnStrength } from '#rules/transmission-security/vpn-strength.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/gateway/endpoints/500/ipsec'
const ike = 'ike: 2, pfs: true'
const gcm = 'encryption: aes256gcm16'

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: gateway, kind: vpn, vendor: ${vendor}, ephi: [transmits], endpoints: [{ port: 500, protocol: ipsec, ${stated} }] }]`

ruleTable(vpnStrength, {
  system: (stated) => `
    assets: [{ id: gateway, kind: vpn, ephi: [transmits], endpoints: [{ port: 500, protocol: ipsec, ${stated} }] }]`,
  rows: [
    ['3DES', 'ipsec: { encryption: 3des }', 'fail', { path, severity: 'high' }],
    ['DES', 'ipsec: { encryption: [aes128, des] }', 'fail', { severity: 'high' }],
    ['no encryption', 'ipsec: { encryption: "null" }', 'fail', { severity: 'high' }],
    ['MD5', 'ipsec: { integrity: md5 }', 'fail', { severity: 'high' }],
    ['SHA-1', 'ipsec: { integrity: sha1 }', 'fail', { severity: 'low' }],
    ['SHA-256', `ipsec: { ${ike}, encryption: aes256, integrity: sha256, dhGroup: 14 }`, 'pass', path],
    ['group 2', 'ipsec: { dhGroup: 2 }', 'fail', { severity: 'high' }],
    ['group 14', `ipsec: { ${ike}, ${gcm}, dhGroup: 14 }`, 'pass', path],
    ['IKE not said', `ipsec: { pfs: true, ${gcm}, dhGroup: 14 }`, 'unproven', `${path}/ike`],
    ['encryption not said', `ipsec: { ${ike}, dhGroup: 14 }`, 'unproven', `${path}/encryption`],
    [
      'integrity not said',
      `ipsec: { ${ike}, encryption: aes256, dhGroup: 14 }`,
      'unproven',
      `${path}/integrity`,
    ],
    ['group not said', `ipsec: { ${ike}, ${gcm} }`, 'unproven', `${path}/dhGroup`],
    ['forward secrecy not said', `ipsec: { ike: 2, ${gcm}, dhGroup: 14 }`, 'unproven', `${path}/pfs`],
    [
      'a cipher that nobody knows',
      `ipsec: { ${ike}, encryption: [aes256gcm16, speck], dhGroup: 14 }`,
      'unproven',
      path,
    ],
    ['a group that nobody knows', `ipsec: { ${ike}, ${gcm}, dhGroup: 99 }`, 'unproven', path],
    ['an elliptic group', `ipsec: { ${ike}, ${gcm}, dhGroup: [19, 31] }`, 'pass', path],
    [
      'HMAC as people write it',
      `ipsec: { ${ike}, encryption: AES-256-CBC, integrity: HMAC-SHA2-256, dhGroup: 20 }`,
      'pass',
      path,
    ],
    ['group 24', 'ipsec: { dhGroup: [14, 24] }', 'fail', { severity: 'high' }],
    ['IKEv1', 'ipsec: { ike: 1 }', 'fail', { severity: 'medium' }],
    ['aggressive mode', 'ipsec: { ike: 1, mode: aggressive }', 'fail', { severity: 'high' }],
    ['IKEv2', 'ipsec: { ike: 2, encryption: aes256gcm16, dhGroup: 20, pfs: true }', 'pass', path],
    ['no forward secrecy', 'ipsec: { pfs: false }', 'fail', { severity: 'medium' }],
    ['nothing said', 'exposure: public', 'unproven', path],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'auth: password'), 'not-applicable'],
    [
      'a vendor runs it, and it is stated that it is wrong',
      byVendor('host', 'ipsec: { encryption: 3des }'),
      'fail',
    ],
    ['a vendor runs it, and it is right', byVendor('host', `ipsec: { ${ike}, ${gcm}, dhGroup: 14 }`), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'auth: password'), 'unproven'],
    [
      'settings beside another protocol',
      'assets: [{ id: g, kind: vpn, ephi: [transmits], endpoints: [{ port: 4500, protocol: other, ipsec: { dhGroup: 2 } }] }]',
      'fail',
    ],

    [
      'a flow states it',
      flowOut('protocol: ipsec, ipsec: { dhGroup: 2 }'),
      'fail',
      { path: '/flows/send/encryption/ipsec', severity: 'high' },
    ],
    ['a flow is right', flowOut(`ipsec: { ${ike}, ${gcm}, dhGroup: 14 }`), 'pass'],
    ['a flow leaves the rest open', flowOut('ipsec: { dhGroup: 14 }'), 'not-applicable'],
    ['a flow over IPsec says nothing', flowOut('protocol: ipsec'), 'not-applicable'],
    [
      'a flow says a part of what its endpoint says',
      flowIn('ipsec: { dhGroup: 2 }', 'protocol: ipsec, ipsec: { dhGroup: 2, ike: 1 }'),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow says something else than its endpoint',
      flowIn('ipsec: { dhGroup: 2 }', 'protocol: ipsec, ipsec: { dhGroup: 14 }'),
      'fail',
      { subject: 'send' },
    ],
  ],
  notApplicable:
    'assets: [{ id: a, kind: server, ephi: [stores], endpoints: [{ port: 443, protocol: https }] }]',
  message: 'gateway/500: its IPsec is weak (3des: a cipher that is not approved)',
})
