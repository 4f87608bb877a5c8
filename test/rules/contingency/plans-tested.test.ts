import { plansTested } from '#rules/contingency/plans-tested.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/contingency/disasterRecovery/lastTest'

ruleTable(plansTested, {
  system: (stated) => `
    system: { name: Clinic }
    contingency: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['never', 'disasterRecovery: { lastTest: never }', 'fail', { path, severity: 'medium' }],
    ['a year ago, the bound itself', 'disasterRecovery: { lastTest: 2025-11-24 }', 'pass'],
    ['a day more', 'disasterRecovery: { lastTest: 2025-11-23 }', 'fail', { path, severity: 'low' }],
    [
      'no procedure',
      'testing: none, disasterRecovery: { lastTest: 2026-04-20 }',
      'fail',
      { path: '/contingency/testing', severity: 'medium' },
    ],
    ['a procedure, test not said', 'testing: { document: exercises.md }', 'unproven', path],
    ['tested by the procedure', 'testing: { lastTest: 2026-04-20 }', 'pass'],
    ['the backup plan tested', 'backupPlan: { lastTest: 2026-04-20 }', 'pass'],
    [
      'the last test counts',
      'disasterRecovery: { lastTest: 2020-01-01 }, testing: { lastTest: 2026-04-20 }',
      'pass',
    ],
    [
      'the last test counts, whichever it is',
      'disasterRecovery: { lastTest: 2026-04-20 }, testing: { lastTest: 2020-01-01 }',
      'pass',
    ],
    [
      'one never, another lately',
      'disasterRecovery: { lastTest: never }, testing: { lastTest: 2026-04-20 }',
      'pass',
    ],
    ['another never', 'testing: { lastTest: never }', 'fail', '/contingency/testing/lastTest'],
    [
      'one never, another long ago',
      'disasterRecovery: { lastTest: never }, testing: { lastTest: 2020-01-01 }',
      'fail',
      { path: '/contingency/testing/lastTest', severity: 'low' },
    ],
    ['nothing said', 'notes: see the binder', 'unproven', path],
    [
      'planned for tomorrow, which shows nothing',
      'disasterRecovery: { lastTest: 2026-11-25 }',
      'unproven',
      path,
    ],
    [
      'one planned, another tested lately',
      'disasterRecovery: { lastTest: 2062-01-01 }, testing: { lastTest: 2026-04-20 }',
      'pass',
    ],
    [
      'one planned, another tested long ago',
      'disasterRecovery: { lastTest: 2062-01-01 }, testing: { lastTest: 2020-01-01 }',
      'fail',
      '/contingency/testing/lastTest',
    ],
    [
      'one planned, another never tested',
      'disasterRecovery: { lastTest: 2062-01-01 }, testing: { lastTest: never }',
      'fail',
      '/contingency/testing/lastTest',
    ],
    [
      'one not said, another planned',
      'disasterRecovery: { document: recovery.md }, testing: { lastTest: 2062-01-01 }',
      'unproven',
      '/contingency/testing/lastTest',
    ],
  ],
  parameters: [
    ['every month asked for', { period: 'P1M' }, 'disasterRecovery: { lastTest: 2026-04-20 }', 'fail'],
  ],
  message: 'Clinic: contingency plans were never tested (contingency.disasterRecovery.lastTest is never)',
})
