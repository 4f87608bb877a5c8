import { defaultCredentials } from '#rules/authentication/default-credentials.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/defaultCredentialsRemoved'

ruleTable(defaultCredentials, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['not removed', 'defaultCredentialsRemoved: false', 'fail', { path, severity: 'high' }],
    ['removed', 'defaultCredentialsRemoved: true', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  message:
    'ehr: it may still have the password that it came with (identity.defaultCredentialsRemoved is false)',
})
