import { available } from '#rules/documentation/available.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/policies/document'

ruleTable(available, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['a place is named', 'policies: { document: wiki }', 'pass', path],
    ['no place is named', 'policies: { date: 2026-01-10 }', 'unproven', { path, severity: 'low' }],
    ['nothing said', 'training: none', 'unproven', path],
    ['none, of which another rule speaks', 'policies: none', 'not-applicable'],
    ['none, with a note', 'policies: { document: none }', 'not-applicable'],
  ],
  never: { fail: 'a description cannot show that people do not find a document' },
  message:
    'Harbor: not shown: those who act by the policies can find them (governance.policies.document is not stated)',
})
