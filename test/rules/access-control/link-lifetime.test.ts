import { linkLifetime } from '#rules/access-control/link-lifetime.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/scans/access/linkLifetime'

ruleTable(linkLifetime, {
  system: (stated) => `
    assets: [{ id: scans, kind: object-store, ephi: [stores], access: { ${stated} } }]`,
  rows: [
    ['a month', 'linkLifetime: 30 days', 'fail', { path, severity: 'medium' }],
    ['never', 'linkLifetime: never', 'fail', { path, severity: 'high' }],
    ['a week, the bound itself', 'linkLifetime: 7 days', 'pass', path],
    ['a day more', 'linkLifetime: 8 days', 'fail', path],
    ['no links', 'anonymous: false', 'not-applicable'],
  ],
  never: { unproven: 'only where links are stated is there anything to ask' },
  message: 'scans: its links open without logging in for longer than 7 days (access.linkLifetime is 30 days)',
})
