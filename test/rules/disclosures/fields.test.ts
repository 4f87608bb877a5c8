import { fields } from '#rules/disclosures/fields.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/disclosures/fields'

ruleTable(fields, {
  system: (stated) => `
    system: { name: Clinic }
    disclosures: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['two of four', 'fields: [date, recipient]', 'fail', { path, severity: 'high' }],
    ['all four, without address', 'fields: [date, recipient, description, purpose]', 'pass', path],
    ['without date', 'fields: [recipient, description, purpose]', 'fail', path],
    ['without recipient', 'fields: [date, recipientAddress, description, purpose]', 'fail', path],
    ['without description', 'fields: [date, recipient, purpose]', 'fail', path],
    ['without purpose', 'fields: [date, recipient, description]', 'fail', path],
    ['none', 'fields: none', 'fail', path],
    ['nothing said', 'accounting: true', 'unproven', path],
  ],
  message:
    'Clinic: the record of disclosures lacks what an accounting has to say (without description and purpose)',
})
