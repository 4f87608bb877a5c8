import { analysisAge } from '#rules/risk-management/analysis-age.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/riskAnalysis/date'

ruleTable(analysisAge, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    [
      'a day more than a year ago',
      'riskAnalysis: { date: 2025-11-23 }',
      'fail',
      { path, severity: 'medium' },
    ],
    ['a year ago', 'riskAnalysis: { date: 2025-11-24 }', 'pass', path],
    ['today', 'riskAnalysis: { date: 2026-11-24 }', 'pass', path],
    ['a day that has not come', 'riskAnalysis: { date: 2026-11-25 }', 'unproven', path],
    ['without a day', 'riskAnalysis: { document: a }', 'unproven', path],
    ['nothing said', 'sanctions: none', 'unproven', path],
    ['none, of which another rule speaks', 'riskAnalysis: none', 'not-applicable'],
    ['none, with a note', 'riskAnalysis: { document: none, date: 2020-01-01 }', 'not-applicable'],
    [
      'its own period missed, of which another rule speaks',
      'riskAnalysis: { date: 2024-01-01, reviewEvery: 2 years }',
      'not-applicable',
    ],
    [
      'its own period kept, which is longer than ours',
      'riskAnalysis: { date: 2025-01-01, reviewEvery: 2 years }',
      'fail',
      path,
    ],
    ['never to be reviewed', 'riskAnalysis: { date: 2020-01-01, reviewEvery: never }', 'not-applicable'],
    ['its own period stated, no day', 'riskAnalysis: { reviewEvery: 1 year }', 'unproven', path],
  ],
  parameters: [
    ['two years allowed', { period: 'P2Y' }, 'riskAnalysis: { date: 2024-11-24 }', 'pass'],
    ['two years allowed, a day more', { period: 'P2Y' }, 'riskAnalysis: { date: 2024-11-23 }', 'fail'],
  ],
  message: 'Harbor: the risk analysis is older than 12 months (governance.riskAnalysis.date is 2025-11-23)',
})
