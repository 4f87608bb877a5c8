import { singlePoint } from '#rules/availability/single-point.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/availability'
const system = (stated: string, { criticality = 'criticality: critical', more = '' } = {}) => `
    vendors: [{ id: v }]
    assets:
      - { id: ehr, kind: server, ephi: [stores], ${criticality}, availability: { ${stated} } }${more}`
const REPLICA = '\n      - { id: standby, kind: server, replicaOf: ehr }'

ruleTable(singlePoint, {
  system: (stated) => system(stated),
  rows: [
    ['one instance', 'instances: 1', 'fail', { path: `${path}/instances`, severity: 'medium' }],
    ['no instance', 'instances: 0', 'fail', `${path}/instances`],
    ['two instances', 'instances: 2', 'pass'],
    ['nothing takes over', 'failover: none', 'fail', { path: `${path}/failover`, severity: 'medium' }],
    ['two instances, and nothing takes over', 'instances: 2, failover: none', 'fail', `${path}/failover`],
    ['something takes over by itself', 'failover: automatic', 'pass'],
    ['somebody switches over', 'failover: manual', 'pass'],
    ['one instance, and something takes over by itself', 'instances: 1, failover: automatic', 'pass'],
    [
      'one instance, and somebody switches over',
      'instances: 1, failover: manual',
      'fail',
      `${path}/instances`,
    ],
    [
      'two instances in one zone',
      'instances: 2, availabilityZones: 1',
      'fail',
      { path: `${path}/availabilityZones`, severity: 'low' },
    ],
    ['two instances in two zones', 'instances: 2, availabilityZones: 2', 'pass'],
    ['only zones are stated', 'availabilityZones: 2', 'unproven', `${path}/instances`],
    ['nothing said', 'monitored: true', 'unproven', `${path}/instances`],
  ],
  also: [
    [
      'lives depend on it',
      system('instances: 1', { criticality: 'criticality: life-safety' }),
      'fail',
      { subject: 'ehr', severity: 'high' },
    ],
    ['not critical', system('instances: 1', { criticality: 'criticality: normal' }), 'not-applicable'],
    ['not ranked', system('instances: 1', { criticality: 'count: 1' }), 'not-applicable'],
    ['one instance with a replica', system('instances: 1', { more: REPLICA }), 'pass'],
    ['a replica, and nothing else said', system('monitored: true', { more: REPLICA }), 'pass'],
    ['a replica that nothing takes over to', system('failover: none', { more: REPLICA }), 'fail'],
    [
      'a replica in the same building',
      system('availabilityZones: 1', { more: REPLICA }),
      'fail',
      { severity: 'low' },
    ],
    [
      'at a vendor, of which nothing is said',
      'vendors: [{ id: v }]\nassets: [{ id: ehr, kind: saas, ephi: [stores], vendor: v, criticality: critical }]',
      'not-applicable',
    ],
    [
      'at a vendor, one instance',
      system('instances: 1', { criticality: 'criticality: critical, vendor: v' }),
      'fail',
    ],
    [
      'controls what holds ePHI',
      'assets: [{ id: ehr, kind: server, ephi: [stores] }, { id: idp, kind: identity-provider, administers: { id: ehr }, criticality: critical, availability: { instances: 1 } }]',
      'fail',
      { subject: 'idp' },
    ],
  ],
  notApplicable:
    'assets: [{ id: site, kind: web-app, ephi: none, criticality: critical, availability: { instances: 1 } }]',
  message: 'ehr: it is critical, and nothing takes over when it fails (availability.instances is 1)',
})
