import { recoverable } from '#rules/key-management/recoverable.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/keys/master/recoverable'

ruleTable(recoverable, {
  system: (stated) => `
    keys: [{ id: master, ${stated} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], encryptionAtRest: { enabled: true, key: master } }
      - { id: safe, kind: server, ephi: none }
      - { id: vault, kind: backup-vault }
    backupPlans: [{ id: nightly, covers: { id: patients }, copies: [{ id: a, to: vault, key: master }] }]`,
  rows: [
    ['not recoverable', 'recoverable: false', 'fail', { path, severity: 'medium' }],
    ['recoverable', 'recoverable: true', 'pass', path],
    [
      'only on what the backup is for',
      'recoverable: true, storedWith: patients',
      'fail',
      '/keys/master/storedWith',
    ],
    ['also elsewhere', 'recoverable: true, storedWith: [patients, safe]', 'pass'],
    ['nothing said', 'manager: file', 'unproven', path],
    ['the provider holds it', 'manager: provider, recoverable: false', 'not-applicable'],
  ],
  message: 'master: nothing brings it back once it is lost (recoverable is false)',
})
