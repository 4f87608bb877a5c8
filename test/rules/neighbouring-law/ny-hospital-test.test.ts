import { nyHospitalTest } from '#rules/neighbouring-law/ny-hospital-test.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/governance/penetrationTest'
const system = (stated: string, about = 'providerType: hospital, jurisdictions: [US-NY]') => `
    system: { name: General, ${about} }
    governance: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(nyHospitalTest, {
  system: (stated) => system(stated),
  rows: [
    ['none', 'penetrationTest: none', 'fail', { path, severity: 'medium' }],
    ['a year ago, the bound itself', 'penetrationTest: { date: 2025-11-24 }', 'pass', `${path}/date`],
    ['longer ago', 'penetrationTest: { date: 2025-11-23 }', 'fail', `${path}/date`],
    ['when is not said', 'penetrationTest: { document: Report 12 }', 'unproven', `${path}/date`],
    ['nothing said', 'notes: see the binder', 'unproven', path],
    [
      'planned for 2062, which shows nothing',
      'penetrationTest: { date: 2062-11-24 }',
      'unproven',
      `${path}/date`,
    ],
  ],
  also: [
    [
      'a practice',
      system('penetrationTest: none', 'providerType: physician-practice, jurisdictions: [US-NY]'),
      'not-applicable',
    ],
    [
      'another state',
      system('penetrationTest: none', 'providerType: hospital, jurisdictions: [US-NJ]'),
      'not-applicable',
    ],
  ],
  message: 'General: it had no penetration test within a year (governance.penetrationTest is none)',
})
