import { timeSync } from '#rules/audit-controls/time-sync.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/timeSync'

ruleTable(timeSync, {
  system: (stated) => `
    assets: [{ id: ehr, kind: server, ephi: [stores], audit: { ${stated} } }]`,
  rows: [
    ['goes as it likes', 'timeSync: false', 'fail', { path, severity: 'low' }],
    ['synchronised', 'timeSync: true', 'pass', path],
    ['not said', 'enabled: true', 'unproven', path],
    ['nothing recorded, of which another rule speaks', 'enabled: false, timeSync: false', 'not-applicable'],
  ],
  notApplicable: 'assets: [{ id: site, kind: web-app, ephi: none, audit: { timeSync: false } }]',
  message: 'ehr: its clock is not synchronised (audit.timeSync is false)',
})
