import { facilityPlan } from '#rules/physical-safeguards/facility-plan.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/sites/office/physicalAccess/documented'
const system = (stated: string, operator = 'us') => `
    vendors: [{ id: host }]
    sites: [{ id: office, name: Main office, operator: ${operator}, ${stated} }]
    assets: [{ id: files, kind: server, ephi: [stores], site: office }]`

ruleTable(facilityPlan, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'physicalAccess: { documented: none }', 'fail', { path, severity: 'medium' }],
    [
      'said to be none, with a note',
      'physicalAccess: { documented: { document: none, notes: planned } }',
      'fail',
      path,
    ],
    ['a document', 'physicalAccess: { documented: { document: facility.md } }', 'pass'],
    ['nothing said', 'physicalAccess: { controlled: true }', 'unproven', path],
  ],
  also: [
    ['of a vendor', system('physicalAccess: { documented: none }', 'host'), 'not-applicable'],
    [
      'no site is described',
      'assets: [{ id: files, kind: server, ephi: [stores] }]',
      'unproven',
      '/assets/files/site',
    ],
  ],
  message:
    'Main office: no plan says how the place and its equipment are kept from theft and tampering (physicalAccess.documented is none)',
})
