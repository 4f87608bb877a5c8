import { mailPurge } from '#rules/records/mail-purge.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/retention'
const system = (email: string, of = 'mail', period = 'retention: { adults: 10 years },') => `
    system: { name: Clinic }
    records: { ${period} systemsOfRecord: [${of}] }
    assets:
      - { id: mail, kind: mail-server, ephi: [stores] }
      - { id: suite, kind: saas, ephi: [stores] }
      - { id: ehr, kind: saas, ephi: [stores] }
    email: { ${email} }`

ruleTable(mailPurge, {
  system: (stated) => system(stated),
  rows: [
    ['shorter', 'retention: 9 years', 'fail', { path, severity: 'medium' }],
    ['as long, the bound itself', 'retention: 10 years', 'pass'],
    ['for ever, where it is the record', 'retention: forever', 'pass'],
    [
      'deleted mail goes sooner',
      'retention: 10 years, deletedMail: { purgeAfter: 30 days }',
      'fail',
      { path: '/email/deletedMail/purgeAfter', severity: 'medium' },
    ],
    ['deleted mail never goes', 'retention: 10 years, deletedMail: { purgeAfter: never }', 'pass'],
    ['nothing said', 'externalAutoForward: false', 'unproven', path],
  ],
  also: [
    ['the period not said', system('retention: 1 day', 'mail', ''), 'unproven', '/records/retention/adults'],
    ['the record lies elsewhere', system('retention: 1 day', 'ehr'), 'pass'],
    [
      'the record lies elsewhere, mail kept for ever',
      system('retention: forever', 'ehr'),
      'fail',
      { path, severity: 'low' },
    ],
    [
      'the record lies elsewhere, deleted mail never goes',
      system('retention: 1 year, deletedMail: { purgeAfter: never }', 'ehr'),
      'fail',
      { path: '/email/deletedMail/purgeAfter', severity: 'low' },
    ],
    [
      'the record lies elsewhere, deleted mail goes',
      system('retention: 1 year, deletedMail: { purgeAfter: 30 days }', 'ehr'),
      'pass',
    ],
    [
      'the record lies elsewhere, nothing said',
      system('externalAutoForward: false', 'ehr'),
      'unproven',
      path,
    ],
    [
      'the record lies where mail comes in',
      system('retention: 1 day, inbound: { mailServers: [suite] }', 'suite'),
      'fail',
      path,
    ],
    [
      'systems of record not said',
      system('retention: 1 day').replace(/systemsOfRecord: \[mail\]/, ''),
      'pass',
    ],
  ],
  notApplicable: 'assets: [{ id: mail, kind: mail-server, ephi: none }]\nemail: { retention: forever }',
  message:
    'Clinic: mailboxes are a system of record, and mail is deleted sooner than your own period says (email.retention is 9 years)',
})
