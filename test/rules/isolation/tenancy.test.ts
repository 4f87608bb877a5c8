import { tenancy } from '#rules/isolation/tenancy.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/tenancy'
const system = (stated: string) => `
    vendors: [{ id: bound, baa: true }, { id: unbound, baa: none }, { id: silent }]
    keys: [{ id: own, manager: aws-kms, customerManaged: true }, { id: theirs, manager: provider, customerManaged: false }]
    assets:
      - { id: db, kind: relational-database, ephi: [stores], ${stated} }
      - { id: shared-host, kind: hypervisor, tenancy: shared }
      - { id: own-host, kind: hypervisor, tenancy: dedicated }
      - { id: silent-host, kind: hypervisor }`

ruleTable(tenancy, {
  system,
  rows: [
    ['shared', 'tenancy: shared', 'fail', { path, severity: 'low' }],
    ['an instance of its own', 'tenancy: isolated', 'pass'],
    ['hardware of its own', 'tenancy: dedicated', 'pass'],
    ['shared, at a vendor with an agreement', 'tenancy: shared, vendor: bound', 'pass'],
    ['shared, at a vendor without one', 'tenancy: shared, vendor: unbound', 'fail', path],
    [
      'shared, at a vendor of whom nothing is said',
      'tenancy: shared, vendor: silent',
      'unproven',
      '/vendors/silent/baa',
    ],
    [
      'shared, with a key of its own',
      'tenancy: shared, vendor: unbound, encryptionAtRest: { enabled: true, key: own }',
      'pass',
    ],
    [
      'shared, with a key of the provider',
      'tenancy: shared, encryptionAtRest: { enabled: true, key: theirs }',
      'fail',
      path,
    ],
    [
      'not said, on a shared host',
      'vendor: unbound, runsOn: shared-host',
      'fail',
      '/assets/shared-host/tenancy',
    ],
    ['isolated, on a shared host', 'tenancy: isolated, runsOn: shared-host', 'pass'],
    ['not said, on a host of its own', 'vendor: unbound, runsOn: own-host', 'pass'],
    [
      'not said, on a host that does not say',
      'vendor: unbound, runsOn: silent-host',
      'unproven',
      '/assets/silent-host/tenancy',
    ],
    ['not said, at a vendor', 'vendor: bound', 'unproven', path],
    [
      'customers apart by a column',
      'tenants: { model: row, count: 2 }',
      'fail',
      { path: '/assets/db/tenants/model', severity: 'low' },
    ],
    [
      'customers apart by a column, however many',
      'tenants: { model: row }',
      'fail',
      '/assets/db/tenants/model',
    ],
    ['one customer', 'tenants: { model: row, count: 1 }', 'pass'],
    ['customers in schemas of their own', 'tenants: { model: schema, count: 9 }', 'pass'],
    [
      'customers in schemas of their own, at a vendor',
      'vendor: bound, tenants: { model: schema, count: 9 }',
      'unproven',
      path,
    ],
    ['how many customers there are is all that is said', 'tenants: { count: 9 }', 'unproven', path],
    ['on hardware of our own', 'criticality: critical', 'not-applicable'],
  ],
  also: [
    [
      'a load balancer',
      system('tenancy: shared').replace('relational-database', 'load-balancer'),
      'not-applicable',
    ],
  ],
  message: 'db: others share it, and nothing is said to keep them apart (tenancy is shared)',
})
