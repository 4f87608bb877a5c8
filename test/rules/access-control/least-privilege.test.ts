import { leastPrivilege } from '#rules/access-control/least-privilege.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/access/leastPrivilege'

ruleTable(leastPrivilege, {
  system: (stated) => `
    assets: [{ id: ehr, kind: server, ephi: [stores], access: { ${stated} } }]`,
  rows: [
    ['denied', 'leastPrivilege: false', 'fail', { path, severity: 'high' }],
    ['stated', 'leastPrivilege: true', 'pass', path],
    ['nothing said', 'roles: true', 'unproven', path],
  ],
  message: 'ehr: rights to it go further than the work needs (access.leastPrivilege is false)',
})
