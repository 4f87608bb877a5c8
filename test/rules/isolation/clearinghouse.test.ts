import { clearinghouse } from '#rules/isolation/clearinghouse.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/claims-db/zone'
const system = (
  stated: string,
  policy = 'default: deny, rules: [{ from: office, to: claims, allow: https }]',
) => `
    system: { entity: both, designations: { clearinghouse: { id: 'claims-*' } } }
    zones: [{ id: claims, trust: restricted }, { id: office, trust: internal }]
    zonePolicy: { ${policy} }
    assets:
      - { id: claims-db, kind: relational-database, ephi: [stores], ${stated} }
      - { id: payroll, kind: server, ephi: none, zone: office }`
const noPolicy = system('zone: claims').replace(/\n.*zonePolicy.*\n/, '\n')

ruleTable(clearinghouse, {
  system: (stated) => system(stated),
  rows: [
    ['in one zone with the rest', 'zone: office', 'fail', { path, severity: 'high' }],
    ['apart', 'zone: claims', 'pass'],
    [
      'open to everybody',
      'zone: claims, access: { authorised: [everyone] }',
      'fail',
      { path: '/assets/claims-db/access/authorised', severity: 'high' },
    ],
    ['nowhere', 'count: 1', 'unproven', path],
  ],
  also: [
    [
      'the policy allows by default',
      system('zone: claims', 'default: allow, rules: []'),
      'fail',
      '/zonePolicy/default',
    ],
    [
      'a rule lets everything in',
      system('zone: claims', 'default: deny, rules: [{ from: office, to: claims, allow: any }]'),
      'fail',
      '/zonePolicy/rules/0',
    ],
    [
      'a rule lets everything in from the internet',
      system('zone: claims', 'default: deny, rules: [{ from: internet, to: claims, allow: any }]'),
      'fail',
      '/zonePolicy/rules/0',
    ],
    [
      'a rule lets everything out',
      system('zone: claims', 'default: deny, rules: [{ from: claims, to: office, allow: any }]'),
      'pass',
    ],
    [
      'the policy allows by default, and rules close each way in',
      system('zone: claims', 'default: allow, rules: [{ from: any, to: claims, allow: none }]'),
      'pass',
    ],
    ['the default is not stated', system('zone: claims', 'rules: []'), 'unproven', '/zonePolicy/default'],
    [
      'a rule does not say what it allows',
      system('zone: claims', 'default: deny, rules: [{ from: office, to: claims }]'),
      'unproven',
      '/zonePolicy/rules/0/allow',
    ],
    ['without a policy', noPolicy, 'unproven', '/zonePolicy/default'],
    [
      'run by a vendor elsewhere',
      `vendors: [{ id: v }]\n${system('vendor: v').replace(/^ {4}/gm, '')}`,
      'unproven',
      '/system/designations/clearinghouse',
    ],
    [
      'run by a vendor in a zone of ours',
      `vendors: [{ id: v }]\n${system('vendor: v, zone: office').replace(/^ {4}/gm, '')}`,
      'fail',
      path,
    ],
    [
      'the designation finds nothing',
      system('zone: claims').replace('claims-*', 'billing'),
      'unproven',
      '/system/designations/clearinghouse',
    ],
  ],
  notApplicable:
    'system: { entity: covered-entity, providerType: clearinghouse }\nassets: [{ id: a, kind: server, ephi: [stores] }]',
  message:
    'the system: the clearinghouse is not walled off from the rest of the organisation (zone office, together with payroll)',
})
