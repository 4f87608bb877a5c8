import { evaluationAfterChange } from '#rules/risk-management/evaluation-after-change.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/evaluation/date'
const system = (evaluation: string, changes = 'vendors: [{ id: oldtech, ended: { date: 2026-03-31 } }]') => `
    system: { name: Harbor }
    governance: { evaluation: { document: e, ${evaluation} } }
    assets:
      - { id: files, kind: file-share, ephi: [stores] }
      - { id: brochures, kind: web-app, ephi: none }
    ${changes}`
const moved = (date: string, id = 'files') => `moves: [{ assets: { id: ${id} }, date: ${date} }]`

ruleTable(evaluationAfterChange, {
  system: (stated) => system(stated),
  rows: [
    ['the day before', 'date: 2026-03-30', 'fail', { path, severity: 'low' }],
    ['the same day', 'date: 2026-03-31', 'pass', path],
    ['later', 'date: 2026-09-01', 'pass', path],
    ['a day that has not come', 'date: 2026-11-25', 'unproven', path],
    ['without a day', 'approvedBy: Maria', 'unproven', path],
  ],
  also: [
    ['90 days ago, still in time', system('date: 2026-01-01', moved('2026-08-26')), 'pass'],
    ['91 days ago', system('date: 2026-01-01', moved('2026-08-25')), 'fail', path],
    ['a move to come', system('date: 2026-01-01', moved('2026-12-01')), 'not-applicable'],
    ['a move today', system('date: 2026-01-01', moved('2026-11-24')), 'pass'],
    [
      'a move of what has no ePHI',
      system('date: 2026-01-01', moved('2026-01-02', 'brochures')),
      'not-applicable',
    ],
    [
      'the last of several changes counts',
      system(
        'date: 2026-05-01',
        `vendors: [{ id: a, ended: { date: 2026-03-31 } }, { id: b, ended: { date: 2026-06-01 } }, { id: c, ended: { date: 2025-01-01 } }]`,
      ),
      'fail',
      path,
    ],
    ...['conduit', 'none'].map(
      (relationship) =>
        [
          `the departure of a vendor of relationship ${relationship}`,
          system(
            'date: 2026-01-01',
            `vendors: [{ id: post, relationship: ${relationship}, ended: { date: 2026-03-31 } }]`,
          ),
          'not-applicable',
        ] as const,
    ),
    [
      'the departure of a business associate',
      system(
        'date: 2026-01-01',
        'vendors: [{ id: host, relationship: business-associate, ended: { date: 2026-03-31 } }]',
      ),
      'fail',
    ],
    [
      'a vendor that left, not said when',
      system('date: 2026-01-01', 'vendors: [{ id: a, ended: { dataReturned: true } }]'),
      'not-applicable',
    ],
    [
      'none, of which another rule speaks',
      'governance: { evaluation: none }\nvendors: [{ id: a, ended: { date: 2026-01-01 } }]',
      'not-applicable',
    ],
    [
      'nothing said of an evaluation',
      'governance: { sanctions: none }\nvendors: [{ id: a, ended: { date: 2026-01-01 } }]',
      'unproven',
      path,
    ],
  ],
  parameters: [['a year to evaluate', { period: 'P1Y' }, 'date: 2026-01-01', 'pass']],
  notApplicable: 'governance: { evaluation: { document: e, date: 2020-01-01 } }',
  message:
    'Harbor: the last large change was not followed by an evaluation (evaluated on 2026-03-30; oldtech left on 2026-03-31)',
})
