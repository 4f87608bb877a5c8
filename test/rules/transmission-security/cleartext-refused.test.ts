import { cleartextRefused } from '#rules/transmission-security/cleartext-refused.js'
import { type Row, ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/5432/encryption'

const imported = (stated: string, more = '') => `
    assets: [{ id: db, ephi: [stores] }, { id: app, kind: server }]
    ${more}
    --- imported
    assets: [{ id: db, kind: relational-database, endpoints: [{ port: 5432, ${stated} }] }]`

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
  also: [
    ...[
      ['of another protocol than HTTP', 'protocol: postgresql', 'fail'],
      ['HTTP inside', 'protocol: http, exposure: internal', 'fail'],
      ['HTTP for partners', 'protocol: http, exposure: partner', 'fail'],
      [
        'HTTP on the internet, of which another rule speaks',
        'protocol: http, exposure: public',
        'not-applicable',
      ],
    ].map(
      ([circumstance, stated, outcome]): Row => [
        `imported, in clear alone: ${circumstance}`,
        imported(`encryption: none, ${stated}`),
        outcome as Row[2],
      ],
    ),
    [
      'imported, in clear alone, and reached by a flow that is judged itself',
      imported('encryption: none, protocol: postgresql', 'flows: [{ from: app, to: db, carries: ephi }]'),
      'not-applicable',
    ],
  ],
  message: 'db/5432: it accepts plain connections as well (endpoints.5432.encryption is optional)',
})
