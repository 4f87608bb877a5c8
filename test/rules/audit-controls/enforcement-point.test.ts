import { enforcementPoint } from '#rules/audit-controls/enforcement-point.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/wall/audit/enabled'
const system = (stated: string, { policy = 'enforcedBy: wall', more = '' } = {}) => `
    vendors: [{ id: v, responsibilities: { audit: vendor } }]
    zonePolicy: { default: deny, ${policy} }
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: wall, kind: firewall, ${more}${stated} }`

ruleTable(enforcementPoint, {
  system: (stated) => system(stated),
  rows: [
    ['records nothing', 'audit: false', 'fail', { path, severity: 'medium' }],
    ['records', 'audit: true', 'pass', path],
    ['not said', 'count: 1', 'unproven', path],
  ],
  also: [
    ['what else is a firewall', system('audit: false', { policy: 'enforcedBy: ehr' }), 'not-applicable'],
    ['nothing is said to enforce it', system('audit: false', { policy: 'rules: []' }), 'not-applicable'],
    [
      'holds ePHI, of which another rule speaks',
      system('audit: false', { more: 'ephi: [transmits], ' }),
      'not-applicable',
    ],
    [
      'controls systems with ePHI, of which another rule speaks',
      system('audit: false', { more: 'administers: { id: ehr }, ' }),
      'not-applicable',
    ],
    ['recorded by its vendor', system('audit: false', { more: 'vendor: v, ' }), 'not-applicable'],
  ],
  notApplicable: 'assets: [{ id: wall, kind: firewall, audit: false }]',
  message: 'wall: it enforces the zone policy, and records nothing (audit.enabled is false)',
})
