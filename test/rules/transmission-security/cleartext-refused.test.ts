import { cleartextRefused } from '#rules/transmission-security/cleartext-refused.js'
import { type Row, ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/5432/encryption'

const imported = (stated: string, more = '') => `
    assets: [{ id: db, ephi: [stores] }, { id: app, kind: server }]
    ${more}
    --- imported
    assets: [{ id: db, kind: relational-database, endpoints: [{ port: 5432, ${stated} }] }]`

const observed = (stated: string, seen: string, more = '') => `
    assets:
      - { id: db, kind: relational-database, ephi: [stores], endpoints: [{ port: 5432, ${stated} }] }
      - { id: app, kind: server }
    ${more}
    --- observed
    assets: [{ id: db, endpoints: [{ port: 5432, ${seen} }] }]`

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { transmission: vendor } }, { id: both, responsibilities: { transmission: shared } }]
    assets: [{ id: db, kind: relational-database, vendor: ${vendor}, ephi: [stores], endpoints: [{ port: 5432, ${stated} }] }]`

const mail = (stated: string, kind = 'mail-server') => `
    assets: [{ id: mx, kind: ${kind}, ephi: [stores], endpoints: [{ encryption: optional, ${stated} }] }]`

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
    [
      'where mail comes in from anybody',
      mail('port: 25, protocol: smtp, exposure: public'),
      'not-applicable',
    ],
    [
      'a gateway where mail comes in',
      mail('port: 25, protocol: smtp, exposure: public', 'mail-gateway'),
      'not-applicable',
    ],
    ['where mail comes in, and from where is not said', mail('port: 25, protocol: smtp'), 'not-applicable'],
    ['a relay inside', mail('port: 25, protocol: smtp, exposure: internal'), 'fail'],
    ['where mail is handed in', mail('port: 587, protocol: smtp, exposure: public'), 'fail'],
    ['where mail is read', mail('port: 25, protocol: imap, exposure: public'), 'fail'],
    ['SMTP of another system', mail('port: 25, protocol: smtp, exposure: public', 'server'), 'fail'],
    ['a vendor runs it, and says nothing', byVendor('host', 'auth: password'), 'not-applicable'],
    ['a vendor runs it, and it is stated that it is wrong', byVendor('host', 'encryption: optional'), 'fail'],
    ['a vendor runs it, and it is right', byVendor('host', 'encryption: required'), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'auth: password'), 'unproven'],
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
      'FTP that was seen to offer TLS, and whether plain connections are let in was not seen',
      observed('protocol: ftp', 'tls: { versions: [TLSv1.2] }'),
      'unproven',
    ],
    ...[
      ['of another protocol than HTTP', 'protocol: postgresql', 'fail'],
      ['HTTP, and who reaches it is not stated', 'protocol: http', 'fail'],
      ['HTTP inside', 'protocol: http, exposure: internal', 'fail'],
      [
        'HTTP on the internet, of which another rule speaks',
        'protocol: http, exposure: public',
        'not-applicable',
      ],
    ].map(
      ([circumstance, stated, outcome]): Row => [
        `described, and seen in clear: ${circumstance}`,
        observed(stated as string, 'encryption: none'),
        outcome as Row[2],
      ],
    ),
    [
      'described, seen in clear, and reached by a flow that is judged itself',
      observed('protocol: postgresql', 'encryption: none', 'flows: [{ from: app, to: db, carries: ephi }]'),
      'not-applicable',
    ],
    [
      'imported, in clear alone, and reached by a flow that is judged itself',
      imported('encryption: none, protocol: postgresql', 'flows: [{ from: app, to: db, carries: ephi }]'),
      'not-applicable',
    ],
  ],
  message: 'db/5432: it accepts plain connections as well (endpoints.5432.encryption is optional)',
})
