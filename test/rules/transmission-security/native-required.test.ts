import { nativeRequired } from '#rules/transmission-security/native-required.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/1521/native/level'

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: db, kind: relational-database, vendor: ${vendor}, ephi: [stores], endpoints: [{ port: 1521, protocol: oracle, ${stated} }] }]`

ruleTable(nativeRequired, {
  system: (stated) => `
    assets: [{ id: db, kind: relational-database, ephi: [stores], endpoints: [{ port: 1521, protocol: oracle, ${stated} }] }]`,
  rows: [
    ['accepted', 'native: { level: accepted }', 'fail', { path, severity: 'medium' }],
    ['requested', 'native: { level: requested }', 'fail', path],
    ['rejected', 'native: { level: rejected }', 'fail', path],
    ['required', 'native: { level: required }', 'pass', path],
    ['level not said', 'native: { algorithm: AES256 }', 'unproven', path],
    ['on the internet', 'native: { level: accepted }, exposure: public', 'fail', { severity: 'high' }],
    ['on one machine', 'native: { level: accepted }, exposure: loopback', 'not-applicable'],
    ['none of its own', 'encryption: none', 'not-applicable'],
  ],
  also: [
    [
      'a vendor runs it, and says nothing',
      byVendor('host', 'native: { algorithm: AES256 }'),
      'not-applicable',
    ],
    [
      'a vendor runs it, and it is stated that it is wrong',
      byVendor('host', 'native: { level: accepted }'),
      'fail',
    ],
    ['a vendor runs it, and it is right', byVendor('host', 'native: { level: required }'), 'pass'],
    [
      'a vendor runs it with us, and says nothing',
      byVendor('both', 'native: { algorithm: AES256 }'),
      'unproven',
    ],
  ],
  message:
    'db/1521: its native encryption lets plain connections in (endpoints.1521.native.level is accepted)',
})
