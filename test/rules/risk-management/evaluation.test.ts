import { evaluation } from '#rules/risk-management/evaluation.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/evaluation'

ruleTable(evaluation, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['none', 'evaluation: none', 'fail', { path, severity: 'medium' }],
    ['none, with a note', 'evaluation: { document: none, date: 2026-01-01 }', 'fail', path],
    [
      'a day more than a year ago',
      'evaluation: { document: e, date: 2025-11-23 }',
      'fail',
      { path: `${path}/date`, severity: 'low' },
    ],
    ['a year ago', 'evaluation: { document: e, date: 2025-11-24 }', 'pass', path],
    ['a day that has not come', 'evaluation: { document: e, date: 2026-11-25 }', 'unproven', `${path}/date`],
    ['without a day', 'evaluation: { document: e }', 'unproven', `${path}/date`],
    ['nothing said', 'sanctions: none', 'unproven', path],
    [
      'its own period missed, of which another rule speaks',
      'evaluation: { document: e, date: 2024-01-01, reviewEvery: 1 year }',
      'pass',
      path,
    ],
    [
      'its own period kept, which is longer than ours',
      'evaluation: { document: e, date: 2025-01-01, reviewEvery: 2 years }',
      'fail',
      `${path}/date`,
    ],
  ],
  parameters: [
    ['two years allowed', { period: 'P2Y' }, 'evaluation: { document: e, date: 2024-11-24 }', 'pass'],
  ],
  message:
    'Harbor: nobody evaluated whether the measures still meet the Security Rule (governance.evaluation is none)',
})
