import { managementZone } from '#rules/isolation/management-zone.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/rmm/access/reachableFrom'
const system = (stated: string, kind = 'remote-management', administers = 'administers: { id: ehr }') => `
    zones: [{ id: ops, trust: management }, { id: vault, trust: restricted }, { id: office, trust: internal }, { id: web, trust: dmz }, { id: street, trust: public }, { id: theirs, trust: external }, { id: attic }]
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: rmm, kind: ${kind}, ${administers}, access: { ${stated} } }`

ruleTable(managementZone, {
  system: (stated) => system(stated),
  rows: [
    ['from the office', 'reachableFrom: [office]', 'fail', { path, severity: 'low' }],
    ['from the DMZ', 'reachableFrom: [web]', 'fail', { path, severity: 'low' }],
    ['from a management zone', 'reachableFrom: [ops]', 'pass', path],
    ['from a restricted zone', 'reachableFrom: [vault]', 'pass', path],
    [
      'from a management zone and the office',
      'reachableFrom: [ops, office]',
      'fail',
      { path, severity: 'low' },
    ],
    ['from the internet', 'reachableFrom: [ops, internet]', 'fail', { path, severity: 'medium' }],
    ['from anywhere', 'reachableFrom: any', 'fail', { path, severity: 'medium' }],
    ['from a public zone', 'reachableFrom: [street]', 'fail', { path, severity: 'medium' }],
    ['from a zone of others', 'reachableFrom: [theirs]', 'fail', { path, severity: 'medium' }],
    ['from nowhere', 'reachableFrom: none', 'pass', path],
    ['from a zone of unstated trust', 'reachableFrom: [attic]', 'unproven', '/zones/attic/trust'],
    ['not said', 'roles: true', 'unproven', path],
  ],
  also: [
    ['a bastion, which is the door', system('reachableFrom: [office]', 'bastion'), 'not-applicable'],
    [
      'a host, which its users reach',
      system('reachableFrom: [office]', 'server', 'x-a: 1').replace(
        'ephi: [stores]',
        'ephi: [stores], runsOn: rmm',
      ),
      'not-applicable',
    ],
    [
      'controls nothing with ePHI',
      system('reachableFrom: [office]').replace('administers: { id: ehr }', 'administers: { id: other }'),
      'not-applicable',
    ],
  ],
  message:
    'rmm: it controls systems with ePHI, and is reached from zones where others work (access.reachableFrom is office)',
})
