import { training } from '#rules/documentation/training.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/training'

ruleTable(training, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['none', 'training: none', 'fail', { path, severity: 'medium' }],
    [
      'none, with a note',
      'training: { document: none, completion: 100 }',
      'fail',
      { path, severity: 'medium' },
    ],
    ['everybody', 'training: { document: t, completion: 100 }', 'pass', path],
    [
      'nearly everybody',
      'training: { document: t, completion: 99% }',
      'fail',
      { path: `${path}/completion`, severity: 'low' },
    ],
    [
      'not said how many',
      'training: { document: t, date: 2026-05-01 }',
      'unproven',
      { path: `${path}/completion`, severity: 'low' },
    ],
    ['nothing said', 'sanctions: none', 'unproven', { path, severity: 'medium' }],
  ],
  message: 'Harbor: there is no training in security (governance.training is none)',
})
