import { separateIdentity } from '#rules/backup/separate-identity.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/copies/a/isolatedCredentials'

ruleTable(separateIdentity, {
  system: (stated) => `
    identity: { groups: [{ id: ops, kind: workforce }, { id: keepers, kind: workforce }] }
    assets: [{ id: patients, kind: relational-database, ephi: [stores], access: { authorised: [ops] } }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, ${stated} }] }]`,
  rows: [
    ['the same credentials', 'isolatedCredentials: false', 'fail', { path, severity: 'medium' }],
    ['others', 'isolatedCredentials: true', 'pass', path],
    [
      'others, and the same group',
      'isolatedCredentials: true, accessibleTo: [ops]',
      'fail',
      '/backupPlans/nightly/copies/a/accessibleTo',
    ],
    ['others, and everybody', 'isolatedCredentials: true, accessibleTo: [everyone]', 'fail'],
    ['others, and another group', 'isolatedCredentials: true, accessibleTo: [keepers]', 'pass'],
    ['nothing said', 'frequency: 1 day', 'unproven', path],
    ['offline', 'isolatedCredentials: false, offline: true', 'not-applicable'],
  ],
  message: 'nightly/a: the credentials of production reach it (copies.a.isolatedCredentials is false)',
})
