import { legacyMail } from '#rules/authentication/legacy-mail.js'
import { ruleTable } from '#test/rule-table.js'

const system = (identity: string, access = 'protocols: [imap], mfa: true') => `
    system: { name: Clinic }
    identity: { ${identity} }
    email: { clientAccess: { ${access} } }
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]`

ruleTable(legacyMail, {
  system: (stated) => system(stated),
  rows: [
    [
      'allowed',
      'legacyAuthentication: true',
      'fail',
      { path: '/identity/legacyAuthentication', severity: 'high' },
    ],
    ['off', 'legacyAuthentication: false', 'pass'],
    ['nothing said', 'uniqueIds: true', 'unproven', '/identity/legacyAuthentication'],
  ],
  also: [
    [
      'IMAP with a password alone',
      system('legacyAuthentication: false', 'protocols: [imap], mfa: false'),
      'fail',
      '/email/clientAccess/mfa',
    ],
    [
      'ActiveSync with a password alone',
      system('legacyAuthentication: false', 'protocols: [activesync], mfa: false'),
      'fail',
    ],
    [
      'IMAP beside the browser',
      system('legacyAuthentication: false', 'protocols: [web, imap], mfa: false'),
      'fail',
    ],
    ['in the browser alone', system('legacyAuthentication: false', 'protocols: [web], mfa: false'), 'pass'],
    [
      'protocols not said',
      system('uniqueIds: true', 'cleartext: false'),
      'unproven',
      '/email/clientAccess/protocols',
    ],
  ],
  notApplicable:
    'identity: { legacyAuthentication: true }\nassets: [{ id: db, kind: server, ephi: [stores] }]',
  message: 'Clinic: mailboxes are read with a password alone (identity.legacyAuthentication is true)',
})
