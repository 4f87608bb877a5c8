import { clientVerifies } from '#rules/transmission-security/client-verifies.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/0/client/verify'
const system = (flow: string, endpoint = 'protocol: postgresql, encryption: required') => `
    assets:
      - { id: app, kind: server, ephi: [processes] }
      - { id: db, kind: relational-database, ephi: [stores], endpoints: [{ port: 5432, ${endpoint} }] }
    flows: [{ from: app, to: db, carries: ephi, ${flow} }]`

ruleTable(clientVerifies, {
  system: (stated) => system(stated),
  rows: [
    ['verifies nothing', 'client: { verify: none }', 'fail', { path, severity: 'high' }],
    ['verifies the issuer alone', 'client: { verify: ca }', 'fail', { path, severity: 'low' }],
    ['verifies all', 'client: { verify: full }', 'pass', path],
    ['nothing said', 'data: both', 'unproven', path],
  ],
  also: [
    [
      'in clear',
      system('client: { verify: none }', 'protocol: postgresql, encryption: none'),
      'not-applicable',
    ],
    ['over SSH', system('client: { verify: none }', 'protocol: ssh'), 'not-applicable'],
    [
      'on one machine',
      system('client: { verify: none }', 'encryption: required, exposure: loopback'),
      'not-applicable',
    ],
    [
      'by the flow itself',
      system(
        'client: { verify: none }, encryption: { enabled: true, protocol: tls }',
        'port: 1'.replace('port: 1', 'auth: password'),
      ),
      'fail',
    ],
  ],
  message: 'app→db: the client does not verify the server (client.verify is none)',
})
