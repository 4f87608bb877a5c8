import { custody } from '#rules/device-and-media/custody.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/disks/custody'
const system = (stated: string, kind = 'removable-media') => `
    vendors: [{ id: host }]
    assets: [{ id: disks, kind: ${kind}, ephi: [stores], ${stated} }]`

ruleTable(custody, {
  system: (stated) => system(stated),
  rows: [
    ['not recorded', 'custody: false', 'fail', { path: `${path}/log`, severity: 'medium' }],
    ['recorded', 'custody: true', 'pass'],
    [
      'recorded, and counted a year ago, the bound itself',
      'custody: { log: true, lastReconciled: 2025-11-24 }',
      'pass',
    ],
    [
      'recorded, and counted a day before',
      'custody: { log: true, lastReconciled: 2025-11-23 }',
      'fail',
      { path: `${path}/lastReconciled`, severity: 'low' },
    ],
    [
      'recorded, and never counted',
      'custody: { log: true, lastReconciled: never }',
      'fail',
      { path: `${path}/lastReconciled`, severity: 'low' },
    ],
    [
      'not recorded, though counted',
      'custody: { log: false, lastReconciled: 2026-11-01 }',
      'fail',
      `${path}/log`,
    ],
    ['counted, record not said', 'custody: { lastReconciled: 2026-11-01 }', 'unproven', `${path}/log`],
    ['nothing said', 'count: 3', 'unproven', `${path}/log`],
    ['hardware of a vendor', 'custody: false, vendor: host', 'not-applicable'],
    [
      'to be counted tomorrow, which shows nothing',
      'custody: { log: true, lastReconciled: 2026-11-25 }',
      'unproven',
      `${path}/lastReconciled`,
    ],
  ],
  also: [
    ['a server', system('custody: false', 'server'), 'fail'],
    ['a service', system('custody: false', 'saas'), 'not-applicable'],
  ],
  parameters: [
    [
      'every month asked for',
      { period: 'P1M' },
      'custody: { log: true, lastReconciled: 2026-09-01 }',
      'fail',
    ],
  ],
  notApplicable: 'assets: [{ id: disks, kind: removable-media, ephi: none, custody: false }]',
  message: 'disks: nobody records where it goes and who has it (custody.log is false)',
})
