import { dmarc } from '#rules/email/dmarc.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/domains/clinic.example/dmarc'
const system = (email: string) => `
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { ${email} }`

ruleTable(dmarc, {
  profile: 'recommended',
  system: (stated) => system(`domains: [{ name: clinic.example, ${stated} }]`),
  rows: [
    ['the policy none', 'dmarc: { policy: none }', 'fail', { path: `${path}/policy`, severity: 'medium' }],
    ['quarantine', 'dmarc: { policy: quarantine }', 'pass'],
    ['reject', 'dmarc: { policy: reject }', 'pass'],
    ['a record that rejects', 'dmarc: { record: v=DMARC1; p=reject; rua=mailto:d@clinic.example }', 'pass'],
    ['a record that quarantines', 'dmarc: { record: v=DMARC1; p=quarantine }', 'pass'],
    [
      'a record with the policy none, whatever is said of it',
      'dmarc: { policy: reject, record: v=DMARC1; p=none }',
      'fail',
      { path: `${path}/record`, severity: 'medium' },
    ],
    ['a record without a policy', 'dmarc: { record: v=DMARC1 }', 'fail', { severity: 'medium' }],
    ['a record for tests', 'dmarc: { record: v=DMARC1; p=quarantine; t=y }', 'fail', { severity: 'medium' }],
    [
      'a record that rejects, for tests: forged mail is set aside',
      'dmarc: { record: v=DMARC1; p=reject; t=y }',
      'fail',
      { severity: 'low' },
    ],
    ['a record for no tests', 'dmarc: { record: v=DMARC1; p=reject; t=n }', 'pass'],
    [
      'a record for a part of mail',
      'dmarc: { record: v=DMARC1; p=reject; pct=99 }',
      'fail',
      { severity: 'low' },
    ],
    ['a record for all mail', 'dmarc: { record: v=DMARC1; p=reject; pct=100 }', 'pass'],
    ['a record that rejects, said to be none', 'dmarc: { policy: none, record: v=DMARC1; p=reject }', 'fail'],
    ['no record', 'dmarc: { record: none }', 'fail', { severity: 'medium' }],
    ['nothing said', 'dane: false', 'unproven', `${path}/policy`],
  ],
  also: [['no domain said', system('externalAutoForward: false'), 'unproven', '/email/domains']],
  notApplicable: 'assets: [{ id: db, kind: server, ephi: [stores] }]',
  message:
    'clinic.example: receivers are not asked to refuse mail that is forged in its name (email.domains.clinic.example.dmarc.policy is none)',
})
