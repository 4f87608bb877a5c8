import { ehrThreeYears } from '#rules/disclosures/ehr-three-years.js'
import { ruleTable } from '#test/rule-table.js'

ruleTable(ehrThreeYears, {
  system: (stated) => `
    system: { name: Clinic }
    disclosures: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['three years are no failure here', 'retention: 3 years', 'pass'],
    ['six years', 'retention: 6 years', 'pass'],
    ['nothing said', 'accounting: true', 'unproven', { path: '/disclosures/retention', severity: 'info' }],
  ],
  never: { fail: 'the statute was never put into effect' },
  message:
    'Clinic: not shown: why six years of disclosures are tested, and not three (disclosures.retention is not stated)',
})
