import { patientCopy } from '#rules/disclosures/patient-copy.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/patientAccess/electronicCopy'

ruleTable(patientCopy, {
  system: (stated) => `
    system: { name: Clinic }
    patientAccess: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['they cannot', 'electronicCopy: false', 'fail', { path, severity: 'high' }],
    ['they can', 'electronicCopy: true', 'pass', path],
    ['nothing said', 'within: 30 days', 'unproven', path],
  ],
  message:
    'Clinic: patients cannot have an electronic copy of their record (patientAccess.electronicCopy is false)',
})
