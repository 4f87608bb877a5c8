import { emergencyMode } from '#rules/contingency/emergency-mode.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/contingency/emergencyMode'

ruleTable(emergencyMode, {
  system: (stated) => `
    system: { name: Clinic }
    contingency: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['none', 'emergencyMode: none', 'fail', { path, severity: 'high' }],
    ['said to be none, with a note', 'emergencyMode: { document: none, notes: planned }', 'fail', path],
    ['a document', 'emergencyMode: { document: plan.md, date: 2026-02-01 }', 'pass', path],
    [
      'an old one, of which its date tells',
      'emergencyMode: { document: plan.md, date: 2016-02-01 }',
      'pass',
      path,
    ],
    ['another document alone', 'notes: see the binder', 'unproven', path],
  ],
  also: [['nothing said', 'assets: [{ id: ehr, kind: server, ephi: [stores] }]', 'unproven', path]],
  message:
    'Clinic: there is no plan of how to work, and protect ePHI, while the systems are down (contingency.emergencyMode is none)',
})
