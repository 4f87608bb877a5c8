import { loginMonitoring } from '#rules/authentication/login-monitoring.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/loginMonitoring'

ruleTable(loginMonitoring, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['not watched', 'loginMonitoring: false', 'fail', { path, severity: 'medium' }],
    ['watched', 'loginMonitoring: true', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message: 'ehr: nobody watches attempts to log in (identity.loginMonitoring is false)',
})
