import { overdue } from '#rules/alternatives/overdue.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/alternatives/0/reviewBy'

ruleTable(overdue, {
  system: (stated) => `
    assets: [{ id: db, kind: server, ephi: [stores] }]
    alternatives: [{ specification: 164.312(a)(2)(iv), subjects: { id: db }, ${stated} }]`,
  rows: [
    ['due yesterday', 'reviewBy: 2026-11-23', 'fail', { path, severity: 'medium' }],
    ['due today', 'reviewBy: 2026-11-24', 'pass', path],
    ['not said', 'decision: alternative', 'unproven', path],
  ],
  message:
    'alternative to 164.312(a)(2)(iv) for id db: its review is overdue, so that it covers nothing (reviewBy is 2026-11-23)',
})
