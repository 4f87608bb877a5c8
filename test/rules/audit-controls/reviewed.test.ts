import { reviewed } from '#rules/audit-controls/reviewed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/reviewedEvery'
const system = (stated: string, governance = '') => `
    ${governance}
    assets: [{ id: ehr, kind: server, ephi: [stores], audit: { ${stated} } }]`
const NONE = 'governance: { activityReview: none }'

ruleTable(reviewed, {
  system: (stated) => system(stated),
  rows: [
    ['longer than any month', 'reviewedEvery: 32 days', 'fail', { path, severity: 'medium' }],
    ['every month, the bound itself', 'reviewedEvery: P1M', 'pass', path],
    ['a month at its longest', 'reviewedEvery: 31 days', 'pass', path],
    ['every week', 'reviewedEvery: 1 week', 'pass', path],
    ['never', 'reviewedEvery: never', 'fail', { path, severity: 'high' }],
    ['recorded, review not stated', 'enabled: true', 'unproven', path],
    [
      'nothing recorded, of which another rule speaks',
      'enabled: false, reviewedEvery: never',
      'not-applicable',
    ],
  ],
  also: [
    [
      'no procedure',
      system('enabled: true', NONE),
      'fail',
      { path: '/governance/activityReview', severity: 'high' },
    ],
    [
      'no procedure, though reviewed',
      system('reviewedEvery: 1 week', NONE),
      'fail',
      '/governance/activityReview',
    ],
    [
      'no procedure, and never reviewed',
      system('reviewedEvery: never', NONE),
      'fail',
      '/governance/activityReview',
    ],
    [
      'a procedure that is said to be none',
      system('reviewedEvery: 1 week', 'governance: { activityReview: { document: none } }'),
      'fail',
      '/governance/activityReview',
    ],
    [
      'a procedure, and the interval not stated',
      system('enabled: true', 'governance: { activityReview: { document: SOP-3 } }'),
      'unproven',
      path,
    ],
    [
      'a procedure, and reviewed',
      system('reviewedEvery: 1 week', 'governance: { activityReview: { document: SOP-3 } }'),
      'pass',
    ],
  ],
  parameters: [
    ['every week asked for', { interval: 'P1W' }, 'reviewedEvery: P1M', 'fail'],
    ['every year allowed', { interval: 'P1Y' }, 'reviewedEvery: 32 days', 'pass'],
  ],
  notApplicable: 'assets: [{ id: brochures, kind: web-app, ephi: none, audit: { reviewedEvery: never } }]',
  message:
    'ehr: its records of activity are reviewed less often than every month (audit.reviewedEvery is 32 days)',
})
