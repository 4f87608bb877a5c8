import { endpoint } from '#rules/authentication/endpoint.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/endpoints/5432/auth'
const system = (stated: string, kind = 'relational-database') => `
    assets: [{ id: db, kind: ${kind}, ephi: [stores], endpoints: [{ port: 5432, ${stated} }] }]`

const bastion = (stated: string, administers = 'id: ehr') => `
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - id: jump
        kind: bastion
        administers: { ${administers} }
        endpoints: [{ port: 3389, protocol: rdp, ${stated} }]`
const group = (set: string, more = 'ephi: [stores]') => `
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - id: nodes
        kind: server
        count: 5
        ${more}
        endpoints: [{ port: 22, protocol: ssh, auth: certificate }, { port: 80, auth: password }]
        exceptions: [{ count: 1, why: old, set: { ${set} } }]`
const ofOld = '/assets/nodes/exceptions/old/endpoints/22/auth'
const ofBastion = '/assets/jump/endpoints/3389/auth'

const byVendor = (vendor: string, stated: string) => `
    vendors: [{ id: host, responsibilities: { access: vendor } }, { id: both, responsibilities: { access: shared } }]
    assets: [{ id: ehr, kind: saas, vendor: ${vendor}, ephi: [stores], endpoints: [{ port: 443, ${stated} }] }]`

ruleTable(endpoint, {
  system: (stated) => system(stated),
  rows: [
    ['no log-in', 'auth: none', 'fail', { path, severity: 'high' }],
    ['no log-in, on the internet', 'auth: none, exposure: public', 'fail', { path, severity: 'critical' }],
    ['no log-in, for partners', 'auth: none, exposure: partner', 'fail', { path, severity: 'critical' }],
    [
      'no log-in, a device inside',
      'auth: none, protocol: mllp, exposure: internal',
      'fail',
      { path, severity: 'medium' },
    ],
    ['DICOM inside', 'auth: none, protocol: dicom', 'fail', { path, severity: 'medium' }],
    [
      'DICOM on the internet',
      'auth: none, protocol: dicom, exposure: public',
      'fail',
      { path, severity: 'critical' },
    ],
    ['a password', 'auth: password', 'pass', path],
    ['client certificates', 'auth: none, tls: { clientCertificates: required }', 'pass'],
    ['client certificates, if they like', 'auth: none, tls: { clientCertificates: optional }', 'fail', path],
    ['nothing said', 'protocol: postgresql', 'unproven', path],
    ['on one machine', 'auth: none, exposure: loopback', 'not-applicable'],
  ],
  also: [
    ['a vendor runs it, and says nothing', byVendor('host', 'protocol: https'), 'not-applicable'],
    ['a vendor runs it, and it is stated that it is wrong', byVendor('host', 'auth: none'), 'fail'],
    ['a vendor runs it, and it is right', byVendor('host', 'auth: sso'), 'pass'],
    ['a vendor runs it with us, and says nothing', byVendor('both', 'protocol: https'), 'unproven'],
    [
      'a mail exchange',
      system('auth: none, protocol: smtp, exposure: public', 'mail-server'),
      'not-applicable',
    ],
    ['the web port of a mail server', system('auth: none, protocol: https', 'mail-server'), 'fail'],
    ['SMTP elsewhere', system('auth: none, protocol: smtp', 'server'), 'fail'],
    [
      'a way in to what controls ePHI, on the internet',
      bastion('auth: none, exposure: public'),
      'fail',
      { path: ofBastion, severity: 'critical' },
    ],
    [
      'a way in to what controls ePHI, inside',
      bastion('auth: none'),
      'fail',
      { path: ofBastion, severity: 'high' },
    ],
    ['what controls ePHI, with a log-in', bastion('auth: password, exposure: public'), 'pass'],
    ['what controls ePHI, and nothing said', bastion('exposure: public'), 'unproven', ofBastion],
    ['an exception of a group', group('endpoints: [{ port: 22, auth: none }]'), 'fail', ofOld],
    [
      'an exception of a group that controls ePHI',
      group('endpoints: [{ port: 22, auth: none }]', 'administers: { id: ehr }'),
      'fail',
      ofOld,
    ],
    ['an exception that is none of its endpoints', group('audit: false'), 'pass'],
    ['an exception with a better log-in', group('endpoints: [{ port: 22, auth: sso }]'), 'pass'],
  ],
  notApplicable: bastion('auth: none, exposure: public', 'id: other*'),
  message: 'db/5432: whoever reaches it is let in without logging in (endpoints.5432.auth is none)',
})
