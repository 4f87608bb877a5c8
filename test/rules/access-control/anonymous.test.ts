import { anonymous } from '#rules/access-control/anonymous.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/scans/access/anonymous'

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { access: vendor } }, { id: both, responsibilities: { access: shared } }]
    assets: [{ id: ehr, kind: saas, vendor: ${vendor}, ephi: [stores], access: { ${stated} } }]`
const passing = (stated: string) => `
    assets: [{ id: app, kind: api, ${stated} }]`

ruleTable(anonymous, {
  system: (stated) => `
    assets: [{ id: scans, kind: object-store, ephi: [stores], access: { ${stated} } }]`,
  rows: [
    ['open to all', 'anonymous: true', 'fail', { path, severity: 'critical' }],
    ['closed', 'anonymous: false', 'pass', path],
    ['nothing said', 'roles: true', 'unproven', path],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'roles: true'), 'not-applicable'],
    ['a vendor runs it, and it is stated that it is wrong', byVendor('host', 'anonymous: true'), 'fail'],
    ['a vendor runs it, and it is right', byVendor('host', 'anonymous: false'), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'roles: true'), 'unproven'],
    ['what only passes it on', passing('ephi: [processes], access: { anonymous: true }'), 'fail'],
    ['what only passes it on, closed', passing('ephi: [processes], access: { anonymous: false }'), 'pass'],
    ['what only passes it on, and nothing said', passing('ephi: [processes]'), 'not-applicable'],
    [
      'what keeps it by its kind, and nothing said',
      passing('ephi: [processes]').replace('api', 'file-share'),
      'unproven',
    ],
    ['what keeps it by its own word', passing('holds: ephi'), 'unproven'],
  ],
  notApplicable: [
    'assets: [{ id: site, kind: object-store, ephi: none, access: { anonymous: true } }]',
    `
    data: [{ id: stats, class: deidentified, deidentification: { method: safe-harbor, date: 2026-01-01, by: R. Ode, document: D-1 } }]
    assets: [{ id: open-data, kind: object-store, holds: stats, access: { anonymous: true } }]`,
  ],
  message: 'scans: anybody can read it without logging in (access.anonymous is true)',
})
