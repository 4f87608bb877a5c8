import { backupEncrypted } from '#rules/encryption-at-rest/backup-encrypted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/copies/tape/encrypted'

ruleTable(backupEncrypted, {
  system: (stated) => `
    vendors: [{ id: host, responsibilities: { encryptionAtRest: vendor } }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores] }
      - { id: vault, kind: backup-vault, encryptionAtRest: true }
      - { id: shelf, kind: backup-vault, encryptionAtRest: false }
      - { id: rented, kind: backup-vault, vendor: host }
      - { id: bare, kind: backup-vault, vendor: host, encryptionAtRest: false }
    backupPlans:
      - { id: nightly, covers: { id: patients }, copies: [{ id: tape, ${stated} }] }`,
  rows: [
    ['not encrypted', 'encrypted: false', 'fail', { path, severity: 'high' }],
    ['encrypted', 'encrypted: true', 'pass', path],
    ['nothing said', 'frequency: 1 day', 'unproven', path],
    ['the vault encrypts', 'encrypted: false, to: vault', 'pass'],
    ['neither encrypts', 'encrypted: false, to: shelf', 'fail', path],
    ['the shelf does not, the copy is not said to', 'to: shelf', 'unproven', path],
    ['the vendor encrypts', 'encrypted: false, to: rented', 'not-applicable'],
    ['the vendor is to encrypt, and does not', 'encrypted: false, to: bare', 'fail', path],
  ],
  notApplicable: `
    assets: [{ id: web, kind: web-app, ephi: none }, { id: db, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: { id: web }, copies: [{ id: tape, encrypted: false }] }]`,
  message:
    'nightly/tape: the copy is not encrypted, nor is the place where it lies (copies.tape.encrypted is false)',
})
