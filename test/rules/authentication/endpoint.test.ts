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
const ofBastion = '/assets/jump/endpoints/3389/auth'

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
  ],
  notApplicable: bastion('auth: none, exposure: public', 'id: other*'),
  message: 'db/5432: whoever reaches it is let in without logging in (endpoints.5432.auth is none)',
})
