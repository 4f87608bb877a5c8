import { incidentClause } from '#rules/business-associates/incident-clause.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/clauses'
const system = (baa: string, relationship = 'business-associate') => `
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, baa: ${baa} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]`

ruleTable(incidentClause, {
  system: (stated) => system(`{ ${stated} }`),
  rows: [
    ['breaches alone', 'clauses: [report-breaches]', 'fail', { path, severity: 'medium' }],
    ['neither', 'clauses: [safeguards]', 'fail', path],
    ['incidents', 'clauses: [report-incidents]', 'pass', path],
    ['both', 'clauses: [report-breaches, report-incidents]', 'pass', path],
    ['nothing said of clauses', 'executedOn: 2024-03-01', 'unproven', path],
  ],
  also: [
    [
      'a provider who treats',
      system('{ clauses: [report-breaches] }', 'treatment-provider'),
      'not-applicable',
    ],
    ['no agreement', system('none'), 'not-applicable'],
  ],
  message:
    'Host LLC: its agreement has breaches reported, but no other security incident (baa.clauses is report-breaches)',
})
