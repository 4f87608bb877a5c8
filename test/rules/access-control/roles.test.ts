import { roles } from '#rules/access-control/roles.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/access/roles'

ruleTable(roles, {
  system: (stated) => `
    assets: [{ id: ehr, kind: server, ephi: [stores], access: { ${stated} } }]`,
  rows: [
    ['denied', 'roles: false', 'fail', { path, severity: 'medium' }],
    ['stated', 'roles: true', 'pass', path],
    ['nothing said', 'leastPrivilege: true', 'unproven', path],
  ],
  message: 'ehr: access to it is granted one by one, not by role (access.roles is false)',
})
