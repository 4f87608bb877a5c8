import { analysis } from '#rules/risk-management/analysis.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/riskAnalysis'

ruleTable(analysis, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['none', 'riskAnalysis: none', 'fail', { path, severity: 'critical' }],
    ['none, with a note beside it', 'riskAnalysis: { document: none, notes: planned }', 'fail', path],
    ['written', 'riskAnalysis: { document: analysis.md }', 'pass', path],
    ['dated, its place not said', 'riskAnalysis: { date: 2026-02-02 }', 'pass', path],
    ['nothing said', 'policies: { document: p }', 'unproven', path],
  ],
  message: 'Harbor: the risks to its ePHI were never analysed (governance.riskAnalysis is none)',
})
