import { nyHospitalLogIn } from '#rules/neighbouring-law/ny-hospital-log-in.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/mfa/required'
const system = (stated: string, about = 'providerType: hospital, jurisdictions: [US-NY]', more = '') => `
    system: { name: General, ${about} }
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    ${more}`
const attested =
  'attestations: [{ subjects: { id: system }, facts: [identity.mfa], by: CISO, document: Compensating control 3 }]'

ruleTable(nyHospitalLogIn, {
  system: (stated) => system(stated),
  rows: [
    ['asked of nobody', 'mfa: false', 'fail', { path, severity: 'medium' }],
    ['asked of nobody, in a word', 'mfa: { required: none }', 'fail', path],
    ['asked of all', 'mfa: true', 'pass', path],
    ['asked of some', 'mfa: { required: [remote] }', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  also: [
    ['a compensating control', system('mfa: false', undefined, attested), 'pass'],
    [
      'a practice',
      system('mfa: false', 'providerType: physician-practice, jurisdictions: [US-NY]'),
      'not-applicable',
    ],
    [
      'another state',
      system('mfa: false', 'providerType: hospital, jurisdictions: [US-NJ]'),
      'not-applicable',
    ],
  ],
  message: 'General: nobody is asked a second factor (asked of nobody)',
})
