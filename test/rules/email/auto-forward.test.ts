import { autoForward } from '#rules/email/auto-forward.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/email/externalAutoForward'

ruleTable(autoForward, {
  system: (stated) => `
    system: { name: Clinic }
    assets: [{ id: mail, kind: mail-server, ephi: [stores] }]
    email: { ${stated} }`,
  rows: [
    ['allowed', 'externalAutoForward: true', 'fail', { path, severity: 'medium' }],
    ['blocked', 'externalAutoForward: false', 'pass'],
    ['nothing said', 'retention: 1 year', 'unproven', path],
  ],
  notApplicable: [
    'assets: [{ id: mail, kind: mail-server, ephi: none }]\nemail: { externalAutoForward: true }',
    'assets: [{ id: db, kind: server, ephi: [stores] }]',
  ],
  message: 'Clinic: mail may be forwarded to addresses outside by itself (email.externalAutoForward is true)',
})
