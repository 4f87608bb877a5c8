import { restoreTested } from '#rules/backup/restore-tested.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/restoreTests'

ruleTable(restoreTested, {
  system: (stated) => `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a }], ${stated} }]`,
  rows: [
    ['never', 'restoreTests: []', 'fail', { path, severity: 'high' }],
    ['a year ago, the bound itself', 'restoreTests: [{ date: 2025-11-24 }]', 'pass', path],
    ['a day more', 'restoreTests: [{ date: 2025-11-23 }]', 'fail', { path, severity: 'medium' }],
    ['the last counts', 'restoreTests: [{ date: 2026-09-01 }, { date: 2020-01-01 }]', 'pass', path],
    ['nothing said', 'verified: checksum', 'unproven', path],
    ['today', 'restoreTests: [{ date: 2026-11-24 }]', 'pass', path],
    ['planned for tomorrow, which shows nothing', 'restoreTests: [{ date: 2026-11-25 }]', 'unproven', path],
    [
      'planned, and tried long ago',
      'restoreTests: [{ date: 2062-01-01 }, { date: 2020-01-01 }]',
      'fail',
      path,
    ],
    ['planned, and tried lately', 'restoreTests: [{ date: 2062-01-01 }, { date: 2026-09-01 }]', 'pass', path],
  ],
  parameters: [['a month asked for', { period: 'P1M' }, 'restoreTests: [{ date: 2026-09-01 }]', 'fail']],
  notApplicable:
    'backupPlans: [{ id: n, covers: {}, copies: [], restoreTests: [] }]\nassets: [{ id: patients, kind: server, ephi: [stores] }]',
  message: 'nightly: no restore was ever tried (restoreTests is [])',
})
