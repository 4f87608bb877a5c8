import { enabled } from '#rules/audit-controls/enabled.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit'
const system = (stated: string, kind = 'kind: server', vendor = '') => `
    vendors: [{ id: v, responsibilities: { audit: ${vendor || 'us'} } }]
    assets: [{ id: ehr, ${kind}, ephi: [stores], vendor: v, ${stated} }]`

ruleTable(enabled, {
  system: (stated) => system(stated),
  rows: [
    ['records nothing', 'audit: false', 'fail', { path: `${path}/enabled`, severity: 'high' }],
    ['records', 'audit: true', 'pass'],
    ['says what it records', 'audit: { events: [login] }', 'pass'],
    ['says that it records nothing in particular', 'audit: { events: none }', 'fail', `${path}/events`],
    [
      'records, and says nothing in particular, of which another rule speaks',
      'audit: { enabled: true, events: none }',
      'pass',
    ],
    [
      'is off, whatever it would record',
      'audit: { enabled: false, events: [login] }',
      'fail',
      `${path}/enabled`,
    ],
    ['only says where to', 'audit: { destination: ehr }', 'unproven', `${path}/enabled`],
    ['not said', 'count: 1', 'unproven', `${path}/enabled`],
    [
      'cannot, and the law knows no alternative',
      'audit: false, constraints: { cannot: [audit], because: old }',
      'fail',
    ],
  ],
  also: [
    ['a disk, which its server records', system('audit: false', 'kind: block-volume'), 'not-applicable'],
    ['a stick', system('audit: false', 'kind: removable-media'), 'not-applicable'],
    ['a laptop', system('audit: false', 'kind: mobile-device'), 'fail'],
    ['a workstation', system('audit: false', 'kind: workstation'), 'fail'],
    ['a vault of backups', system('audit: false', 'kind: backup-vault'), 'fail'],
    ['a function', system('audit: false', 'kind: function'), 'fail'],
    ['a load balancer', system('audit: false', 'kind: load-balancer'), 'fail'],
    ['recorded by the vendor alone', system('audit: false', 'kind: saas', 'vendor'), 'not-applicable'],
    ['recorded by the vendor and us', system('audit: false', 'kind: saas', 'shared'), 'fail'],
  ],
  notApplicable: 'assets: [{ id: site, kind: web-app, ephi: none, audit: false }]',
  message: 'ehr: it records no activity (audit.enabled is false)',
})
