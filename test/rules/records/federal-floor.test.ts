import { federalFloor } from '#rules/records/federal-floor.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/records/retention/adults'
const system = (stated: string, type = 'hospital') => `
    system: { name: Hospital, providerType: ${type} }
    records: { retention: { ${stated} } }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(federalFloor, {
  system: (stated) => system(stated),
  rows: [
    ['four years', 'adults: 4 years', 'fail', { path, severity: 'medium' }],
    ['five years, the bound itself', 'adults: 5 years', 'pass', path],
    ['nothing said', 'minors: { untilAge: 21 }', 'unproven', path],
  ],
  also: [['a practice', system('adults: 1 year', 'physician-practice'), 'not-applicable']],
  message:
    'Hospital: records are kept less than the five years that Medicare asks of hospitals (records.retention.adults is 4 years)',
})
