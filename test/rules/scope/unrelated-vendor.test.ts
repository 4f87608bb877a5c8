import { unrelatedVendor } from '#rules/scope/unrelated-vendor.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/stats/relationship'
const system = (stated: string, flow = '') => `
    vendors: [{ id: stats, name: Stats Inc., ${stated} }]
    assets: [{ id: portal, kind: web-app, ephi: [processes] }]
    flows: [{ from: portal, to: stats, carries: ephi${flow} }]`

ruleTable(unrelatedVendor, {
  system: (stated) => system(stated),
  rows: [
    ['nothing to do with it', 'relationship: none', 'fail', { path, severity: 'critical' }],
    ['a business associate', 'relationship: business-associate', 'pass', path],
    ['a conduit', 'relationship: conduit', 'pass', path],
    ['not said', 'baa: true', 'unproven', path],
  ],
  also: [
    ['the patient authorized it', system('relationship: none', ', authorization: { kind: patient }'), 'pass'],
    ['a court ordered it', system('relationship: none', ', authorization: { kind: court-order }'), 'fail'],
    [
      'only assumed',
      system('relationship: none').replace(', carries: ephi', ''),
      'fail',
      { severity: 'high' },
    ],
    [
      'it runs what its script is on',
      `
    vendors: [{ id: stats, relationship: none }]
    assets: [{ id: portal, kind: web-app, ephi: [processes], vendor: stats, thirdPartyScripts: [{ vendor: stats, pages: login }] }]`,
      'fail',
      path,
    ],
    [
      'only its script gets any, of which another rule speaks',
      `
    vendors: [{ id: stats, relationship: none }]
    assets: [{ id: portal, kind: web-app, ephi: [processes], thirdPartyScripts: [{ vendor: stats, pages: login }] }]`,
      'not-applicable',
    ],
    ['no ePHI', system('relationship: none').replace('carries: ephi', 'carries: none'), 'not-applicable'],
  ],
  notApplicable:
    'parties: [{ id: pat, relationship: individual }]\nassets: [{ id: a, kind: server, ephi: [stores] }]\nflows: [{ from: a, to: pat, carries: ephi }]',
  message: 'Stats Inc.: ePHI reaches a vendor that has nothing to do with it (portal → stats)',
})
