import { cleartextRefused } from '#rules/transmission-security/cleartext-refused.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/5432/encryption'

ruleTable(cleartextRefused, {
  system: (stated) => `
    assets: [{ id: db, kind: relational-database, ephi: [stores], endpoints: [{ port: 5432, ${stated} }] }]`,
  rows: [
    ['optional', 'encryption: optional', 'fail', { path, severity: 'medium' }],
    [
      'optional on the internet',
      'encryption: optional, exposure: public',
      'fail',
      { path, severity: 'high' },
    ],
    ['required', 'encryption: required', 'pass', path],
    ['HTTPS', 'protocol: https', 'pass'],
    ['nothing said', 'protocol: postgresql', 'unproven', path],
    ['none, of which another rule speaks', 'encryption: none', 'not-applicable'],
    ['on one machine', 'encryption: optional, exposure: loopback', 'not-applicable'],
    ['encryption of its own', 'encryption: optional, native: { level: requested }', 'not-applicable'],
  ],
  message: 'db/5432: it accepts plain connections as well (endpoints.5432.encryption is optional)',
})
