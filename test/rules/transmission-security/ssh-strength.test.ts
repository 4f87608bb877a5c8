import { sshStrength } from '#rules/transmission-security/ssh-strength.js'
import { flowIn, flowOut } from '#test/flow-stating.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/jump/endpoints/22/ssh'
const system = (stated: string, protocol = 'ssh') => `
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: jump, kind: bastion, administers: { id: ehr }, endpoints: [{ port: 22, protocol: ${protocol}, ${stated} }] }`

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: jump, kind: server, vendor: ${vendor}, ephi: [stores], endpoints: [{ port: 22, protocol: ssh, ${stated} }] }]`
const kex = 'kex: [curve25519-sha256]'
const ciphers = 'ciphers: [aes256-gcm@openssh.com]'
const keys = 'hostKeys: [ssh-ed25519]'
const login = 'passwordAuth: false'

ruleTable(sshStrength, {
  system: (stated) => system(stated),
  rows: [
    ['64-bit blocks', 'ssh: { ciphers: [3des-cbc] }', 'fail', { path, severity: 'high' }],
    ['CBC', 'ssh: { ciphers: [aes128-cbc] }', 'fail', { path, severity: 'medium' }],
    ['RC4', 'ssh: { ciphers: [arcfour256] }', 'fail', { severity: 'high' }],
    ['DSA', 'ssh: { hostKeys: [ssh-dss] }', 'fail', { severity: 'high' }],
    ['SHA-1 signatures', 'ssh: { hostKeys: [ssh-rsa] }', 'fail', { severity: 'medium' }],
    ['RSA keys with SHA-2', `ssh: { ${kex}, ${ciphers}, ${login}, hostKeys: [rsa-sha2-512] }`, 'pass', path],
    ['group 1', 'ssh: { kex: [diffie-hellman-group1-sha1] }', 'fail', { severity: 'high' }],
    ['group 14 with SHA-1', 'ssh: { kex: [diffie-hellman-group14-sha1] }', 'fail', { severity: 'medium' }],
    [
      'group 14 with SHA-256',
      `ssh: { ${ciphers}, ${keys}, ${login}, kex: [diffie-hellman-group14-sha256] }`,
      'pass',
      path,
    ],
    ['MD5', 'ssh: { macs: [hmac-md5] }', 'fail', { severity: 'medium' }],
    ['a short tag', 'ssh: { macs: [umac-64@openssh.com] }', 'fail', { severity: 'low' }],
    [
      'the worst counts',
      'ssh: { macs: [umac-64@openssh.com], ciphers: [3des-cbc] }',
      'fail',
      { severity: 'high' },
    ],
    ['post-quantum', `ssh: { ${ciphers}, ${keys}, ${login}, kex: [mlkem768x25519-sha256] }`, 'pass', path],
    [
      'passwords on the internet',
      'exposure: public, ssh: { passwordAuth: true }',
      'fail',
      { severity: 'medium' },
    ],
    [
      'passwords on an administrative port',
      'exposure: internal, ssh: { passwordAuth: true }',
      'fail',
      { severity: 'medium' },
    ],
    ['no passwords, and nothing of algorithms', 'ssh: { passwordAuth: false }', 'unproven', `${path}/kex`],
    ['sound, whole', `ssh: { ${kex}, ${ciphers}, ${keys}, ${login} }`, 'pass', path],
    ['key exchange not said', `ssh: { ${ciphers}, ${keys}, ${login} }`, 'unproven', `${path}/kex`],
    ['ciphers not said', `ssh: { ${kex}, ${keys}, ${login} }`, 'unproven', `${path}/ciphers`],
    ['an empty list', `ssh: { ${kex}, ${keys}, ${login}, ciphers: [] }`, 'unproven', `${path}/ciphers`],
    ['host keys not said', `ssh: { ${kex}, ${ciphers}, ${login} }`, 'unproven', `${path}/hostKeys`],
    ['passwords not said', `ssh: { ${kex}, ${ciphers}, ${keys} }`, 'unproven', `${path}/passwordAuth`],
    [
      'a cipher without authentication, codes not said',
      `ssh: { ${kex}, ciphers: [aes256-ctr], ${keys}, ${login} }`,
      'unproven',
      `${path}/macs`,
    ],
    [
      'a cipher without authentication, with its codes',
      `ssh: { ${kex}, ciphers: [aes256-ctr, chacha20-poly1305@openssh.com], macs: [hmac-sha2-256], ${keys}, ${login} }`,
      'pass',
    ],
    [
      'a name that nobody knows',
      `ssh: { ${kex}, ciphers: [quantum-safe], ${keys}, ${login} }`,
      'unproven',
      path,
    ],
    ['a weak name beside an unknown one', 'ssh: { ciphers: [quantum-safe, 3des-cbc] }', 'fail', path],
    ['nothing said', 'exposure: internal', 'unproven', path],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'auth: password'), 'not-applicable'],
    [
      'a vendor runs it, and it is stated that it is wrong',
      byVendor('host', 'ssh: { ciphers: [3des-cbc] }'),
      'fail',
    ],
    [
      'a vendor runs it, and it is right',
      byVendor('host', `ssh: { ${kex}, ${ciphers}, ${keys}, ${login} }`),
      'pass',
    ],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'auth: password'), 'unproven'],
    [
      'passwords of a drop box inside, not said',
      `assets: [{ id: drop, kind: file-share, ephi: [stores], endpoints: [{ port: 22, protocol: sftp, exposure: internal, ssh: { ${kex}, ${ciphers}, ${keys} } }] }]`,
      'pass',
    ],
    [
      'passwords of a public drop box, not said',
      `assets: [{ id: drop, kind: file-share, ephi: [stores], endpoints: [{ port: 22, protocol: sftp, exposure: public, ssh: { ${kex}, ${ciphers}, ${keys} } }] }]`,
      'unproven',
    ],
    [
      'passwords of a public drop box',
      `assets: [{ id: drop, kind: file-share, ephi: [stores], endpoints: [{ port: 22, protocol: sftp, exposure: public, ssh: { ${kex}, ${ciphers}, ${keys}, passwordAuth: true } }] }]`,
      'fail',
    ],
    ['SFTP', system('ssh: { ciphers: [3des-cbc] }', 'sftp'), 'fail'],
    [
      'passwords of a drop box inside',
      `assets: [{ id: drop, kind: file-share, ephi: [stores], endpoints: [{ port: 22, protocol: sftp, exposure: internal, ssh: { ${kex}, ${ciphers}, ${keys}, passwordAuth: true } }] }]`,
      'pass',
    ],

    [
      'a flow states it',
      flowOut('protocol: ssh, ssh: { ciphers: [3des-cbc] }'),
      'fail',
      { path: '/flows/send/encryption/ssh', severity: 'high' },
    ],
    ['a flow is right', flowOut(`ssh: { ${kex}, ${ciphers}, ${keys} }`), 'pass'],
    ['a flow leaves the rest open', flowOut(`ssh: { ${kex} }`), 'not-applicable'],
    [
      'a flow states a name that nobody knows',
      flowOut('ssh: { ciphers: [quantum-safe] }'),
      'unproven',
      '/flows/send/encryption/ssh',
    ],
    ['a flow over SSH says nothing', flowOut('protocol: ssh'), 'not-applicable'],
    [
      'a flow in clear, whatever else it states',
      flowOut('enabled: false, ssh: { ciphers: [3des-cbc] }'),
      'not-applicable',
    ],
    [
      'a flow with a password, inside',
      flowIn('ssh: { passwordAuth: true }', 'protocol: sftp, exposure: internal'),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow with a password, to a public port',
      flowIn('ssh: { passwordAuth: true }', 'protocol: sftp, exposure: public'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow with a password, to what administers',
      flowIn('ssh: { passwordAuth: true }', 'protocol: ssh', ', administers: { id: app }'),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says a part of what its endpoint says, in other notes',
      flowIn(
        'ssh: { ciphers: [3des-cbc], notes: old }',
        `protocol: sftp, ssh: { ${kex}, ciphers: [3des-cbc] }`,
      ),
      'pass',
      { subject: 'send' },
    ],
    [
      'a flow says something else than its endpoint',
      flowIn('ssh: { ciphers: [3des-cbc] }', `protocol: sftp, ssh: { ${ciphers} }`),
      'fail',
      { subject: 'send' },
    ],
    [
      'a flow says what an endpoint of another protocol says, of which nobody asks',
      flowIn('ssh: { ciphers: [3des-cbc] }', 'protocol: https, ssh: { ciphers: [3des-cbc] }'),
      'fail',
      { subject: 'send' },
    ],
  ],
  message: 'jump/22: its SSH is weak (3des-cbc: 64-bit blocks)',
})
