import { automaticLogoff } from '#rules/access-control/automatic-logoff.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/autoLogoff'

ruleTable(automaticLogoff, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['never', 'autoLogoff: never', 'fail', { path, severity: 'medium' }],
    ['after fifteen minutes', 'autoLogoff: 15 minutes', 'pass', path],
    ['after a day, of which another rule speaks', 'autoLogoff: 1 day', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message: 'ehr: its sessions never end by themselves (identity.autoLogoff is never)',
})
