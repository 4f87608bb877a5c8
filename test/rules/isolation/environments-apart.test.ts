import { environmentsApart } from '#rules/isolation/environments-apart.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/trial/zone'
const system = (stated: string, { environment = 'test', db = 'environment: production', more = '' } = {}) => `
    vendors: [{ id: v }]
    zones: [{ id: data, trust: restricted }, { id: lab, trust: internal }]
    assets:
      - { id: db, kind: relational-database, ephi: [stores], zone: data, ${db} }
      - { id: trial, kind: server, ephi: none, environment: ${environment}, ${stated} }${more}`

ruleTable(environmentsApart, {
  system: (stated) => system(stated),
  rows: [
    ['in one zone', 'zone: data', 'fail', { path, severity: 'low' }],
    ['apart', 'zone: lab', 'pass', path],
    ['nowhere', 'count: 1', 'unproven', path],
    ['run by a vendor elsewhere', 'vendor: v', 'not-applicable'],
    ['run by a vendor in one zone', 'vendor: v, zone: data', 'fail', path],
  ],
  also: [
    ...['development', 'training', 'staging'].map(
      (environment) => [environment, system('zone: data', { environment }), 'fail'] as const,
    ),
    ['itself in production', system('zone: data', { environment: 'production' }), 'not-applicable'],
    [
      'whether the store is in production is not said',
      system('zone: data', { db: 'count: 1' }),
      'unproven',
      '/assets/db/environment',
    ],
    [
      'the store is no production either',
      system('zone: data', { db: 'environment: test' }),
      'pass',
      { subject: 'trial' },
    ],
    ['what stands there holds no ePHI', system('zone: data').replace('ephi: [stores]', 'ephi: none'), 'pass'],
    [
      'what stands there only passes ePHI on',
      system('zone: data').replace('relational-database, ephi: [stores]', 'load-balancer, ephi: [transmits]'),
      'pass',
    ],
    [
      'a store itself',
      system('zone: lab').replace('kind: server, ephi: none', 'kind: server, ephi: [stores]'),
      'pass',
    ],
  ],
  message:
    'trial: it is no production, and stands in one zone with stores of production (zone data, with db)',
})
