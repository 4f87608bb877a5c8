import { limitedSetDua } from '#rules/data-classes/limited-set-dua.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/data/cohort/dataUseAgreement'

ruleTable(limitedSetDua, {
  system: (stated) => `
    data: [{ id: cohort, class: limited-data-set, ${stated} }]
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['without', 'dataUseAgreement: none', 'fail', { path, severity: 'high' }],
    ['with', 'dataUseAgreement: { document: DUA-3 }', 'pass', path],
    ['nothing said', 'individuals: 3', 'unproven', path],
  ],
  notApplicable:
    'data: [{ id: chart, class: ephi, dataUseAgreement: none }]\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
  message: 'cohort: it is a limited data set without a use agreement (dataUseAgreement is none)',
})
