import { events } from '#rules/audit-controls/events.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/events'
const system = (stated: string, kind = 'server', more = '') => `
    assets: [{ id: ehr, kind: ${kind}, ephi: [stores], audit: { ${stated}${more} } }]`
const ALL = ['login', 'read', 'write', 'delete', 'export', 'admin']
const without = (event: string) => `events: [${ALL.filter((one) => one !== event).join(', ')}]`
const ACCESS = 'events: [login, admin]'

ruleTable(events, {
  system: (stated) => system(stated),
  rows: [
    [
      'no reading and no export',
      'events: [login, write, delete, admin]',
      'fail',
      { path, severity: 'medium' },
    ],
    ...ALL.map((event) => [`all but ${event}`, without(event), 'fail', path] as const),
    ['all', `events: [${ALL.join(', ')}]`, 'pass', path],
    [
      'changes of its configuration for administration',
      `events: [config, ${ALL.slice(0, 5).join(', ')}]`,
      'pass',
      path,
    ],
    [
      'changes of its schema for administration',
      `events: [ddl, ${ALL.slice(0, 5).join(', ')}]`,
      'pass',
      path,
    ],
    ['nothing, though it is on', 'enabled: true, events: none', 'fail', path],
    ['not said', 'enabled: true', 'unproven', path],
    ['it is off, of which another rule speaks', 'enabled: false, events: [login]', 'not-applicable'],
    ['nothing at all, of which another rule speaks', 'events: none', 'not-applicable'],
  ],
  also: [
    ...['mainframe', 'saas', 'web-app', 'api', 'object-store', 'mail-server', 'archive'].map(
      (kind) => [`${kind}: who logged in is not enough`, system(ACCESS, kind), 'fail'] as const,
    ),
    ...[
      'cache',
      'load-balancer',
      'log-store',
      'backup-vault',
      'hypervisor',
      'workstation',
      'mobile-device',
      'vdi',
      'printer',
      'medical-device',
    ].map(
      (kind) =>
        [`${kind}: who logged in and what was changed is enough`, system(ACCESS, kind), 'pass'] as const,
    ),
    ['a load balancer without log-in', system('events: [admin]', 'load-balancer'), 'fail'],
    ['a load balancer without administration', system('events: [login, read]', 'load-balancer'), 'fail'],
  ],
  message:
    'ehr: its record of activity leaves things out that an investigation needs (without read and export)',
})
