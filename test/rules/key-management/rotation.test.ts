import { rotation } from '#rules/key-management/rotation.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/keys/master/rotation'
const system = (layer: string) => (stated: string) =>
  `
    keys: [{ id: master, ${stated} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], encryptionAtRest: { enabled: true, layer: ${layer}, key: master } }`
const backups = (stated: string, encryption = '') => `
    keys: [{ id: master, ${stated} }]
    assets: [{ id: patients, kind: relational-database, ephi: [stores], ${encryption} region: US }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, key: master }] }]`

ruleTable(rotation, {
  system: system('database'),
  rows: [
    ['never', 'rotation: never', 'fail', { path, severity: 'low' }],
    ['every two years, the bound itself', 'rotation: 2 years', 'pass', path],
    ['a month more', 'rotation: 25 months', 'fail', path],
    ['every year', 'rotation: 1 year', 'pass', path],
    ['nothing said', 'manager: aws-kms', 'unproven', path],
    ['the provider does it', 'manager: provider, rotation: never', 'not-applicable'],
    ['a TPM', 'manager: tpm, rotation: never', 'not-applicable'],
    ['not ours to replace', 'customerManaged: false, rotation: never', 'not-applicable'],
    ['ours', 'customerManaged: true, rotation: never', 'fail', path],
  ],
  parameters: [['a year asked for', { period: 'P1Y' }, 'rotation: 2 years', 'fail']],
  also: [
    ['a disk key', system('full-disk')('rotation: never'), 'not-applicable'],
    [
      'a disk key that encrypts more',
      `${system('full-disk')('rotation: never')}\n      - { id: more, kind: file-share, ephi: [stores], encryptionAtRest: { enabled: true, layer: file, key: master } }`,
      'fail',
    ],
    ['a self-encrypting drive', system('self-encrypting-drive')('rotation: never'), 'not-applicable'],
    ['a key of copies alone', backups('rotation: never'), 'fail', path],
    ['a key of copies alone, in time', backups('rotation: 1 year'), 'pass', path],
    [
      'a disk key that encrypts copies as well',
      backups('rotation: never', 'encryptionAtRest: { enabled: true, layer: full-disk, key: master },'),
      'fail',
      path,
    ],
  ],
  message: 'master: it is replaced less often than every 2 years (rotation is never)',
})
