import { apartFromData } from '#rules/key-management/apart-from-data.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/keys/master/storedWith'
const backups = (stored: string) => `
    keys: [{ id: master, manager: file, ${stored} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores] }
      - { id: vault, kind: object-store, ephi: [stores], runsOn: rack }
      - { id: rack, kind: server, ephi: none }
      - { id: safe, kind: server, ephi: none }
    backupPlans: [{ id: nightly, covers: { id: patients }, copies: [{ id: a, to: vault, key: master }] }]`

ruleTable(apartFromData, {
  system: (stated) => `
    keys: [{ id: master, ${stated} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], runsOn: box, encryptionAtRest: { enabled: true, key: master } }
      - { id: box, kind: server, ephi: none }
      - { id: safe, kind: server, ephi: none }`,
  rows: [
    ['a file beside the data', 'manager: file, storedWith: patients', 'fail', { path, severity: 'high' }],
    [
      'an appliance beside the data',
      'manager: appliance, storedWith: patients',
      'fail',
      { path, severity: 'medium' },
    ],
    ['on the host of the data', 'storedWith: [safe, box]', 'fail', { path, severity: 'medium' }],
    ['on another host', 'manager: file, storedWith: safe', 'pass'],
    ['with no asset', 'storedWith: none', 'pass'],
    ['a TPM binds it to the host', 'manager: tpm, storedWith: patients', 'pass'],
    ['a key management service', 'manager: aws-kms', 'pass'],
    ['an HSM', 'manager: hsm', 'pass'],
    ['a file somewhere', 'manager: file', 'unproven', path],
    ['nothing said', 'rotation: 1 year', 'unproven', path],
    ['an HSM in the host of the data', 'manager: hsm, storedWith: box', 'fail', { path, severity: 'medium' }],
    ['an HSM elsewhere', 'manager: hsm, storedWith: safe', 'pass'],
  ],
  also: [
    [
      'a key in place',
      'assets: [{ id: db, kind: file-share, ephi: [stores], encryptionAtRest: { enabled: true, key: { manager: file, storedWith: db } } }]',
      'fail',
      '/assets/db/encryptionAtRest/key/storedWith',
    ],
    ['a key of copies, beside the copies', backups('storedWith: vault'), 'fail', { path, severity: 'high' }],
    ['a key of copies, on the host of the copies', backups('storedWith: rack'), 'fail', path],
    ['a key of copies, on what is copied', backups('storedWith: patients'), 'pass'],
    ['a key of copies, elsewhere', backups('storedWith: safe'), 'pass'],
    [
      'the key of a drive that encrypts itself',
      'assets: [{ id: db, kind: file-share, ephi: [stores], encryptionAtRest: { enabled: true, layer: self-encrypting-drive, key: { manager: other, storedWith: db } } }]',
      'pass',
    ],
  ],
  notApplicable: `
    keys: [{ id: other, manager: file, storedWith: web }]
    assets:
      - { id: db, kind: relational-database, ephi: [stores] }
      - { id: web, kind: file-share, ephi: none, encryptionAtRest: { enabled: true, key: other } }`,
  message: 'master: it lies with the data that it encrypts (storedWith is patients)',
})
