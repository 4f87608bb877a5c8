import { inDate } from '#rules/business-associates/in-date.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/expiresOn'

ruleTable(inDate, {
  system: (stated) => `
    vendors: [{ id: host, relationship: business-associate, baa: { executedOn: 2020-01-01, ${stated} } }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`,
  rows: [
    ['ended yesterday', 'expiresOn: 2026-11-23', 'fail', { path, severity: 'high' }],
    [
      'ended, and does not renew itself',
      'expiresOn: 2026-11-23, autoRenew: false',
      'fail',
      { path, severity: 'critical' },
    ],
    ['ended, and renews itself', 'expiresOn: 2026-11-23, autoRenew: true', 'pass', path],
    ['ends today', 'expiresOn: 2026-11-24', 'pass', path],
    ['no end', 'autoRenew: true', 'not-applicable'],
  ],
  also: [
    [
      'a provider who treats',
      `
    vendors: [{ id: host, relationship: treatment-provider, baa: { expiresOn: 2020-01-01 } }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`,
      'not-applicable',
    ],
  ],
  never: { unproven: 'an agreement without an end is no finding' },
  message:
    'host: the recorded end of its agreement has passed; confirm that it was renewed (baa.expiresOn is 2026-11-23)',
})
