import { renewal } from '#rules/business-associates/renewal.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/expiresOn'
const system = (stated: string, relationship = 'business-associate') => `
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, baa: { executedOn: 2020-01-01, ${stated} } }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`

ruleTable(renewal, {
  system: (stated) => system(stated),
  rows: [
    ['ends in a month', 'expiresOn: 2026-12-24', 'fail', { path, severity: 'low' }],
    ['ends today', 'expiresOn: 2026-11-24', 'fail', path],
    ['59 days left', 'expiresOn: 2027-01-22', 'fail', path],
    ['60 days left', 'expiresOn: 2027-01-23', 'pass', path],
    ['does not renew itself', 'expiresOn: 2026-12-24, autoRenew: false', 'fail', path],
    ['renews itself', 'expiresOn: 2026-12-24, autoRenew: true', 'pass', path],
    ['ended yesterday, of which in-date tells', 'expiresOn: 2026-11-23', 'not-applicable'],
    ['no end', 'autoRenew: false', 'not-applicable'],
  ],
  also: [['a provider who treats', system('expiresOn: 2026-12-24', 'treatment-provider'), 'not-applicable']],
  parameters: [
    ['two weeks ahead', { ahead: 'P14D' }, 'expiresOn: 2026-12-24', 'pass'],
    ['three months ahead', { ahead: 'P3M' }, 'expiresOn: 2027-01-23', 'fail'],
  ],
  never: { unproven: 'an agreement without an end is no finding' },
  message:
    'Host LLC: its agreement ends in less than 60 days, and nothing says that it is renewed (baa.expiresOn is 2026-12-24)',
})
