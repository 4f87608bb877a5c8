import { sshStrength } from '#rules/transmission-security/ssh-strength.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/jump/endpoints/22/ssh'
const system = (stated: string, protocol = 'ssh') => `
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: jump, kind: bastion, administers: { id: ehr }, endpoints: [{ port: 22, protocol: ${protocol}, ${stated} }] }`

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: jump, kind: server, vendor: ${vendor}, ephi: [stores], endpoints: [{ port: 22, protocol: ssh, ${stated} }] }]`

ruleTable(sshStrength, {
  system: (stated) => system(stated),
  rows: [
    ['64-bit blocks', 'ssh: { ciphers: [3des-cbc] }', 'fail', { path, severity: 'high' }],
    ['CBC', 'ssh: { ciphers: [aes128-cbc] }', 'fail', { path, severity: 'medium' }],
    ['RC4', 'ssh: { ciphers: [arcfour256] }', 'fail', { severity: 'high' }],
    ['DSA', 'ssh: { hostKeys: [ssh-dss] }', 'fail', { severity: 'high' }],
    ['SHA-1 signatures', 'ssh: { hostKeys: [ssh-rsa] }', 'fail', { severity: 'medium' }],
    ['RSA keys with SHA-2', 'ssh: { hostKeys: [rsa-sha2-512] }', 'pass', path],
    ['group 1', 'ssh: { kex: [diffie-hellman-group1-sha1] }', 'fail', { severity: 'high' }],
    ['group 14 with SHA-1', 'ssh: { kex: [diffie-hellman-group14-sha1] }', 'fail', { severity: 'medium' }],
    ['group 14 with SHA-256', 'ssh: { kex: [diffie-hellman-group14-sha256] }', 'pass', path],
    ['MD5', 'ssh: { macs: [hmac-md5] }', 'fail', { severity: 'medium' }],
    ['a short tag', 'ssh: { macs: [umac-64@openssh.com] }', 'fail', { severity: 'low' }],
    [
      'the worst counts',
      'ssh: { macs: [umac-64@openssh.com], ciphers: [3des-cbc] }',
      'fail',
      { severity: 'high' },
    ],
    ['post-quantum', 'ssh: { kex: [mlkem768x25519-sha256] }', 'pass', path],
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
    ['no passwords', 'ssh: { passwordAuth: false }', 'pass', path],
    ['nothing said', 'exposure: internal', 'unproven', path],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'auth: password'), 'not-applicable'],
    [
      'a vendor runs it, and it is stated that it is wrong',
      byVendor('host', 'ssh: { ciphers: [3des-cbc] }'),
      'fail',
    ],
    ['a vendor runs it, and it is right', byVendor('host', 'ssh: { ciphers: [aes256-ctr] }'), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'auth: password'), 'unproven'],
    ['SFTP', system('ssh: { ciphers: [3des-cbc] }', 'sftp'), 'fail'],
    [
      'passwords of a drop box inside',
      'assets: [{ id: drop, kind: file-share, ephi: [stores], endpoints: [{ port: 22, protocol: sftp, exposure: internal, ssh: { passwordAuth: true } }] }]',
      'pass',
    ],
  ],
  message: 'jump/22: its SSH is weak (3des-cbc: 64-bit blocks)',
})
