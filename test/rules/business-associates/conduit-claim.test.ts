import { conduitClaim } from '#rules/business-associates/conduit-claim.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/vendors/line/relationship'
const system = (stated: string, kind = 'server', relationship = 'conduit') => `
    vendors: [{ id: line, name: Line Co, relationship: ${relationship} }]
    assets: [{ id: relay, kind: ${kind}, vendor: line, ${stated} }, { id: ehr, kind: server, ephi: [stores] }]
    flows: [{ from: ehr, to: relay, carries: ephi }]`

ruleTable(conduitClaim, {
  system: (stated) => system(stated),
  rows: [
    ['it stores', 'ephi: [stores]', 'fail', { path, severity: 'high' }],
    ['it holds', 'holds: ephi', 'fail', path],
    [
      'it stores what it cannot read',
      'ephi: [stores], encryptionAtRest: { enabled: true, key: { manager: hsm, customerManaged: true } }',
      'fail',
      path,
    ],
    ['it stores on the way alone', 'ephi: [stores], transient: 2 days', 'pass', path],
    ['it is said to hold none', 'holds: none', 'unproven', '/assets/relay/transient'],
    ['for a week, the bound itself', 'ephi: [transmits], transient: 7 days', 'pass', path],
    ['for longer', 'ephi: [transmits], transient: 8 days', 'fail', path],
    ['what could store is said to transmit', 'ephi: [transmits]', 'unproven', '/assets/relay/transient'],
    ['nothing said', 'region: us-east-1', 'unproven', '/assets/relay/transient'],
  ],
  also: [
    ['a device that only relays', system('ephi: [transmits]', 'load-balancer'), 'pass', path],
    ['a service for AI', system('ephi: [processes]', 'ai-service'), 'unproven', '/assets/relay/transient'],
    ['a business associate', system('ephi: [stores]', 'server', 'business-associate'), 'not-applicable'],
    [
      'one that runs nothing of ours',
      `
      vendors: [{ id: line, relationship: conduit }]
      parties: [{ id: patients, relationship: individual }]
      assets: [{ id: ehr, kind: server, ephi: [stores] }]
      flows: [{ from: ehr, via: [line], to: patients, carries: ephi, medium: voice }]`,
      'pass',
      path,
    ],
  ],
  parameters: [
    ['a day allowed', { onTheWay: 'P1D' }, 'ephi: [stores], transient: 2 days', 'fail'],
    ['a month allowed', { onTheWay: 'P1M' }, 'ephi: [stores], transient: 8 days', 'pass'],
  ],
  notApplicable:
    'vendors: [{ id: line, relationship: conduit }]\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
  message: 'Line Co: it is said to be a conduit, and it keeps ePHI (relay stores ePHI)',
})
