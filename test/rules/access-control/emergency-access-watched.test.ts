import { emergencyAccessWatched } from '#rules/access-control/emergency-access-watched.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/emergencyAccess/alerting'

ruleTable(emergencyAccessWatched, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    [
      'no alert',
      'emergencyAccess: { document: SOP-7, alerting: false }',
      'fail',
      { path, severity: 'medium' },
    ],
    ['an alert', 'emergencyAccess: { document: SOP-7, alerting: true }', 'pass', path],
    ['nothing said', 'emergencyAccess: { document: SOP-7 }', 'unproven', path],
    ['no emergency access', 'emergencyAccess: none', 'not-applicable'],
    [
      'no emergency access, with a note',
      'emergencyAccess: { document: none, alerting: false }',
      'not-applicable',
    ],
    ['not said whether there is', 'uniqueIds: true', 'not-applicable'],
  ],
  message: 'ehr: nobody is told when emergency access is used (identity.emergencyAccess.alerting is false)',
})
