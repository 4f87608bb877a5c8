import { dataPortPublic } from '#rules/isolation/data-port-public.js'
import { type Row, ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/5432/exposure'
const system = (stated: string, port = 'port: 5432, protocol: postgresql', from = '') => `
    zones: [{ id: partner, trust: external }, { id: street, trust: public }, { id: attic }]
    assets: [{ id: db, kind: relational-database, ephi: [stores], ${from}endpoints: [{ ${port}, ${stated} }] }]`
const reached = (from: string) =>
  system('exposure: public', undefined, `access: { reachableFrom: ${from} }, `)

ruleTable(dataPortPublic, {
  system: (stated) => system(stated),
  rows: [
    ['on the internet', 'exposure: public', 'fail', { path, severity: 'high' }],
    ['inside', 'exposure: internal', 'pass', path],
    ['for partners', 'exposure: partner', 'pass', path],
    [
      'on the internet, for those with certificates',
      'exposure: public, tls: { clientCertificates: required }',
      'pass',
    ],
    [
      'on the internet, certificates if they like',
      'exposure: public, tls: { clientCertificates: optional }',
      'fail',
      path,
    ],
    ['nothing said', 'auth: password', 'unproven', path],
    ['without log-in, of which another rule speaks', 'exposure: public, auth: none', 'not-applicable'],
  ],
  also: [
    ['on the internet, for the networks of a partner', reached('[partner]'), 'pass'],
    ['on the internet, for a partner and a public zone', reached('[partner, street]'), 'fail', path],
    ['on the internet, from anywhere', reached('any'), 'fail', path],
    ['on the internet, from the internet', reached('internet'), 'fail', path],
    ['on the internet, for a zone of unstated trust', reached('[attic]'), 'unproven', '/zones/attic/trust'],
    ['on the internet, for nobody', reached('none'), 'pass'],
    ...[104, 2762, 4242, 11112, 9200].flatMap((port): Row[] => [
      [`the port ${port} of data`, system('exposure: public', `port: ${port}`), 'fail'],
      [`the port ${port + 1} beside it`, system('exposure: public', `port: ${port + 1}`), 'not-applicable'],
    ]),
    [
      'certificates, and a zone of which nothing is said',
      system(
        'exposure: public, tls: { clientCertificates: required }',
        undefined,
        'access: { reachableFrom: [attic] }, ',
      ),
      'pass',
    ],
    [
      'a database from a snapshot, whose protocol nobody names',
      system('exposure: public', 'port: 1234, protocol: other'),
      'fail',
    ],
    [
      'the same of what is no database',
      system('exposure: public', 'port: 1234, protocol: other').replace('relational-database', 'server'),
      'not-applicable',
    ],
    ['a web site', system('exposure: public', 'port: 443, protocol: https'), 'not-applicable'],
  ],
  message: 'db/5432: it faces the internet (endpoints.5432.exposure is public)',
})
