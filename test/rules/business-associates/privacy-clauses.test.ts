import { privacyClauses } from '#rules/business-associates/privacy-clauses.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/host/baa/clauses'
const ALL = [
  'permitted-uses',
  'report-breaches',
  'access',
  'amendment',
  'accounting',
  'books-to-hhs',
  'return-or-destroy',
  'termination',
]
const system = (baa: string, relationship = 'business-associate', more = '') => `
    vendors: [{ id: host, name: Host LLC, relationship: ${relationship}, baa: ${baa} }]
    assets: [{ id: ehr, kind: saas, vendor: host, ephi: [stores] }]
    ${more}`

ruleTable(privacyClauses, {
  system: (stated) => system(`{ ${stated} }`),
  rows: [
    [
      'some',
      'clauses: [permitted-uses, report-breaches, access, amendment, accounting]',
      'fail',
      { path, severity: 'high' },
    ],
    ...ALL.map(
      (one) =>
        [
          `all but ${one}`,
          `clauses: [${ALL.filter((name) => name !== one).join(', ')}]`,
          'fail',
          path,
        ] as const,
    ),
    [
      'all; security and duties are asked elsewhere or not at all',
      `clauses: [${ALL.join(', ')}]`,
      'pass',
      path,
    ],
    ['nothing said of clauses', 'executedOn: 2024-03-01', 'unproven', path],
  ],
  also: [
    [
      'of a business associate to its subcontractor',
      system('{ clauses: [access] }', 'subcontractor', 'system: { entity: business-associate }'),
      'fail',
      path,
    ],
    ['a health plan', system('{ clauses: [] }', 'health-plan'), 'not-applicable'],
    ['no agreement', system('none'), 'not-applicable'],
  ],
  message:
    'Host LLC: its agreement lacks clauses of the Privacy Rule (without books-to-hhs, return-or-destroy and termination)',
})
