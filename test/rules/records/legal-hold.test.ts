import { legalHold } from '#rules/records/legal-hold.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/mail/recovery/deletionProtection'

ruleTable(legalHold, {
  system: (stated) => `
    records: { legalHold: [{ subjects: { id: mail } }] }
    assets: [{ id: mail, kind: archive, ${stated} }, { id: other, kind: archive, recovery: { deletionProtection: false }, integrity: { writeOnce: false } }]`,
  rows: [
    [
      'can be deleted',
      'recovery: { deletionProtection: false }, integrity: { writeOnce: false }',
      'fail',
      { path, severity: 'medium' },
    ],
    ['protected', 'recovery: { deletionProtection: true }', 'pass'],
    ['written once', 'integrity: { writeOnce: true }', 'pass'],
    [
      'one of the two not said',
      'recovery: { deletionProtection: false }',
      'unproven',
      '/assets/mail/integrity/writeOnce',
    ],
    ['nothing said', 'region: us-east-1', 'unproven', path],
  ],
  notApplicable: [
    'records: { legalHold: [] }\nassets: [{ id: a, kind: archive, recovery: { deletionProtection: false } }]',
    'assets: [{ id: a, kind: archive, recovery: { deletionProtection: false }, integrity: { writeOnce: false } }]',
  ],
  message:
    'mail: it is under legal hold, and what is on it can be deleted (recovery.deletionProtection is false)',
})
