import { suspension } from '#rules/disclosures/suspension.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/disclosures/suspensions'

ruleTable(suspension, {
  system: (stated) => `
    system: { name: Clinic }
    disclosures: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['not kept', 'suspensions: false', 'fail', { path, severity: 'low' }],
    ['kept', 'suspensions: true', 'pass', path],
    ['nothing said', 'accounting: true', 'unproven', path],
  ],
  message: 'Clinic: suspensions of the accounting are not kept (disclosures.suspensions is false)',
})
