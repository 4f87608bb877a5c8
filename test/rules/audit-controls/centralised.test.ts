import { centralised } from '#rules/audit-controls/centralised.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/destination'
const system = (stated: string, kind = 'server') => `
    assets:
      - { id: ehr, kind: ${kind}, ephi: [stores], audit: { ${stated} } }
      - { id: logs, kind: log-store, ephi: none }`

ruleTable(centralised, {
  system: (stated) => system(stated),
  rows: [
    ['keeps its own', 'destination: none', 'fail', { path, severity: 'medium' }],
    ['sends it to itself', 'destination: ehr', 'fail', path],
    ['sends it to a log store', 'destination: logs, containsPhi: false', 'pass', path],
    ['not said', 'enabled: true', 'unproven', path],
    ['records nothing, of which another rule speaks', 'enabled: false, destination: none', 'not-applicable'],
  ],
  also: [['a log store itself', system('destination: none', 'log-store'), 'not-applicable']],
  message: 'ehr: it keeps its record of activity to itself (audit.destination is none)',
})
