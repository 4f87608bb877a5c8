import { accountingKept } from '#rules/disclosures/accounting-kept.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/disclosures/accounting'
const system = (stated: string, entity = 'covered-entity') => `
    system: { name: Clinic, entity: ${entity} }
    disclosures: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`

ruleTable(accountingKept, {
  system: (stated) => system(stated),
  rows: [
    ['not recorded', 'accounting: false', 'fail', { path, severity: 'high' }],
    ['recorded', 'accounting: true', 'pass', path],
    ['nothing said', 'log: paper', 'unproven', path],
  ],
  also: [
    ['of a business associate', system('accounting: false', 'business-associate'), 'not-applicable'],
    ['of a hybrid entity', system('accounting: false', 'hybrid'), 'fail'],
    [
      'of what is not said',
      'disclosures: { accounting: false }\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
      'fail',
    ],
  ],
  message: 'Clinic: disclosures are not recorded (disclosures.accounting is false)',
})
