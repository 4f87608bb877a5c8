import { controlPlane } from '#rules/audit-controls/control-plane.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/tool/audit/enabled'
const system = (
  stated: string,
  { kind = 'ci-cd', administers = 'administers: { id: ehr }, ', vendor = '', host = '' } = {},
) => `
    vendors: [{ id: v, responsibilities: { audit: vendor } }]
    assets:
      - { id: ehr, kind: server, ephi: [stores]${host} }
      - { id: brochures, kind: web-app, ephi: none }
      - { id: tool, kind: ${kind}, ${administers}${vendor}${stated} }`

ruleTable(controlPlane, {
  system: (stated) => system(stated),
  rows: [
    ['records nothing', 'audit: false', 'fail', { path, severity: 'medium' }],
    ['says that it records nothing', 'audit: { events: none }', 'fail', '/assets/tool/audit/events'],
    ['records', 'audit: true', 'pass', path],
    ['not said', 'count: 1', 'unproven', path],
  ],
  also: [
    ...['key-store', 'secret-store', 'identity-provider', 'bastion', 'remote-management', 'hypervisor'].map(
      (kind) =>
        [
          `${kind}, which does not say what it controls`,
          system('audit: false', { kind, administers: '' }),
          'fail',
        ] as const,
    ),
    [
      'a server, which controls nothing',
      system('audit: false', { kind: 'server', administers: '' }),
      'not-applicable',
    ],
    [
      'controls other things',
      system('audit: false', { administers: 'administers: { id: brochures }, ' }),
      'not-applicable',
    ],
    [
      'hosts ePHI',
      system('audit: false', { kind: 'server', administers: '', host: ', runsOn: tool' }),
      'fail',
    ],
    [
      'holds ePHI itself, of which another rule speaks',
      system('audit: false, ephi: [stores]'),
      'not-applicable',
    ],
    ['recorded by its vendor', system('audit: false', { vendor: 'vendor: v, ' }), 'not-applicable'],
  ],
  message:
    'tool: it controls systems with ePHI or keeps keys, and records no activity (audit.enabled is false)',
})
