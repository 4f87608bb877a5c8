import { disasterRecovery } from '#rules/contingency/disaster-recovery.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/contingency/disasterRecovery'

ruleTable(disasterRecovery, {
  system: (stated) => `
    system: { name: Clinic }
    contingency: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['none', 'disasterRecovery: none', 'fail', { path, severity: 'high' }],
    ['said to be none, with a note', 'disasterRecovery: { document: none, notes: planned }', 'fail', path],
    ['a document', 'disasterRecovery: { document: plan.md, date: 2026-02-01 }', 'pass', path],
    [
      'an old one, of which its date tells',
      'disasterRecovery: { document: plan.md, date: 2016-02-01 }',
      'pass',
      path,
    ],
    ['another document alone', 'notes: see the binder', 'unproven', path],
  ],
  also: [['nothing said', 'assets: [{ id: ehr, kind: server, ephi: [stores] }]', 'unproven', path]],
  message: 'Clinic: there is no plan of how lost data is restored (contingency.disasterRecovery is none)',
})
