import { vendorVerified } from '#rules/proposed-2025/vendor-verified.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/verifiedOn'
const clauses = '/vendors/host/baa/clauses'
const system = (stated: string, relationship = 'business-associate') => `
    vendors: [{ id: host, relationship: ${relationship}, ${stated} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`
const good = 'baa: { clauses: [contingency-notice] }'

ruleTable(vendorVerified, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => system(stated),
  rows: [
    ['a day more than a year ago', `verifiedOn: 2025-11-23, ${good}`, 'fail', { path, severity: 'low' }],
    ['a year ago', `verifiedOn: 2025-11-24, ${good}`, 'pass'],
    ['never', `verifiedOn: never, ${good}`, 'fail', path],
    ['not said', good, 'unproven', path],
    ['without the clause', 'verifiedOn: 2026-11-01, baa: { clauses: [safeguards] }', 'fail', clauses],
    ['clauses not said', 'verifiedOn: 2026-11-01, baa: true', 'unproven', clauses],
    ['agreement not said', 'verifiedOn: 2026-11-01', 'unproven', clauses],
    ['no agreement, of which another rule speaks', 'verifiedOn: never, baa: none', 'not-applicable'],
  ],
  also: [
    ['a subcontractor', system(`verifiedOn: never, ${good}`, 'subcontractor'), 'fail'],
    ['a treating provider', system(`verifiedOn: never, ${good}`, 'treatment-provider'), 'not-applicable'],
    [
      'scripts on pages, of which another rule speaks',
      'vendors: [{ id: host, relationship: business-associate, verifiedOn: never }]\nassets: [{ id: web, kind: web-app, ephi: [processes], thirdPartyScripts: [{ vendor: host, pages: [authenticated] }] }]',
      'not-applicable',
    ],
  ],
  parameters: [['two years allowed', { period: 'P2Y' }, `verifiedOn: 2024-11-24, ${good}`, 'pass']],
  message: 'host: the proposal would have its safeguards verified every 12 months (verifiedOn is 2025-11-23)',
})
