import { mtaStsOrDane } from '#rules/email/mta-sts-or-dane.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/domains/clinic.example'
const system = (stated: string, dnssec = '') => `
    system: { domains: [{ name: clinic.example, ${dnssec} }] }
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { domains: [{ name: clinic.example, ${stated} }] }`

ruleTable(mtaStsOrDane, {
  profile: 'recommended',
  system: (stated) => system(stated),
  rows: [
    [
      'neither counts',
      'mtaSts: { mode: testing }, dane: false',
      'fail',
      { path: `${path}/mtaSts/mode`, severity: 'low' },
    ],
    ['neither is there', 'mtaSts: { mode: none }, dane: false', 'fail'],
    ['MTA-STS', 'mtaSts: { mode: enforce }', 'pass'],
    ['MTA-STS, and no DANE', 'mtaSts: { mode: enforce }, dane: false', 'pass'],
    ['DANE', 'mtaSts: { mode: testing }, dane: true', 'pass'],
    ['DANE not said', 'mtaSts: { mode: testing }', 'unproven', `${path}/dane`],
    ['MTA-STS not said', 'dane: false', 'unproven', `${path}/mtaSts/mode`],
    [
      'no reports',
      'mtaSts: { mode: enforce }, tlsRpt: false',
      'fail',
      { path: `${path}/tlsRpt`, severity: 'info' },
    ],
    ['reports', 'mtaSts: { mode: enforce }, tlsRpt: true', 'pass'],
    [
      'no reports of what is not there',
      'mtaSts: { mode: none }, dane: false, tlsRpt: false',
      'fail',
      `${path}/mtaSts/mode`,
    ],
  ],
  also: [
    ['DANE in a signed zone', system('dane: true', 'dnssec: true'), 'pass'],
    ['DANE in a zone of which that is not said', system('dane: true'), 'pass'],
    [
      'DANE in a zone without signatures is void',
      system('mtaSts: { mode: none }, dane: true', 'dnssec: false'),
      'fail',
    ],
    ['no DANE in a zone without signatures', system('dane: false', 'dnssec: false'), 'unproven'],
    [
      'no domain said',
      'assets: [{ id: mail, kind: mail-server, ephi: [stores] }]',
      'unproven',
      '/email/domains',
    ],
  ],
  message:
    'clinic.example: senders cannot tell that its mail servers offer TLS, and which they are (email.domains.clinic.example.mtaSts.mode is testing)',
})
