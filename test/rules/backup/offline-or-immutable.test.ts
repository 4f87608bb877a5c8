import { offlineOrImmutable } from '#rules/backup/offline-or-immutable.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/copies/a/offline'

ruleTable(offlineOrImmutable, {
  system: (stated) => `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, ${stated} }] }]`,
  rows: [
    ['neither', 'offline: false, immutable: none', 'fail', { path, severity: 'medium' }],
    ['offline', 'offline: true, immutable: none', 'pass'],
    ['locked', 'offline: false, immutable: compliance', 'pass'],
    ['locked against most', 'offline: false, immutable: governance', 'pass'],
    ['lock not said', 'offline: false', 'unproven', '/backupPlans/nightly/copies/a/immutable'],
    ['nothing said', 'frequency: 1 day', 'unproven', path],
  ],
  notApplicable:
    'backupPlans: [{ id: n, covers: {}, copies: [] }]\nassets: [{ id: patients, kind: server, ephi: [stores] }]',
  message: 'nightly: all its copies can be reached and deleted (copies.a.offline is false)',
})
