import { official } from '#rules/risk-management/official.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/securityOfficial'

ruleTable(official, {
  system: (stated) => `
    system: { name: Harbor }
    governance: { ${stated} }`,
  rows: [
    ['nobody', 'securityOfficial: none', 'fail', { path, severity: 'medium' }],
    ['a name', 'securityOfficial: Dr. Maria Reyes', 'pass', path],
    ['a name with a role', 'securityOfficial: { name: Maria, role: Security Official }', 'pass', path],
    ['nothing said', 'policies: none', 'unproven', path],
  ],
  message: 'Harbor: nobody is named who answers for security (governance.securityOfficial is none)',
})
