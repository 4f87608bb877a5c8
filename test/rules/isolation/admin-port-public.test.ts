import { adminPortPublic } from '#rules/isolation/admin-port-public.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/host/endpoints/3389/exposure'
const system = (stated: string, protocol = 'rdp') => `
    assets: [{ id: host, kind: server, ephi: [stores], endpoints: [{ port: 3389, protocol: ${protocol}, ${stated} }] }]`

const reachable = (endpoint: string, zones: string) => `
    zones:
      - { id: office, trust: internal }
      - { id: dmz, trust: dmz }
      - { id: partners, trust: external }
      - { id: guests, trust: public }
      - { id: lab }
    assets: [{ id: host, kind: server, ephi: [stores], access: { reachableFrom: ${zones} }, endpoints: [{ port: 3389, protocol: rdp, ${endpoint} }] }]`

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
    ['from our zones alone', reachable('exposure: public', '[office, dmz]'), 'pass'],
    ['from nowhere', reachable('exposure: public', '[]'), 'pass'],
    ['from partners', reachable('exposure: public', '[partners]'), 'pass'],
    ['also from the internet', reachable('exposure: public', '[office, internet]'), 'fail', path],
    ['also from a zone of the public', reachable('exposure: public', '[office, guests]'), 'fail', path],
    [
      'from a zone of which nothing is said',
      reachable('exposure: public', '[office, lab]'),
      'unproven',
      '/zones/lab/trust',
    ],
    ['from our zones alone, exposure not said', reachable('auth: password', '[office]'), 'pass'],
    [
      'also from the internet, exposure not said',
      reachable('auth: password', '[internet]'),
      'unproven',
      path,
    ],
    ['inside, whatever reaches the asset', reachable('exposure: internal', '[internet]'), 'pass'],
    ['HTTPS', system('exposure: public', 'https'), 'not-applicable'],
    ...['cluster', 'hypervisor'].map(
      (kind) =>
        [
          `HTTPS of a ${kind}, which commands what runs on it`,
          system('exposure: public', 'https').replace('kind: server', `kind: ${kind}`),
          'fail',
          path,
        ] as const,
    ),
    [
      'of what controls it',
      'assets:\n  - { id: ehr, kind: server, ephi: [stores] }\n  - { id: jump, kind: bastion, administers: { id: ehr }, endpoints: [{ port: 22, protocol: ssh, exposure: public }] }',
      'fail',
    ],
  ],
  message: 'host/3389: it faces the internet (endpoints.3389.exposure is public)',
})
