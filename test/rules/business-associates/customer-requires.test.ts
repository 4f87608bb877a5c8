import { customerRequires } from '#rules/business-associates/customer-requires.js'
import { ruleTable } from '#test/rule-table.js'

const system = (
  key: string,
  requires = 'customer-managed-keys',
  asset = 'encryptionAtRest: { enabled: true, key: master }',
  entity = 'business-associate',
) => `
    system: { entity: ${entity}, customers: [{ name: Harbor Clinic, requires: [${requires}] }, { name: Bay Clinic }] }
    keys: [{ id: master, ${key} }]
    sites: [{ id: hall, operator: us, jurisdiction: US-OH }]
    assets: [{ id: db, kind: relational-database, ephi: [stores], ${asset} }]`
const inUs = (asset: string) => system('manager: hsm', 'data-in-us', asset)

ruleTable(customerRequires, {
  system: (stated) => system(stated),
  rows: [
    [
      'a key of the provider',
      'customerManaged: false',
      'fail',
      { path: '/keys/master/customerManaged', severity: 'high' },
    ],
    ['a key of our own', 'customerManaged: true', 'pass'],
    ['nothing said', 'manager: hsm', 'unproven', '/keys/master/customerManaged'],
  ],
  also: [
    [
      'a module that is not validated',
      system('module: none', 'fips-endpoints'),
      'fail',
      '/keys/master/module',
    ],
    ['a module of FIPS 140-3', system('module: fips-140-3', 'fips-endpoints'), 'pass'],
    ['a module of FIPS 140-2', system('module: fips-140-2', 'fips-endpoints'), 'pass'],
    ['module not said', system('manager: hsm', 'fips-endpoints'), 'unproven', '/keys/master/module'],
    [
      'no key stated',
      system('manager: hsm', 'fips-endpoints', 'encryptionAtRest: true'),
      'unproven',
      '/assets/db/encryptionAtRest/key/module',
    ],
    [
      'no key of our own stated',
      system('customerManaged: false', 'customer-managed-keys', 'encryptionAtRest: true'),
      'unproven',
      '/assets/db/encryptionAtRest/key/customerManaged',
    ],
    ['in Ohio', inUs('region: us-east-2'), 'pass'],
    ['in Puerto Rico', inUs('region: PR'), 'pass'],
    ['in Ireland', inUs('region: eu-west-1'), 'fail', '/assets/db/region'],
    ['at a site in Ohio', inUs('site: hall'), 'pass'],
    ['the region counts', inUs('site: hall, region: ca-central-1'), 'fail', '/assets/db/region'],
    ['nowhere said', inUs('tenancy: shared'), 'unproven', '/assets/db/region'],
    ['a region that nobody knows', inUs('region: moon-base-1'), 'unproven', '/assets/db/region'],
    [
      'two promises, one kept',
      system('customerManaged: true, module: none', 'customer-managed-keys, fips-endpoints'),
      'fail',
      '/keys/master/module',
    ],
    [
      'a covered entity has no customers',
      system(
        'customerManaged: false',
        'customer-managed-keys',
        'encryptionAtRest: { key: master }',
        'covered-entity',
      ),
      'not-applicable',
    ],
    [
      'one that is both',
      system('customerManaged: false', 'customer-managed-keys', 'encryptionAtRest: { key: master }', 'both'),
      'fail',
    ],
    ['nothing promised', system('customerManaged: false', ''), 'not-applicable'],
  ],
  message:
    'master: the key is not customer-managed, as the contract with a customer asks (customer-managed-keys is promised to Harbor Clinic)',
})
