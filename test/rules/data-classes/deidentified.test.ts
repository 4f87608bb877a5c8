import { deidentified } from '#rules/data-classes/deidentified.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/data/stats/deidentification'

ruleTable(deidentified, {
  system: (stated) => `
    data: [{ id: stats, class: deidentified, ${stated} }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['was not', 'deidentification: none', 'fail', { path, severity: 'high' }],
    [
      'complete',
      'deidentification: { method: safe-harbor, date: 2026-01-01, by: I. J., document: D-1 }',
      'pass',
      path,
    ],
    [
      'without its method',
      'deidentification: { date: 2026-01-01, by: I. J., document: D-1 }',
      'unproven',
      path,
    ],
    [
      'without its day',
      'deidentification: { method: safe-harbor, by: I. J., document: D-1 }',
      'unproven',
      path,
    ],
    [
      'by nobody',
      'deidentification: { method: safe-harbor, date: 2026-01-01, by: none, document: D-1 }',
      'unproven',
      path,
    ],
    [
      'without its document',
      'deidentification: { method: safe-harbor, date: 2026-01-01, by: I. J. }',
      'unproven',
      path,
    ],
    ['nothing said', 'individuals: 3', 'unproven', path],
  ],
  notApplicable:
    'data: [{ id: chart, class: ephi, deidentification: none }]\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
  message: 'stats: it is called de-identified, and was not (deidentification is none)',
})
