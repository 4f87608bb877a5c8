import { subcontractors } from '#rules/business-associates/subcontractors.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/subcontractors/Cloud Co/flowDown'
const system = (stated: string, relationship = 'business-associate', ephi = '[stores]') => `
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, subcontractors: [{ name: Cloud Co, ${stated} }] }]
    assets: [{ id: app, kind: saas, vendor: host, ephi: ${ephi} }]`

ruleTable(subcontractors, {
  system: (stated) => system(stated),
  rows: [
    ['not bound', 'flowDown: false', 'fail', { path, severity: 'medium' }],
    ['bound', 'flowDown: true', 'pass', path],
    ['nothing said', 'notes: hosts it', 'unproven', path],
  ],
  also: [
    [
      'one of two is not bound',
      system('flowDown: true }, { name: Mail Co, flowDown: false'),
      'fail',
      { subject: 'host/Mail Co', path: '/vendors/host/subcontractors/Mail Co/flowDown' },
    ],
    ['of a conduit', system('flowDown: false', 'conduit'), 'not-applicable'],
    ['of a vendor without ePHI', system('flowDown: false', 'business-associate', 'none'), 'not-applicable'],
  ],
  notApplicable: `
    vendors: [{ id: host, relationship: business-associate, subcontractors: [] }]
    assets: [{ id: app, kind: saas, vendor: host, ephi: [stores] }]`,
  message:
    'Host LLC, subcontractor Cloud Co: the business associate has not bound it to the same terms (subcontractors.Cloud Co.flowDown is false)',
})
