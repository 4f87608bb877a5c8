import { ended } from '#rules/business-associates/ended.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/old/ended/dataReturned'
const system = (stated: string, about = 'relationship: business-associate', more = '') => `
    vendors: [{ id: old, name: Old Hosting, ${about}, ended: { date: 2026-05-01, ${stated} } }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    ${more}`
const attestation = (facts: string) =>
  `attestations: [{ subjects: { id: old }, facts: [${facts}], by: Counsel, document: Letter of 2026-05-10 }]`

ruleTable(ended, {
  system: (stated) => system(stated),
  rows: [
    ['not returned', 'dataReturned: false', 'fail', { path, severity: 'high' }],
    ['returned', 'dataReturned: true', 'pass', path],
    ['nothing said', 'document: letter', 'unproven', path],
  ],
  also: [
    [
      'not feasible, and somebody signed for the protections',
      system('dataReturned: false', 'relationship: business-associate', attestation('ended.dataReturned')),
      'pass',
    ],
    [
      'another statement is signed',
      system('dataReturned: false', 'relationship: business-associate', attestation('ended.date')),
      'fail',
      path,
    ],
    [
      'leaves only next year',
      system('dataReturned: false').replace('2026-05-01', '2027-01-01'),
      'not-applicable',
    ],
    ['left today', system('dataReturned: false').replace('2026-05-01', '2026-11-24'), 'fail', path],
    [
      'left, and when is not said',
      system('dataReturned: false').replace('date: 2026-05-01, ', ''),
      'fail',
      path,
    ],
    [
      'what it was is not said',
      system('dataReturned: false', 'verifiedOn: never'),
      'unproven',
      '/vendors/old/relationship',
    ],
    [
      'what it was is not said, and it returned all',
      system('dataReturned: true', 'verifiedOn: never'),
      'pass',
    ],
    ['its agreement says what it was', system('dataReturned: false', 'baa: true'), 'fail', path],
    ['a subcontractor', system('dataReturned: false', 'relationship: subcontractor'), 'fail', path],
    [
      'a subcontractor of the associate of a covered entity',
      system('dataReturned: false', 'relationship: subcontractor', 'system: { entity: covered-entity }'),
      'not-applicable',
    ],
    [
      'a provider who treats',
      system('dataReturned: false', 'relationship: treatment-provider'),
      'not-applicable',
    ],
    [
      'one that had nothing to do with it',
      system('dataReturned: false', 'relationship: none'),
      'not-applicable',
    ],
  ],
  notApplicable: 'vendors: [{ id: old, relationship: business-associate }]',
  message:
    'Old Hosting: it left, and has neither returned nor destroyed the ePHI that it had (ended.dataReturned is false)',
})
