import { spf } from '#rules/email/spf.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/domains/clinic.example/spf'
const system = (email: string) => `
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { ${email} }`
const includes = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:s${index}.example`).join(' ')

ruleTable(spf, {
  profile: 'recommended',
  system: (stated) => system(`domains: [{ name: clinic.example, ${stated} }]`),
  rows: [
    ['none', 'spf: none', 'fail', { path, severity: 'medium' }],
    ['all others refused', 'spf: v=spf1 mx -all', 'pass'],
    ['all others doubted', 'spf: v=spf1 include:_spf.example ~all', 'pass'],
    ['all others allowed', 'spf: v=spf1 mx +all', 'fail', { path, severity: 'high' }],
    ['the whole internet by address', 'spf: "v=spf1 ip4:0.0.0.0/0 -all"', 'fail', { severity: 'high' }],
    ['nothing said of others', 'spf: v=spf1 mx ?all', 'fail', { severity: 'medium' }],
    ['ten look-ups, the bound itself', `spf: "v=spf1 ${includes(10)} -all"`, 'pass'],
    ['one more', `spf: "v=spf1 ${includes(11)} -all"`, 'fail', { severity: 'medium' }],
    [
      'receivers give up on it',
      'spf: v=spf1 include:a.example -all, spfFault: "12 look-ups, of which 10 are allowed"',
      'fail',
      { path: '/email/domains/clinic.example/spfFault', severity: 'medium' },
    ],
    ['nothing said', 'dane: false', 'unproven', path],
  ],
  also: [
    ['no domain said', system('externalAutoForward: false'), 'unproven', '/email/domains'],
    [
      'a domain that a stream alone names',
      system('streams: [{ id: s, sender: mail, carries: ephi, domain: other.example }]'),
      'unproven',
      '/email/domains/other.example',
    ],
    [
      'a domain that a stream names as well',
      system(
        'domains: [{ name: clinic.example, spf: v=spf1 -all }], streams: [{ id: s, sender: mail, carries: ephi, domain: clinic.example }]',
      ),
      'pass',
    ],
  ],
  notApplicable: [
    'email: { domains: [{ name: clinic.example, spf: none }] }\nassets: [{ id: mail, kind: mail-server, ephi: none }]',
    'assets: [{ id: db, kind: server, ephi: [stores] }]',
  ],
  message:
    'clinic.example: it has no SPF record, so that any server may send in its name (email.domains.clinic.example.spf is none)',
})
