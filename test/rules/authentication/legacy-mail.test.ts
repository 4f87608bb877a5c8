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
      system('uniqueIds: true', 'protocols: [imap], mfa: false'),
      'fail',
      { path: '/email/clientAccess/mfa', severity: 'high' },
    ],
    ['POP with a password alone', system('uniqueIds: true', 'protocols: [pop3], mfa: false'), 'fail'],
    [
      'ActiveSync with a password alone',
      system('uniqueIds: true', 'protocols: [activesync], mfa: false'),
      'fail',
    ],
    ['IMAP beside the browser', system('uniqueIds: true', 'protocols: [web, imap], mfa: false'), 'fail'],
    [
      'IMAP, with plain passwords off',
      system('legacyAuthentication: false', 'protocols: [imap], mfa: false'),
      'pass',
    ],
    [
      'IMAP, with plain passwords allowed',
      system('legacyAuthentication: true', 'protocols: [imap], mfa: true'),
      'fail',
    ],
    [
      'in the browser alone',
      system('uniqueIds: true', 'protocols: [web], mfa: false'),
      'unproven',
      '/identity/legacyAuthentication',
    ],
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
