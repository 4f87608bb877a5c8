import { uniqueUserIds } from '#rules/access-control/unique-user-ids.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/uniqueIds'
const system = (identity: string, access = '') => `
    identity: { ${identity} }
    vendors: [{ id: host, responsibilities: { access: vendor } }]
    assets: [{ id: ehr, kind: saas, ephi: [stores]${access} }]`

ruleTable(uniqueUserIds, {
  system: (stated) => system(stated),
  rows: [
    ['denied', 'uniqueIds: false', 'fail', { path, severity: 'high' }],
    ['stated', 'uniqueIds: true', 'pass', path],
    [
      'one shared account',
      'uniqueIds: true, sharedAccounts: [frontdesk]',
      'fail',
      '/identity/sharedAccounts',
    ],
    ['no shared account', 'uniqueIds: true, sharedAccounts: none', 'pass'],
    ['no shared account, the rest not said', 'sharedAccounts: none', 'unproven', path],
    ['nothing said', 'separateAdminAccounts: true', 'unproven', path],
  ],
  also: [
    [
      'the asset says otherwise',
      system('uniqueIds: true', ', access: { uniqueIds: false }'),
      'fail',
      '/assets/ehr/access/uniqueIds',
    ],
    ['the vendor runs access', system('uniqueIds: false', ', vendor: host'), 'not-applicable'],
  ],
  notApplicable: 'assets: [{ id: web, kind: web-app, ephi: none, access: { uniqueIds: false } }]',
  message: 'ehr: its users have no identity of their own (identity.uniqueIds is false)',
})
