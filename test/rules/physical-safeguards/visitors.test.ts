import { visitors } from '#rules/physical-safeguards/visitors.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/sites/office/physicalAccess'
const system = (stated: string, operator = 'us') => `
    vendors: [{ id: host }]
    sites: [{ id: office, operator: ${operator}, ${stated} }]
    assets: [{ id: files, kind: server, ephi: [stores], site: office }]`

ruleTable(visitors, {
  system: (stated) => system(stated),
  rows: [
    [
      'not recorded',
      'physicalAccess: { logged: false, escorted: true }',
      'fail',
      { path: `${path}/logged`, severity: 'medium' },
    ],
    ['not escorted', 'physicalAccess: { logged: true, escorted: false }', 'fail', `${path}/escorted`],
    ['recorded and escorted', 'physicalAccess: { logged: true, escorted: true }', 'pass'],
    ['escort not said', 'physicalAccess: { logged: true }', 'unproven', `${path}/escorted`],
    ['nothing said', 'name: Main office', 'unproven', `${path}/logged`],
  ],
  also: [
    ['of a vendor', system('physicalAccess: { logged: false }', 'host'), 'not-applicable'],
    [
      'no site is described',
      'assets: [{ id: files, kind: server, ephi: [stores] }]',
      'unproven',
      '/assets/files/site',
    ],
  ],
  message:
    'office: visitors come near systems with ePHI unrecorded, or alone (physicalAccess.logged is false)',
})
