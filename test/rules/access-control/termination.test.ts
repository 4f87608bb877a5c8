import { termination } from '#rules/access-control/termination.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/termination/within'

ruleTable(termination, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['never', 'termination: { within: never }', 'fail', { path, severity: 'high' }],
    ['within a month, of which another rule speaks', 'termination: { within: 1 month }', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message: 'ehr: those who leave keep their access to it (identity.termination.within is never)',
})
