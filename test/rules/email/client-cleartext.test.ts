import { clientCleartext } from '#rules/email/client-cleartext.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/clientAccess/cleartext'
const system = (stated: string, more = '') => `
    system: { name: Clinic }
    vendors: [{ id: host, responsibilities: { transmission: vendor } }]
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: office, kind: saas, vendor: host, ephi: [stores] }
    email: { clientAccess: { ${stated} } ${more} }`

ruleTable(clientCleartext, {
  system: (stated) => system(stated),
  rows: [
    ['accepted', 'cleartext: true', 'fail', { path, severity: 'high' }],
    ['refused', 'cleartext: false', 'pass'],
    ['nothing said', 'protocols: [imap]', 'unproven', path],
  ],
  also: [
    [
      'a vendor runs it',
      system('protocols: [imap]', ', inbound: { mailServers: [office] }'),
      'not-applicable',
    ],
    [
      'a vendor runs it, and is said to accept it',
      system('cleartext: true', ', inbound: { mailServers: [office] }'),
      'fail',
      path,
    ],
  ],
  notApplicable:
    'assets: [{ id: m, kind: mail-server, ephi: none }]\nemail: { clientAccess: { cleartext: true } }',
  message: 'Clinic: mailboxes are read without encryption (email.clientAccess.cleartext is true)',
})
