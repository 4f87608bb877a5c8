import { baaPresent } from '#rules/business-associates/baa-present.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa'
const system = (stated: string) => `
    vendors: [{ id: host, name: Host LLC, ${stated} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`

ruleTable(baaPresent, {
  system: (stated) => system(`relationship: business-associate, ${stated}`),
  rows: [
    ['none', 'baa: none', 'fail', { path, severity: 'critical' }],
    ['denied', 'baa: false', 'fail', path],
    ['signed, no more said', 'baa: true', 'pass', path],
    ['signed', 'baa: { executedOn: 2024-03-01 }', 'pass', path],
    ['nothing said', 'verifiedOn: never', 'unproven', path],
  ],
  also: [
    ['a subcontractor', system('relationship: subcontractor, baa: none'), 'fail'],
    ['a conduit', system('relationship: conduit, baa: none'), 'not-applicable'],
    ['a provider who treats', system('relationship: treatment-provider, baa: none'), 'not-applicable'],
    [
      'no ePHI',
      system('relationship: business-associate, baa: none').replace('[stores]', 'none'),
      'not-applicable',
    ],
  ],
  message: 'Host LLC: it gets ePHI without a business associate agreement (baa is none)',
})
