import { adminIdentity } from '#rules/proposed-2025/admin-identity.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/separateAdminAccounts'

ruleTable(adminIdentity, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    system: { name: Harbor }
    identity: { ${stated} }`,
  rows: [
    ['one for all', 'separateAdminAccounts: false', 'fail', { path, severity: 'medium' }],
    ['separate', 'separateAdminAccounts: true', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message:
    'Harbor: the proposal would ask for separate identities of administrators (identity.separateAdminAccounts is false)',
})
