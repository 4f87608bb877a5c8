import { notAddressable } from '#rules/alternatives/not-addressable.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/alternatives/0/specification'

ruleTable(notAddressable, {
  system: (stated) => `
    assets: [{ id: db, kind: server, ephi: [stores] }]
    alternatives: [{ specification: ${stated}, subjects: { id: db } }]`,
  rows: [
    ['a required specification', '164.308(a)(7)(ii)(A)', 'fail', { path, severity: 'medium' }],
    ['a standard', '164.312(b)', 'fail', path],
    ['a paragraph that does not exist', '164.312(z)', 'fail', path],
    ['an addressable specification', '164.312(a)(2)(iv)', 'pass', path],
  ],
  never: { unproven: 'every alternative names its specification' },
  notApplicable: 'assets: [{ id: db, kind: server, ephi: [stores] }]',
  message:
    'alternative to 164.308(a)(7)(ii)(A) for id db: it is written for a specification that is not addressable (specification is 164.308(a)(7)(ii)(A))',
})
