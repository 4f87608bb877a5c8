import { accessKeys } from '#rules/access-control/access-keys.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/accessKeys/maxAge'

ruleTable(accessKeys, {
  system: (stated) => `
    system: { name: Clinic }
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['a year', 'accessKeys: { maxAge: 1 year }', 'fail', { path, severity: 'low' }],
    ['never', 'accessKeys: { maxAge: never }', 'fail', { path, severity: 'medium' }],
    ['90 days, the bound itself', 'accessKeys: { maxAge: 90 days }', 'pass', path],
    ['91 days', 'accessKeys: { maxAge: 91 days }', 'fail', path],
    ['short-lived credentials', 'accessKeys: { federated: true, maxAge: never }', 'pass'],
    ['not federated, age not said', 'accessKeys: { federated: false }', 'unproven', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message: 'Clinic: access keys become older than 90 days (identity.accessKeys.maxAge is 1 year)',
})
