import { breachLog } from '#rules/breach-readiness/breach-log.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/breachLog'
const system = (stated: string, more = '', entity = 'covered-entity') => `
    system: { name: Clinic, entity: ${entity} }
    governance: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]
    ${more}`

ruleTable(breachLog, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'breachLog: none', 'fail', { path, severity: 'low' }],
    ['a log, though it is empty', 'breachLog: { document: breaches.xlsx, notes: empty }', 'pass', path],
    ['nothing said', 'incidentResponse: { document: plan.md }', 'unproven', path],
  ],
  also: [
    [
      'no breach so far, and somebody signed for it',
      system(
        'breachLog: none',
        'attestations: [{ subjects: { id: system }, facts: [governance.breachLog], by: Officer, document: Letter }]',
      ),
      'pass',
    ],
    [
      'the attestation has run out',
      system(
        'breachLog: none',
        'attestations: [{ subjects: { id: system }, facts: [governance.breachLog], by: Officer, document: Letter, validUntil: 2026-11-23 }]',
      ),
      'fail',
    ],
  ],
  notApplicable: system('breachLog: none', '', 'business-associate'),
  message: 'Clinic: there is no log of breaches (governance.breachLog is none)',
})
