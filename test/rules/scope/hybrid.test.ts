import { hybrid } from '#rules/scope/hybrid.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/zone'
const system = (
  stated: string,
  { designation = 'healthCareComponent: { id: ehr }', entity = 'hybrid', more = '' } = {},
) => `
    system: { entity: ${entity}, designations: { ${designation} } }
    vendors: [{ id: v }]
    zones: [{ id: clinic, trust: restricted }, { id: campus, trust: internal }]
    zonePolicy: { default: deny, rules: [{ from: campus, to: clinic, allow: https }] }
    assets:
      - { id: ehr, kind: server, ephi: [stores], ${stated} }
      - { id: library, kind: server, ephi: none, zone: campus }${more}`

ruleTable(hybrid, {
  system: (stated) => system(stated),
  rows: [
    ['in one zone with the rest', 'zone: campus', 'fail', { path, severity: 'high' }],
    ['apart', 'zone: clinic', 'pass'],
    [
      'open to everybody',
      'zone: clinic, access: { authorised: [everyone] }',
      'fail',
      '/assets/ehr/access/authorised',
    ],
    ['nowhere', 'count: 1', 'unproven', path],
  ],
  also: [
    [
      'without a designation',
      system('zone: clinic', { designation: 'organizedHealthCareArrangement: false' }),
      'unproven',
      '/system/designations/healthCareComponent',
    ],
    [
      'ePHI outside',
      system('zone: clinic', {
        more: '\n      - { id: athletics, kind: server, ephi: [stores], zone: campus }',
      }),
      'fail',
      { path: '/system/designations/healthCareComponent', severity: 'high' },
    ],
    [
      'ePHI at a vendor outside',
      system('zone: clinic', { more: '\n      - { id: host, kind: saas, vendor: v, ephi: [stores] }' }),
      'pass',
    ],
    ['no hybrid', system('zone: campus', { entity: 'covered-entity' }), 'not-applicable'],
  ],
  notApplicable: 'assets: [{ id: a, kind: server, ephi: [stores] }]',
  message:
    'the system: the other components of the entity are not kept out of its health care component (zone campus, together with library)',
})
