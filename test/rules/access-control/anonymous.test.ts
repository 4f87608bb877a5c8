import { anonymous } from '#rules/access-control/anonymous.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/scans/access/anonymous'

ruleTable(anonymous, {
  system: (stated) => `
    assets: [{ id: scans, kind: object-store, ephi: [stores], access: { ${stated} } }]`,
  rows: [
    ['open to all', 'anonymous: true', 'fail', { path, severity: 'critical' }],
    ['closed', 'anonymous: false', 'pass', path],
    ['nothing said', 'roles: true', 'unproven', path],
  ],
  notApplicable: [
    'assets: [{ id: site, kind: object-store, ephi: none, access: { anonymous: true } }]',
    `
    data: [{ id: stats, class: deidentified, deidentification: { method: safe-harbor, date: 2026-01-01, by: R. Ode, document: D-1 } }]
    assets: [{ id: open-data, kind: object-store, holds: stats, access: { anonymous: true } }]`,
  ],
  message: 'scans: anybody can read it without logging in (access.anonymous is true)',
})
