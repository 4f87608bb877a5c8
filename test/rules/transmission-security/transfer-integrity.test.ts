import { transferIntegrity } from '#rules/transmission-security/transfer-integrity.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/flows/0/integrity'

ruleTable(transferIntegrity, {
  system: (stated) => `
    assets: [{ id: a, kind: server, ephi: [stores] }, { id: b, kind: server }]
    flows: [{ from: a, to: b, carries: ephi, ${stated} }]`,
  rows: [
    ['not detected', 'integrity: false', 'fail', { path, severity: 'medium' }],
    ['detected', 'integrity: true', 'pass', path],
    ['nothing said', 'data: both', 'not-applicable'],
  ],
  never: { unproven: 'TLS and SSH imply it, so that only what is stated is judged' },
  message: 'a→b: nobody would notice that it was changed on its way (integrity is false)',
})
