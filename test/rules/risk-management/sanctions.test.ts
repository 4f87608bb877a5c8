import { sanctions } from '#rules/risk-management/sanctions.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/sanctions'

ruleTable(sanctions, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['none', 'sanctions: none', 'fail', { path, severity: 'medium' }],
    ['none, with a note', 'sanctions: { document: none }', 'fail', path],
    ['written', 'sanctions: { document: s }', 'pass', path],
    ['nothing said', 'policies: none', 'unproven', path],
  ],
  message:
    'Harbor: no policy says what follows when somebody breaks the rules (governance.sanctions is none)',
})
