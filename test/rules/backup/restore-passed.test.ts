import { restorePassed } from '#rules/backup/restore-passed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/restoreTests'

ruleTable(restorePassed, {
  system: (stated) => `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a }], ${stated} }]`,
  rows: [
    ['failed', 'restoreTests: [{ date: 2026-09-01, result: failed }]', 'fail', { path, severity: 'high' }],
    ['passed', 'restoreTests: [{ date: 2026-09-01, result: passed }]', 'pass', path],
    [
      'failed, then passed',
      'restoreTests: [{ date: 2026-09-02, result: passed }, { date: 2026-09-01, result: failed }]',
      'pass',
      path,
    ],
    [
      'passed, then failed',
      'restoreTests: [{ date: 2026-09-01, result: passed }, { date: 2026-09-02, result: failed }]',
      'fail',
      path,
    ],
    [
      'failed and passed on one day',
      'restoreTests: [{ date: 2026-09-02, result: failed }, { date: 2026-09-02, result: passed }]',
      'pass',
    ],
    [
      'of two without a result the later',
      'restoreTests: [{ date: 2026-09-02, result: failed }, { date: 2026-09-03 }]',
      'unproven',
    ],
    ['result not said', 'restoreTests: [{ date: 2026-09-01 }]', 'unproven', path],
    ['never tried', 'restoreTests: []', 'not-applicable'],
    [
      'said to have passed tomorrow, which shows nothing',
      'restoreTests: [{ date: 2026-11-25, result: passed }]',
      'unproven',
      path,
    ],
    ['passed today', 'restoreTests: [{ date: 2026-11-24, result: passed }]', 'pass', path],
    [
      'failed, and said to have passed in 2062',
      'restoreTests: [{ date: 2026-09-01, result: failed }, { date: 2062-01-01, result: passed }]',
      'fail',
      path,
    ],
  ],
  message: 'nightly: the last restore that was tried failed (tried on 2026-09-01: failed)',
})
