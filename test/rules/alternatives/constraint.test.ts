import { constraint } from '#rules/alternatives/constraint.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/alternatives'
const system = (stated: string, asset = 'ephi: [stores], constraints: { cannot: [patch, encrypt] }') => `
    assets: [{ id: pump, kind: medical-device, ${asset} }, { id: ehr, kind: server, ephi: [stores] }]
    ${stated}`

ruleTable(constraint, {
  system: (stated) => system(stated),
  rows: [
    ['no alternative at all', 'alternatives: []', 'fail', { path, severity: 'medium' }],
    [
      'one for its kind',
      'alternatives: [{ specification: 164.312(a)(2)(iv), subjects: { kind: medical-device } }]',
      'pass',
    ],
    [
      'one for another asset',
      'alternatives: [{ specification: 164.312(a)(2)(iv), subjects: { id: ehr } }]',
      'unproven',
      path,
    ],
    [
      'one to another specification',
      'alternatives: [{ specification: 164.312(a)(2)(iii), subjects: { id: pump } }]',
      'unproven',
      path,
    ],
    ['nothing said', 'system: { name: Clinic }', 'unproven', path],
  ],
  also: [
    [
      'what it cannot is another thing',
      system('alternatives: []', 'ephi: [stores], constraints: { cannot: [patch, mfa] }'),
      'not-applicable',
    ],
    ['nothing said of what it cannot', system('alternatives: []', 'ephi: [stores]'), 'not-applicable'],
    [
      'encrypted from outside after all',
      system(
        'alternatives: []',
        'ephi: [stores], constraints: { cannot: [encrypt] }, encryptionAtRest: { enabled: true }',
      ),
      'not-applicable',
    ],
    [
      'stated not to be encrypted',
      system(
        'alternatives: []',
        'ephi: [stores], constraints: { cannot: [encrypt] }, encryptionAtRest: { enabled: false }',
      ),
      'fail',
      path,
    ],
    [
      'a vendor encrypts',
      `vendors: [{ id: maker, responsibilities: { encryptionAtRest: vendor } }]${system(
        'alternatives: []',
        'ephi: [stores], vendor: maker, constraints: { cannot: [encrypt] }',
      )}`.replaceAll(/^ {4}/gm, ''),
      'not-applicable',
    ],
    [
      'without ePHI',
      system('alternatives: []', 'ephi: none, constraints: { cannot: [encrypt] }'),
      'not-applicable',
    ],
  ],
  message: 'pump: it cannot be encrypted, and no alternative is documented (alternatives is [])',
})
