import { dataBackupPlan } from '#rules/contingency/data-backup-plan.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/contingency/backupPlan'

ruleTable(dataBackupPlan, {
  system: (stated) => `
    system: { name: Clinic }
    contingency: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['none', 'backupPlan: none', 'fail', { path, severity: 'high' }],
    ['said to be none, with a note', 'backupPlan: { document: none, notes: planned }', 'fail', path],
    ['a document', 'backupPlan: { document: plan.md, date: 2026-02-01 }', 'pass', path],
    [
      'an old one, of which its date tells',
      'backupPlan: { document: plan.md, date: 2016-02-01 }',
      'pass',
      path,
    ],
    ['another document alone', 'notes: see the binder', 'unproven', path],
  ],
  also: [['nothing said', 'assets: [{ id: ehr, kind: server, ephi: [stores] }]', 'unproven', path]],
  message:
    'Clinic: there is no written plan of what is backed up, how often and by whom (contingency.backupPlan is none)',
})
