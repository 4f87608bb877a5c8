import { storeZone } from '#rules/isolation/store-zone.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/zone'
const system = (stated: string, kind = 'kind: relational-database') => `
    zones:
      - { id: data, trust: restricted }
      - { id: office, trust: internal }
      - { id: web, trust: dmz }
      - { id: street, trust: public }
      - { id: attic }
    assets:
      - { id: db, ${kind}, ephi: [stores], ${stated} }
      - { id: desk, kind: workstation, zone: office, ephi: none }`

ruleTable(storeZone, {
  system: (stated) => system(stated),
  rows: [
    ['beside workstations', 'zone: office', 'fail', { path, severity: 'medium' }],
    ['apart', 'zone: data', 'pass'],
    ['in a public zone', 'zone: street', 'fail', { path: '/zones/street/trust', severity: 'high' }],
    ['on the internet', 'zone: internet', 'fail', { path, severity: 'high' }],
    ['in the DMZ', 'zone: web', 'fail', { path: '/zones/web/trust', severity: 'medium' }],
    [
      'in the DMZ, but only inside',
      'zone: web, endpoints: [{ port: 5432, exposure: internal }]',
      'fail',
      '/zones/web/trust',
    ],
    [
      'in the DMZ, where it serves the public',
      'zone: web, endpoints: [{ port: 22, exposure: internal }, { port: 443, exposure: public }]',
      'pass',
    ],
    ['in a zone of unstated trust', 'zone: attic', 'unproven', '/zones/attic/trust'],
    ['nowhere', 'count: 1', 'unproven', path],
  ],
  also: [
    [
      'a store of a vendor that says no zone',
      system('vendor: v', 'kind: object-store').replace('zones:', 'vendors: [{ id: v }]\n    zones:'),
      'not-applicable',
    ],
    [
      'a store of a vendor in a zone of ours',
      system('vendor: v, zone: office', 'kind: object-store').replace(
        'zones:',
        'vendors: [{ id: v }]\n    zones:',
      ),
      'fail',
    ],
    [
      'a database of a vendor that says no zone',
      system('vendor: v').replace('zones:', 'vendors: [{ id: v }]\n    zones:'),
      'unproven',
    ],
    ['a store of our own that says no zone', system('count: 1', 'kind: object-store'), 'unproven'],
    ['a laptop', system('zone: office', 'kind: mobile-device'), 'not-applicable'],
    ['a hosted application', system('zone: office', 'kind: saas'), 'not-applicable'],
    ['beside telephones', system('zone: office').replace('workstation', 'mobile-device'), 'fail'],
    ['beside printers', system('zone: office').replace('workstation', 'printer'), 'pass'],
    ['beside a mainframe', system('zone: office').replace('workstation', 'mainframe'), 'pass'],
    [
      'a store that cannot be patched, beside workstations',
      system('zone: office, constraints: { cannot: [patch], because: old }'),
      'fail',
    ],
  ],
  notApplicable: 'assets: [{ id: db, kind: relational-database, ephi: none, zone: internet }]',
  message: 'db: it stands in one zone with workstations (zone office, with desk)',
})
