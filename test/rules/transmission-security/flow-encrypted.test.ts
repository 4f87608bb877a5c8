import { flowEncrypted } from '#rules/transmission-security/flow-encrypted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/5432/encryption'

const two = (endpoint: string, flow = '', more = '') => `
    sites: [{ id: a }, { id: b }]
    parties: [{ id: patients, relationship: individual }, { id: lab, relationship: treatment-provider }]
    assets:
      - { id: app, kind: server, ephi: [processes], ${more} }
      - { id: db, kind: relational-database, ephi: [stores], site: a, endpoints: [{ port: 5432, protocol: postgresql, ${endpoint} }] }
    flows: [{ from: app, to: db, carries: ephi, ${flow} }]`

const onHost = (host: string, otherHost = 'host') =>
  two('encryption: none, exposure: internal', '', 'runsOn: host')
    .replace('site: a,', `runsOn: ${otherHost},`)
    .replace('assets:', `assets:\n      - { id: host, ${host} }\n      - { id: other, kind: server }`)
const appOnDb = (kind: string) =>
  two('encryption: none', '', 'runsOn: db').replace('kind: relational-database', `kind: ${kind}`)
const dbOnApp = (kind: string) =>
  two('encryption: none').replace('kind: server', `kind: ${kind}`).replace('site: a,', 'runsOn: app,')

ruleTable(flowEncrypted, {
  system: (stated) => two(stated),
  rows: [
    ['in clear', 'encryption: none', 'fail', { path, severity: 'medium' }],
    ['encrypted', 'encryption: required', 'pass', path],
    ['clients may choose', 'encryption: optional', 'unproven', path],
    ['nothing said', 'auth: password', 'unproven', path],
    ['SMB 3 with encryption', 'smb: { minVersion: "3.1.1", encryption: true }', 'pass'],
    ['SMB 3 without', 'smb: { minVersion: "3.1.1", encryption: false }', 'fail'],
    ['native encryption, required', 'native: { level: required }', 'pass'],
    ['native encryption, accepted', 'native: { level: accepted }', 'unproven'],
    ['native encryption, rejected', 'native: { level: rejected }', 'fail'],
    ['what is stated counts', 'encryption: none, native: { level: required }', 'fail', path],
    ['on one machine', 'encryption: none, exposure: loopback', 'not-applicable'],
    ['open to the internet', 'encryption: none, exposure: public', 'fail', { path, severity: 'critical' }],
  ],
  also: [
    [
      'by PPTP',
      two('encryption: none', 'encryption: { protocol: pptp }'),
      'fail',
      { path: '/flows/0/encryption/protocol', severity: 'critical' },
    ],
    [
      'by PPTP, said to be encrypted',
      two('encryption: none', 'encryption: { enabled: true, protocol: pptp }'),
      'fail',
    ],
    [
      'by PPTP, and off',
      two('encryption: none', 'encryption: { enabled: false, protocol: pptp }'),
      'fail',
      '/flows/0/encryption/enabled',
    ],
    [
      'by L2TP alone',
      two('encryption: none', 'encryption: { protocol: l2tp }'),
      'unproven',
      '/flows/0/encryption/protocol',
    ],
    ['by IPsec', two('encryption: none', 'encryption: { protocol: ipsec }'), 'pass'],
    [
      'the flow says otherwise',
      two('encryption: none', 'encryption: { enabled: true, protocol: tls }'),
      'pass',
    ],
    [
      'the flow denies it',
      two('encryption: required', 'encryption: false'),
      'fail',
      '/flows/0/encryption/enabled',
    ],
    ['the flow says how', two('encryption: none', 'encryption: { protocol: ipsec }'), 'pass'],
    ['between sites', two('encryption: none', '', 'site: b'), 'fail', { severity: 'high' }],
    ['in one site', two('encryption: none', '', 'site: a'), 'fail', { severity: 'medium' }],
    ['on one server', onHost('kind: server'), 'not-applicable'],
    ['on one workstation', onHost('kind: workstation'), 'not-applicable'],
    ['on several servers', onHost('kind: server, count: 2'), 'fail'],
    ['on one cluster', onHost('kind: cluster'), 'fail'],
    ['guests of one hypervisor', onHost('kind: hypervisor'), 'fail'],
    ['on one host of which is not said what it is', onHost('environment: production'), 'fail'],
    ['on two servers', onHost('kind: server', 'other'), 'fail'],
    ['on the machine that it talks to', appOnDb('server'), 'not-applicable'],
    ['on the cluster that it talks to', appOnDb('cluster'), 'fail'],
    ['to what runs on its machine', dbOnApp('server'), 'not-applicable'],
    ['to what runs on its cluster', dbOnApp('cluster'), 'fail'],
    [
      'to a party',
      'parties: [{ id: lab, relationship: treatment-provider }]\nassets: [{ id: app, kind: server, ephi: [stores] }]\nflows: [{ from: app, to: lab, carries: ephi, encryption: false }]',
      'fail',
      { severity: 'critical' },
    ],
    [
      'the patient chose',
      'parties: [{ id: pat, relationship: individual }]\nassets: [{ id: app, kind: server, ephi: [stores] }]\nflows: [{ from: app, to: pat, carries: ephi, encryption: false, consent: { warned: true, recorded: true } }]',
      'not-applicable',
    ],
    [
      'the patient was not warned',
      'parties: [{ id: pat, relationship: individual }]\nassets: [{ id: app, kind: server, ephi: [stores] }]\nflows: [{ from: app, to: pat, carries: ephi, encryption: false, consent: { warned: false, recorded: true } }]',
      'fail',
    ],
    [
      'the choice is not recorded',
      'parties: [{ id: pat, relationship: individual }]\nassets: [{ id: app, kind: server, ephi: [stores] }]\nflows: [{ from: app, to: pat, carries: ephi, encryption: false, consent: { warned: true } }]',
      'fail',
    ],
    [
      'a colleague cannot choose',
      'parties: [{ id: lab, relationship: treatment-provider }]\nassets: [{ id: app, kind: server, ephi: [stores] }]\nflows: [{ from: app, to: lab, carries: ephi, encryption: false, consent: { warned: true, recorded: true } }]',
      'fail',
    ],
    ['carries none', two('encryption: none').replace('carries: ephi', 'carries: none'), 'not-applicable'],
    [
      'behind a load balancer, of which another rule speaks',
      `
    parties: [{ id: pat, relationship: individual }]
    assets:
      - { id: lb, kind: load-balancer, ephi: [transmits], endpoints: [{ port: 443, protocol: https }] }
      - { id: api, kind: api, ephi: [processes], endpoints: [{ port: 80, encryption: none }] }
    flows: [{ from: pat, to: api, via: lb, carries: ephi }]`,
      'pass',
    ],
    [
      'FTP, of which another rule speaks',
      two('encryption: none').replace('protocol: postgresql', 'protocol: ftp'),
      'not-applicable',
    ],
    ['on paper', two('encryption: none', 'medium: paper'), 'not-applicable'],
    [
      'only assumed weighs one less',
      two('encryption: none').replace('carries: ephi, ', ''),
      'fail',
      { severity: 'low' },
    ],
  ],
  message: 'app → db/5432: ePHI crosses the network in clear (endpoints.5432.encryption is none)',
})
