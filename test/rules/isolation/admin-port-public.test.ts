import { adminPortPublic } from '#rules/isolation/admin-port-public.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/host/endpoints/3389/exposure'
const system = (stated: string, protocol = 'rdp') => `
    assets: [{ id: host, kind: server, ephi: [stores], endpoints: [{ port: 3389, protocol: ${protocol}, ${stated} }] }]`

ruleTable(adminPortPublic, {
  system: (stated) => system(stated),
  rows: [
    ['on the internet', 'exposure: public', 'fail', { path, severity: 'high' }],
    ['inside', 'exposure: internal', 'pass', path],
    ['nothing said', 'auth: password', 'unproven', path],
    ['without log-in, of which another rule speaks', 'exposure: public, auth: none', 'not-applicable'],
  ],
  also: [
    ...['ssh', 'smb', 'telnet', 'snmp', 'ldap'].map(
      (protocol) => [protocol, system('exposure: public', protocol), 'fail'] as const,
    ),
    ['HTTPS', system('exposure: public', 'https'), 'not-applicable'],
    [
      'of what controls it',
      'assets:\n  - { id: ehr, kind: server, ephi: [stores] }\n  - { id: jump, kind: bastion, administers: { id: ehr }, endpoints: [{ port: 22, protocol: ssh, exposure: public }] }',
      'fail',
    ],
  ],
  message: 'host/3389: it faces the internet (endpoints.3389.exposure is public)',
})
