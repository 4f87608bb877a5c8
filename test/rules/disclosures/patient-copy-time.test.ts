import { patientCopyTime } from '#rules/disclosures/patient-copy-time.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/patientAccess/within'

ruleTable(patientCopyTime, {
  system: (stated) => `
    system: { name: Clinic }
    patientAccess: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['31 days', 'within: 31 days', 'fail', { path, severity: 'high' }],
    ['30 days, the bound itself', 'within: 30 days', 'pass', path],
    ['a month, which may have 28 days', 'within: 1 month', 'pass', path],
    ['two months', 'within: 2 months', 'fail', path],
    ['nothing said', 'electronicCopy: true', 'unproven', path],
  ],
  message: 'Clinic: patients wait longer than 30 days for their copy (patientAccess.within is 31 days)',
})
