import { rootAccount } from '#rules/access-control/root-account.js'
import { ruleTable } from '#test/rule-table.js'

ruleTable(rootAccount, {
  system: (stated) => `
    system: { name: Clinic }
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    [
      'in use',
      'rootAccount: { used: true, accessKeys: false }',
      'fail',
      { path: '/identity/rootAccount/used', severity: 'medium' },
    ],
    [
      'with keys',
      'rootAccount: { used: false, accessKeys: true }',
      'fail',
      { path: '/identity/rootAccount/accessKeys', severity: 'high' },
    ],
    ['neither', 'rootAccount: { used: false, accessKeys: false }', 'pass'],
    ['keys not said', 'rootAccount: { used: false }', 'unproven', '/identity/rootAccount/accessKeys'],
    ['no root account', 'uniqueIds: true', 'not-applicable'],
  ],
  message: 'Clinic: the root account is in daily use (identity.rootAccount.used is true)',
})
