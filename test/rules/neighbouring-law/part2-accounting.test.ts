import { part2Accounting } from '#rules/neighbouring-law/part2-accounting.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/disclosures/part2/retention'
const system = (stated: string, sensitivity = 'part2') => `
    system: { name: Program }
    data: [{ id: program, class: ephi, sensitivity: ${sensitivity} }, { id: chart, class: ephi }]
    disclosures: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(part2Accounting, {
  system: (stated) => system(stated),
  rows: [
    ['three years', 'part2: { retention: 3 years }', 'pass', path],
    ['one year, which fails nobody', 'part2: { retention: 1 year }', 'pass', path],
    ['nothing said', 'accounting: true', 'unproven', { path, severity: 'info' }],
  ],
  also: [['other data', system('accounting: true', 'hiv'), 'not-applicable']],
  never: { fail: 'compliance with 42 CFR 2.25 is put off' },
  message:
    'Program: not shown: why the three years of 42 CFR 2.25 are not tested (disclosures.part2.retention is not stated)',
})
