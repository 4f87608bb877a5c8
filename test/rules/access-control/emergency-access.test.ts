import { emergencyAccess } from '#rules/access-control/emergency-access.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/emergencyAccess'

ruleTable(emergencyAccess, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['there is none', 'emergencyAccess: none', 'fail', { path, severity: 'high' }],
    ['none, with a note', 'emergencyAccess: { document: none, notes: planned }', 'fail', path],
    ['documented', 'emergencyAccess: { document: SOP-7 }', 'pass', path],
    ['alerting alone', 'emergencyAccess: { alerting: true }', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message: 'ehr: there is no procedure for getting at it in an emergency (identity.emergencyAccess is none)',
})
