import { customerClock } from '#rules/breach-readiness/customer-clock.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/breachNotice'
const system = (
  stated: string,
  customers = '{ name: Harbor Clinic, breachNotice: 5 days }, { name: Bay Clinic, breachNotice: 10 days }, { name: Hill Clinic }',
  entity = 'business-associate',
) => `
    system: { entity: ${entity}, customers: [${customers}] }
    vendors: [{ id: host, name: Host LLC, relationship: subcontractor, baa: { executedOn: 2024-03-01, ${stated} } }]
    assets: [{ id: app, kind: saas, vendor: host, ephi: [stores] }]`

ruleTable(customerClock, {
  system: (stated) => system(stated),
  rows: [
    ['longer than the strictest promise', 'breachNotice: 10 days', 'fail', { path, severity: 'medium' }],
    ['as long, which leaves no day', 'breachNotice: 5 days', 'fail', path],
    ['a day less', 'breachNotice: 4 days', 'pass', path],
    ['nothing said', 'covers: [Records]', 'unproven', path],
  ],
  also: [
    [
      'in the other order',
      system(
        'breachNotice: 6 days',
        '{ name: Bay, breachNotice: 10 days }, { name: Harbor, breachNotice: 5 days }',
      ),
      'fail',
      path,
    ],
    ['nothing promised', system('breachNotice: 10 days', '{ name: Hill Clinic }'), 'not-applicable'],
    [
      'one that is both',
      system('breachNotice: 10 days', '{ name: Harbor, breachNotice: 5 days }', 'both'),
      'fail',
    ],
    [
      'a covered entity has no customers',
      system('breachNotice: 10 days', '{ name: Harbor, breachNotice: 5 days }', 'covered-entity').replace(
        'subcontractor',
        'business-associate',
      ),
      'not-applicable',
    ],
  ],
  message:
    'Host LLC: it may tell you of a breach only when the time that you promised a customer is over (10 days; 5 days promised to Harbor Clinic)',
})
