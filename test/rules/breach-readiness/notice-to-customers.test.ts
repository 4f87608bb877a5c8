import { noticeToCustomers } from '#rules/breach-readiness/notice-to-customers.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/breachNotification'
const system = (stated: string, entity = 'business-associate') => `
    system: { name: Host LLC, entity: ${entity} }
    governance: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(noticeToCustomers, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'breachNotification: none', 'fail', { path, severity: 'high' }],
    ['a document', 'breachNotification: { document: notice.md }', 'pass', path],
    ['nothing said', 'incidentResponse: { document: plan.md }', 'unproven', path],
  ],
  notApplicable: [
    system('breachNotification: none', 'covered-entity'),
    system('breachNotification: none', 'both'),
    'assets: [{ id: ehr, kind: server, ephi: [stores] }]',
  ],
  message:
    'Host LLC: there is no procedure for telling customers of a breach (governance.breachNotification is none)',
})
