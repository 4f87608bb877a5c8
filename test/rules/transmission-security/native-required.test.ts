import { nativeRequired } from '#rules/transmission-security/native-required.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/1521/native/level'

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
  message:
    'db/1521: its native encryption lets plain connections in (endpoints.1521.native.level is accepted)',
})
