import { deviceZone } from '#rules/isolation/device-zone.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/mri/zone'
const OLD = 'constraints: { cannot: [patch], because: its maker is gone }'
const system = (stated: string, kind = 'kind: medical-device', beside = '') => `
    zones: [{ id: devices, trust: restricted }, { id: office, trust: internal }, { id: web, trust: dmz }, { id: street, trust: public }, { id: attic }]
    assets:
      - { id: mri, ${kind}, ephi: [creates], ${stated} }
      - { id: desk, kind: workstation, zone: office, ephi: none${beside} }`

ruleTable(deviceZone, {
  system: (stated) => system(stated),
  rows: [
    ['beside workstations', 'zone: office', 'fail', { path, severity: 'medium' }],
    ['apart', 'zone: devices', 'pass'],
    ['in the DMZ', 'zone: web', 'fail', { path: '/zones/web/trust', severity: 'medium' }],
    ['in a public zone', 'zone: street', 'fail', '/zones/street/trust'],
    ['in a zone of unstated trust', 'zone: attic', 'unproven', '/zones/attic/trust'],
    ['nowhere', 'count: 1', 'unproven', path],
  ],
  also: [
    ['a workstation that cannot be patched', system(`zone: office, ${OLD}`, 'kind: workstation'), 'fail'],
    [
      'a workstation that cannot be patched, among its like',
      system(`zone: office, ${OLD}`, 'kind: workstation', `, ${OLD}`),
      'pass',
    ],
    ['alone, being a workstation itself', system(`zone: devices, ${OLD}`, 'kind: workstation'), 'pass'],
    ['a workstation that can be patched', system('zone: office', 'kind: workstation'), 'not-applicable'],
    [
      'cannot be encrypted, but patched',
      system('zone: office, constraints: { cannot: [encrypt], because: old }', 'kind: workstation'),
      'not-applicable',
    ],
    [
      'a store, of which another rule speaks',
      system(`zone: office, ${OLD}`, 'kind: server'),
      'not-applicable',
    ],
  ],
  notApplicable: 'assets: [{ id: mri, kind: medical-device, ephi: none, zone: internet }]',
  message: 'mri: it stands in one zone with workstations (zone office, with desk)',
})
