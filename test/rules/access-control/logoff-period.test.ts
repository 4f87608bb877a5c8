import { logoffPeriod } from '#rules/access-control/logoff-period.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/autoLogoff'

ruleTable(logoffPeriod, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['31 minutes', 'autoLogoff: 31 minutes', 'fail', { path, severity: 'low' }],
    ['30 minutes, the bound itself', 'autoLogoff: PT30M', 'pass', path],
    ['an hour', 'autoLogoff: 1 hour', 'fail', { path, severity: 'low' }],
    ['more than an hour', 'autoLogoff: 61 minutes', 'fail', { path, severity: 'medium' }],
    ['never, of which another rule speaks', 'autoLogoff: never', 'not-applicable'],
    ['nothing said, which another rule asks', 'uniqueIds: true', 'not-applicable'],
  ],
  parameters: [['ten minutes asked for', { soon: 'PT10M' }, 'autoLogoff: 15 minutes', 'fail']],
  never: { unproven: 'access-control/automatic-logoff asks for what is missing' },
  message: 'ehr: its idle sessions last longer than 30 minutes (identity.autoLogoff is 31 minutes)',
})
