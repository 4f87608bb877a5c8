import { plan } from '#rules/risk-management/plan.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/riskManagement'

ruleTable(plan, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { riskAnalysis: { document: a, date: 2026-02-02 }, ${stated} }`,
  rows: [
    ['none', 'riskManagement: none', 'fail', { path, severity: 'high' }],
    ['none, with a note', 'riskManagement: { document: none, date: 2026-03-01 }', 'fail', path],
    ['after the analysis', 'riskManagement: { document: p, date: 2026-03-01 }', 'pass', path],
    ['on the day of the analysis', 'riskManagement: { document: p, date: 2026-02-02 }', 'pass', path],
    [
      'a day older than the analysis',
      'riskManagement: { document: p, date: 2026-02-01 }',
      'fail',
      { path: `${path}/date`, severity: 'low' },
    ],
    ['without a day', 'riskManagement: { document: p }', 'pass', path],
    ['nothing said', 'sanctions: none', 'unproven', path],
  ],
  also: [
    [
      'an analysis without a day',
      'governance: { riskAnalysis: { document: a }, riskManagement: { document: p, date: 2020-01-01 } }',
      'pass',
    ],
  ],
  message: 'Harbor: nothing is planned about the risks that were found (governance.riskManagement is none)',
})
