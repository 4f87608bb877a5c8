import { portableEncrypted } from '#rules/encryption-at-rest/portable-encrypted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/laptops/encryptionAtRest/enabled'

ruleTable(portableEncrypted, {
  system: (stated) => `
    assets:
      - { id: laptops, kind: mobile-device, count: 40, ephi: [stores], ${stated} }`,
  rows: [
    ['not encrypted', 'encryptionAtRest: false', 'fail', { path, severity: 'high' }],
    ['encrypted', 'encryptionAtRest: true', 'pass', path],
    ['nothing said', 'ownership: organisation', 'unproven', path],
    [
      'three are not',
      'encryptionAtRest: true, exceptions: [{ count: 3, why: loaners, set: { encryptionAtRest: false } }]',
      'fail',
      '/assets/laptops/exceptions/loaners/encryptionAtRest/enabled',
    ],
  ],
  also: [
    [
      'a USB stick',
      'assets: [{ id: usb, kind: removable-media, holds: ephi, encryptionAtRest: false }]',
      'fail',
    ],
  ],
  notApplicable: 'assets: [{ id: db, kind: relational-database, ephi: [stores], encryptionAtRest: false }]',
  message: 'laptops (40): what is carried about is not encrypted (encryptionAtRest.enabled is false)',
})
