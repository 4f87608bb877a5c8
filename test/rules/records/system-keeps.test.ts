import { systemKeeps } from '#rules/records/system-keeps.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/keeps'
const system = (
  stated: string,
  kind = 'saas',
  records = 'systemsOfRecord: [ehr], retention: { adults: 10 years }',
) => `
    records: { ${records} }
    assets: [{ id: ehr, kind: ${kind}, ephi: [stores], ${stated} }]`

ruleTable(systemKeeps, {
  system: (stated) => system(stated),
  rows: [
    ['less long', 'keeps: 9 years', 'fail', { path, severity: 'high' }],
    ['as long, the bound itself', 'keeps: 10 years', 'pass', path],
    ['for ever', 'keeps: forever', 'pass', path],
    ['nothing said', 'region: us-east-1', 'not-applicable'],
  ],
  also: [
    ['an archive', system('keeps: 1 year', 'archive', 'retention: { adults: 10 years }'), 'fail'],
    [
      'no system of record',
      system('keeps: 1 year', 'saas', 'retention: { adults: 10 years }'),
      'not-applicable',
    ],
    ['no period', system('keeps: 1 year', 'saas', 'systemsOfRecord: [ehr]'), 'not-applicable'],
  ],
  never: { unproven: 'only what is stated is compared' },
  message: 'ehr: it keeps records less long than your own period says (keeps is 9 years)',
})
