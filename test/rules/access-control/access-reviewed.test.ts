import { accessReviewed } from '#rules/access-control/access-reviewed.js'
import { ruleTable } from '#test/rule-table.js'

const every = '/identity/accessReview/every'
const last = '/identity/accessReview/last'

ruleTable(accessReviewed, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['never', 'accessReview: { last: never }', 'fail', { path: last, severity: 'medium' }],
    ['a year ago, the bound itself', 'accessReview: { last: 2025-11-24 }', 'pass', last],
    ['a year and a day ago', 'accessReview: { last: 2025-11-23 }', 'fail', last],
    ['not planned', 'accessReview: { every: never }', 'fail', every],
    ['planned, last time not said', 'accessReview: { every: 6 months }', 'pass', every],
    ['planned too seldom', 'accessReview: { every: 2 years, last: 2026-11-01 }', 'fail', every],
    ['planned and done', 'accessReview: { every: 6 months, last: 2026-11-01 }', 'pass'],
    ['nothing said', 'uniqueIds: true', 'unproven', every],
    ['today', 'accessReview: { last: 2026-11-24 }', 'pass', last],
    ['tomorrow, which shows nothing', 'accessReview: { last: 2026-11-25 }', 'unproven', last],
  ],
  parameters: [['three months asked for', { interval: 'P3M' }, 'accessReview: { last: 2026-05-01 }', 'fail']],
  message: 'ehr: rights to it were not reviewed within 12 months (identity.accessReview.last is never)',
})
