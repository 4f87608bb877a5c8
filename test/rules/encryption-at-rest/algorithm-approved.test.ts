import { algorithmApproved } from '#rules/encryption-at-rest/algorithm-approved.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/patients/encryptionAtRest/algorithm'

ruleTable(algorithmApproved, {
  system: (stated) => `
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], ${stated} }`,
  rows: [
    ['3DES', 'encryptionAtRest: { enabled: true, algorithm: 3DES }', 'fail', { path, severity: 'high' }],
    ['ECB', 'encryptionAtRest: { enabled: true, algorithm: AES-256-ECB }', 'fail', path],
    ['AES-128 is enough', 'encryptionAtRest: { enabled: true, algorithm: AES-128-GCM }', 'pass', path],
    ['AES-256', 'encryptionAtRest: { algorithm: AES-256-XTS }', 'pass', path],
    [
      'a product is no algorithm',
      'encryptionAtRest: { enabled: true, algorithm: BitLocker }',
      'unproven',
      path,
    ],
    ['not said', 'encryptionAtRest: true', 'unproven', path],
    ['not encrypted', 'encryptionAtRest: { enabled: false, algorithm: 3DES }', 'not-applicable'],
  ],
  notApplicable: 'assets: [{ id: patients, kind: relational-database, ephi: [stores] }]',
  message: 'patients: its encryption is broken (3DES: 3DES, which is disallowed for encryption since 2024)',
})
