import { shortestClock } from '#rules/breach-readiness/shortest-clock.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/breachNotice'
const system = (stated: string, about = 'jurisdictions: [US-NY]', relationship = 'business-associate') => `
    system: { ${about} }
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, baa: { executedOn: 2024-03-01, ${stated} } }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`

ruleTable(shortestClock, {
  system: (stated) => system(stated),
  rows: [
    ['longer than New York gives', 'breachNotice: 45 days', 'fail', { path, severity: 'medium' }],
    ['as long, which leaves no day', 'breachNotice: 30 days', 'fail', path],
    ['a day less', 'breachNotice: 29 days', 'pass', path],
    ['a month, which may have 28 days', 'breachNotice: 1 month', 'pass', path],
    ['nothing said', 'covers: [Records]', 'unproven', path],
  ],
  also: [
    ['federal law alone', system('breachNotice: 45 days', 'jurisdictions: [US]'), 'not-applicable'],
    ['no jurisdiction said', system('breachNotice: 45 days', 'name: Clinic'), 'not-applicable'],
    ['Florida', system('breachNotice: 30 days', 'jurisdictions: [US-FL]'), 'fail', path],
    ['Florida, sooner', system('breachNotice: 29 days', 'jurisdictions: [US-FL]'), 'pass'],
    [
      'a hospital in New York',
      system('breachNotice: 72 hours', 'jurisdictions: [US-NY], providerType: hospital'),
      'fail',
      path,
    ],
    [
      'a hospital in New York, sooner',
      system('breachNotice: 2 days', 'jurisdictions: [US-NY], providerType: hospital'),
      'pass',
    ],
    [
      'a practice in New York',
      system('breachNotice: 72 hours', 'jurisdictions: [US-NY], providerType: physician-practice'),
      'pass',
    ],
    [
      'a hospital in California',
      system('breachNotice: 21 days', 'jurisdictions: [US-CA], providerType: hospital'),
      'fail',
      path,
    ],
    [
      'a hospital in California, sooner',
      system('breachNotice: 20 days', 'jurisdictions: [US-CA], providerType: hospital'),
      'pass',
    ],
    [
      'a practice in California, which has no licence',
      system('breachNotice: 60 days', 'jurisdictions: [US-CA], providerType: physician-practice'),
      'not-applicable',
    ],
    [
      'the shortest of two states',
      system('breachNotice: 25 days', 'jurisdictions: [US-FL, US-CA], providerType: hospital'),
      'fail',
      path,
    ],
    [
      'a provider who treats',
      system('breachNotice: 45 days', 'jurisdictions: [US-NY]', 'treatment-provider'),
      'not-applicable',
    ],
  ],
  message:
    'Host LLC: it may tell you of a breach only when the time that your state gives you is over (45 days; 30 days by N.Y. Gen. Bus. Law 899-aa, as known on 2026-11-23)',
})
