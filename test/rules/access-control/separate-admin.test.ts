import { separateAdmin } from '#rules/access-control/separate-admin.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/separateAdminAccounts'

ruleTable(separateAdmin, {
  system: (stated) => `
    system: { name: Clinic }
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['one account', 'separateAdminAccounts: false', 'fail', { path, severity: 'medium' }],
    ['two', 'separateAdminAccounts: true', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message:
    'Clinic: administrators read their mail with the account that can do everything (identity.separateAdminAccounts is false)',
})
