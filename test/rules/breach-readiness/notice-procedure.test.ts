import { noticeProcedure } from '#rules/breach-readiness/notice-procedure.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/breachNotification'
const system = (stated: string, entity = 'covered-entity') => `
    system: { name: Clinic, entity: ${entity} }
    governance: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(noticeProcedure, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'breachNotification: none', 'fail', { path, severity: 'high' }],
    ['a document', 'breachNotification: { document: notice.md, date: 2026-02-01 }', 'pass', path],
    ['nothing said', 'incidentResponse: { document: plan.md }', 'unproven', path],
  ],
  also: [
    ['a hybrid entity', system('breachNotification: none', 'hybrid'), 'fail'],
    ['one that is both', system('breachNotification: none', 'both'), 'fail'],
  ],
  notApplicable: system('breachNotification: none', 'business-associate'),
  message:
    'Clinic: there is no procedure for telling patients, HHS and the media of a breach (governance.breachNotification is none)',
})
