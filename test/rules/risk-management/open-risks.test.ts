import { openRisks } from '#rules/risk-management/open-risks.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/risks/r7'

ruleTable(openRisks, {
  system: (stated) => `
    governance: { risks: [{ id: r7, ${stated} }] }`,
  rows: [
    [
      'open, due yesterday',
      'status: open, owner: IT, due: 2026-11-23',
      'fail',
      { path: `${path}/due`, severity: 'medium' },
    ],
    ['open, due today', 'status: open, owner: IT, due: 2026-11-24', 'pass'],
    ['open, nobody’s', 'status: open, owner: none, due: 2026-12-24', 'fail', `${path}/owner`],
    ['open, owner not said', 'status: open, due: 2026-12-24', 'unproven', `${path}/owner`],
    ['open, day not said', 'status: open, owner: IT', 'unproven', `${path}/due`],
    ['done, late', 'status: done, due: 2020-01-01', 'pass'],
    ['accepted, written', 'status: accepted, owner: IT, due: 2020-01-01, document: minutes', 'pass'],
    ['accepted, not written', 'status: accepted, owner: IT, document: none', 'fail', `${path}/document`],
    ['accepted, not said where', 'status: accepted, owner: IT', 'unproven', `${path}/document`],
    ['accepted by nobody', 'status: accepted, owner: none, document: minutes', 'fail', `${path}/owner`],
    ['not said whether it is open', 'owner: none, due: 2020-01-01', 'unproven', `${path}/status`],
  ],
  notApplicable: ['governance: { risks: [] }', 'governance: { sanctions: none }'],
  message:
    'r7: it is still open after the day on which it was to be treated (governance.risks.r7.due is 2026-11-23)',
})
