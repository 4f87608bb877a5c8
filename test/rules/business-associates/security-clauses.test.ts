import { securityClauses } from '#rules/business-associates/security-clauses.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/clauses'
const system = (baa: string, relationship = 'business-associate', more = '') => `
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, baa: ${baa} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]
    ${more}`

ruleTable(securityClauses, {
  system: (stated) => system(`{ ${stated} }`),
  rows: [
    ['neither', 'clauses: [permitted-uses]', 'fail', { path, severity: 'high' }],
    ['no flow-down', 'clauses: [safeguards]', 'fail', path],
    ['no safeguards', 'clauses: [subcontractors]', 'fail', path],
    ['no clause at all', 'clauses: []', 'fail', path],
    ['both', 'clauses: [safeguards, subcontractors]', 'pass', path],
    ['nothing said of clauses', 'executedOn: 2024-03-01', 'unproven', path],
  ],
  also: [
    ['signed, no more said', system('true'), 'unproven', path],
    ['none, of which baa-present tells', system('none'), 'not-applicable'],
    ['of a subcontractor', system('{ clauses: [] }', 'subcontractor'), 'fail', path],
    [
      'of a subcontractor, to a covered entity',
      system('{ clauses: [] }', 'subcontractor', 'system: { entity: covered-entity }'),
      'not-applicable',
    ],
    [
      'of a subcontractor, to a hybrid entity',
      system('{ clauses: [] }', 'subcontractor', 'system: { entity: hybrid }'),
      'not-applicable',
    ],
    [
      'of a subcontractor, to a business associate',
      system('{ clauses: [] }', 'subcontractor', 'system: { entity: business-associate }'),
      'fail',
      path,
    ],
    ['a provider who treats', system('{ clauses: [] }', 'treatment-provider'), 'not-applicable'],
    ['a health plan', system('{ clauses: [] }', 'health-plan'), 'not-applicable'],
    ['a conduit', system('{ clauses: [] }', 'conduit'), 'not-applicable'],
    ['somebody of the workforce', system('{ clauses: [] }', 'workforce'), 'not-applicable'],
  ],
  message: 'Host LLC: its agreement lacks clauses on security (without safeguards and subcontractors)',
})
