import { noAddressable } from '#rules/proposed-2025/no-addressable.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/alternatives/0/specification'

ruleTable(noAddressable, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    assets: [{ id: db, kind: server, ephi: [stores] }]
    alternatives: [{ subjects: { id: db }, ${stated} }]`,
  rows: [
    ['encryption at rest', 'specification: 164.312(a)(2)(iv)', 'fail', { path, severity: 'medium' }],
    ['encryption in transit', 'specification: 164.312(e)(2)(ii)', 'fail', { path, severity: 'medium' }],
    ['log-off', 'specification: 164.312(a)(2)(iii)', 'fail', { path, severity: 'medium' }],
    [
      'what is not addressable today, of which another rule speaks',
      'specification: 164.312(b)',
      'not-applicable',
    ],
  ],
  never: { pass: 'no alternative would remain', unproven: 'an alternative names its specification' },
  notApplicable: 'alternatives: []',
  message:
    'alternative to 164.312(a)(2)(iv) for id db: the proposal would require encryption, and this would count no more (specification is 164.312(a)(2)(iv))',
})
