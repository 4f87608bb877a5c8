import { afterTermination } from '#rules/transmission-security/after-termination.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/api/endpoints/8080/encryption'

const behind = (stated: string) => `
    sites: [{ id: a }, { id: b }]
    parties: [{ id: patients, relationship: individual }]
    assets:
      - { id: alb, kind: load-balancer, ephi: [transmits], site: a, endpoints: [{ port: 443, protocol: https, exposure: public }] }
      - { id: api, kind: api, ephi: [processes], site: a, endpoints: [{ port: 8080, ${stated} }] }
    flows: [{ from: patients, to: api, via: alb, carries: ephi }]`

ruleTable(afterTermination, {
  system: (stated) => behind(stated),
  rows: [
    ['plain behind it', 'encryption: none', 'fail', { path, severity: 'medium' }],
    ['plain HTTP by its protocol', 'protocol: http', 'fail', { path: '/assets/api/endpoints/8080/protocol' }],
    ['encrypted', 'encryption: required', 'pass', path],
    ['HTTPS', 'protocol: https', 'pass'],
    ['optional', 'encryption: optional', 'unproven', path],
    ['nothing said', 'auth: token', 'unproven', path],
  ],
  also: [
    ['FTP, of which another rule speaks', behind('protocol: ftp'), 'not-applicable'],
    [
      'LDAP in clear, of which another rule speaks',
      behind('protocol: ldap, encryption: none'),
      'not-applicable',
    ],
    ['LDAP over TLS', behind('protocol: ldap, encryption: required'), 'pass'],
    [
      'plain behind it, in another place',
      `
    sites: [{ id: a }, { id: b }]
    parties: [{ id: patients, relationship: individual }]
    assets:
      - { id: alb, kind: load-balancer, ephi: [transmits], site: a, endpoints: [{ port: 443, protocol: https }] }
      - { id: api, kind: api, ephi: [processes], site: b, endpoints: [{ port: 8080, encryption: none }] }
    flows: [{ from: patients, to: api, via: alb, carries: ephi }]`,
      'fail',
      { path, severity: 'high' },
    ],
  ],
  notApplicable: `
    assets:
      - { id: app, kind: server, ephi: [processes] }
      - { id: db, kind: relational-database, ephi: [stores], endpoints: [{ port: 5432, encryption: none }] }
    flows: [{ from: app, to: db, carries: ephi }]`,
  message:
    'alb → api/8080: encryption ends before, and ePHI goes on in clear (endpoints.8080.encryption is none)',
})
