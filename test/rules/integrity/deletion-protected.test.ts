import { deletionProtected } from '#rules/integrity/deletion-protected.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/recovery/deletionProtection'
const system = (stated: string, kind = 'relational-database') => `
    vendors: [{ id: v, responsibilities: { backup: vendor } }]
    assets: [{ id: ehr, kind: ${kind}, ephi: [stores], ${stated} }]`
const NONE = 'recovery: { deletionProtection: false, versioning: false, pointInTime: none }'

ruleTable(deletionProtected, {
  system: (stated) => system(stated),
  rows: [
    ['nothing', NONE, 'fail', { path, severity: 'medium' }],
    ['protected', 'recovery: { deletionProtection: true }', 'pass'],
    ['versions', 'recovery: { deletionProtection: false, versioning: true }', 'pass'],
    [
      'any point in time',
      'recovery: { deletionProtection: false, versioning: false, pointInTime: 7 days }',
      'pass',
    ],
    [
      'two denied, one not said',
      'recovery: { deletionProtection: false, versioning: false }',
      'unproven',
      '/assets/ehr/recovery/pointInTime',
    ],
    ['nothing said', 'count: 1', 'unproven', path],
    ['kept by a vendor alone', `${NONE}, vendor: v`, 'not-applicable'],
  ],
  also: [
    ['a cache', system(NONE, 'cache'), 'not-applicable'],
    ['a log store', system(NONE, 'log-store'), 'not-applicable'],
    ['a workstation', system(NONE, 'workstation'), 'not-applicable'],
    ['a file share', system(NONE, 'file-share'), 'fail'],
    ['an archive', system(NONE, 'archive'), 'fail'],
    [
      'derived from another store',
      `assets: [{ id: db, kind: server, ephi: [stores], recovery: { versioning: true } }, { id: lake, kind: data-warehouse, derivedFrom: db, ${NONE} }]`,
      'pass',
    ],
  ],
  message:
    'ehr: one wrong command destroys its records, and nothing takes it back (recovery.deletionProtection and versioning are false, and pointInTime is none)',
})
