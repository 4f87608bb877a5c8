import { policyReviewed } from '#rules/isolation/policy-reviewed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/zonePolicy/reviewed'

ruleTable(policyReviewed, {
  system: (stated) => `
    zonePolicy: { default: deny, rules: [], ${stated} }
    assets: [{ id: db, kind: server, ephi: [stores] }]`,
  rows: [
    ['a year and a day ago', 'reviewed: 2025-11-23', 'fail', { path, severity: 'low' }],
    ['a year ago to the day', 'reviewed: 2025-11-24', 'pass', path],
    ['never', 'reviewed: never', 'fail', path],
    ['not said', 'x-owner: net', 'unproven', path],
    ['tomorrow, which shows nothing', 'reviewed: 2026-11-25', 'unproven', path],
  ],
  parameters: [['every month asked for', { interval: 'P1M' }, 'reviewed: 2026-05-01', 'fail']],
  notApplicable: [
    'zonePolicy: { default: deny, reviewed: never }\nassets: [{ id: db, kind: server, ephi: [stores] }]',
    'assets: [{ id: db, kind: server, ephi: [stores] }]',
  ],
  message:
    'the system: nobody has reviewed the rules between zones for more than 1 year (zonePolicy.reviewed is 2025-11-23)',
})
