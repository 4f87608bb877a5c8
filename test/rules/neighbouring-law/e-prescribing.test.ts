import { ePrescribing } from '#rules/neighbouring-law/e-prescribing.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/electronicPrescribing/twoFactor'
const system = (stated: string) =>
  `assets: [{ id: ehr, kind: saas, ephi: [stores], electronicPrescribing: { ${stated} } }]`

ruleTable(ePrescribing, {
  system: (stated) => system(`controlledSubstances: true, ${stated}`),
  rows: [
    ['one factor', 'twoFactor: false', 'fail', { path, severity: 'high' }],
    ['two factors', 'twoFactor: true', 'pass', path],
    ['nothing said', 'notes: by the vendor', 'unproven', path],
  ],
  also: [
    ['no controlled substances', system('controlledSubstances: false, twoFactor: false'), 'not-applicable'],
    [
      'which substances is not said',
      system('twoFactor: false'),
      'unproven',
      '/assets/ehr/electronicPrescribing/controlledSubstances',
    ],
    ['which substances is not said, with two factors', system('twoFactor: true'), 'pass'],
  ],
  notApplicable: 'assets: [{ id: ehr, kind: saas, ephi: [stores] }]',
  message:
    'ehr: it signs prescriptions of controlled substances with one factor (electronicPrescribing.twoFactor is false)',
})
