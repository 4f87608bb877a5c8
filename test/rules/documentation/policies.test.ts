import { policies } from '#rules/documentation/policies.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/policies'

ruleTable(policies, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['none', 'policies: none', 'fail', { path, severity: 'high' }],
    ['none, with a note', 'policies: { document: none }', 'fail', path],
    ['written', 'policies: { document: p }', 'pass', path],
    ['nothing said', 'training: none', 'unproven', path],
  ],
  message: 'Harbor: there are no written policies and procedures of security (governance.policies is none)',
})
