import { failureAlerts } from '#rules/backup/failure-alerts.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/failureAlerts'

ruleTable(failureAlerts, {
  system: (stated) => `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a }], ${stated} }]`,
  rows: [
    ['no alert', 'failureAlerts: false', 'fail', { path, severity: 'medium' }],
    ['an alert', 'failureAlerts: true', 'pass', path],
    ['nothing said', 'verified: checksum', 'unproven', path],
  ],
  notApplicable:
    'backupPlans: [{ id: n, covers: {}, copies: [], failureAlerts: false }]\nassets: [{ id: patients, kind: server, ephi: [stores] }]',
  message: 'nightly: nobody is told when it fails (failureAlerts is false)',
})
