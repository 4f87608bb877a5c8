import { managed } from '#rules/device-and-media/managed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/laptops/mdm'
const system = (stated: string, kind = 'mobile-device') => `
    assets: [{ id: laptops, kind: ${kind}, ephi: [stores], ${stated} }]`
const unmanaged = 'mdm: { enrolled: false, remoteWipe: false }'
const desktops = (laptops: string, flows: string) => `
    assets:
      - { id: laptops, kind: mobile-device, mdm: false, ${laptops} }
      - { id: desktops, kind: vdi, ephi: [processes] }
      - { id: ehr, kind: web-app, ephi: [processes] }
    flows: [${flows}]`
const toDesktops = '{ from: laptops, to: desktops, carries: ephi }'

ruleTable(managed, {
  system: (stated) => system(stated),
  rows: [
    ['not enrolled', unmanaged, 'fail', { path: `${path}/enrolled`, severity: 'medium' }],
    ['enrolled, and can be wiped', 'mdm: { enrolled: true, remoteWipe: true }', 'pass'],
    [
      'enrolled, and cannot be wiped',
      'mdm: { enrolled: true, remoteWipe: false }',
      'fail',
      { path: `${path}/remoteWipe`, severity: 'medium' },
    ],
    ['enrolled, wipe not said', 'mdm: true', 'unproven', `${path}/remoteWipe`],
    ['nothing said', 'count: 40', 'unproven', `${path}/enrolled`],
    ['of their owner', `ownership: personal, ${unmanaged}`, 'fail', { severity: 'high' }],
    ['leased', `ownership: leased, ${unmanaged}`, 'fail', { severity: 'medium' }],
  ],
  also: [
    ['a workstation of ours', system(unmanaged, 'workstation'), 'not-applicable'],
    ['a workstation of its user', system(`ownership: personal, ${unmanaged}`, 'workstation'), 'fail'],
    ['a disk', system(unmanaged, 'removable-media'), 'not-applicable'],
    [
      'a service that somebody pays for',
      system(`ownership: personal, ${unmanaged}`, 'saas'),
      'not-applicable',
    ],
    ['it shows virtual desktops', desktops('tags: { a: b }', toDesktops), 'not-applicable'],
    [
      'it shows virtual desktops that open the connection',
      desktops('tags: { a: b }', '{ from: desktops, to: laptops, carries: ephi }'),
      'not-applicable',
    ],
    [
      'it shows virtual desktops, and processes what they show',
      desktops('ephi: [processes]', toDesktops),
      'not-applicable',
    ],
    ['it shows virtual desktops, and stores some', desktops('ephi: [stores]', toDesktops), 'fail'],
    ['it shows virtual desktops, and holds some', desktops('holds: ephi', toDesktops), 'fail'],
    ['it shows virtual desktops, and holds none', desktops('holds: none', toDesktops), 'not-applicable'],
    [
      'it reaches other systems too',
      desktops('tags: { a: b }', `${toDesktops}, { from: laptops, to: ehr, carries: ephi }`),
      'fail',
    ],
    [
      'other systems bring no ePHI',
      desktops('tags: { a: b }', `${toDesktops}, { from: laptops, to: ehr, carries: none }`),
      'not-applicable',
    ],
    ['no flow is said', desktops('ephi: [processes]', ''), 'fail'],
    [
      'exceptions of a group of which the same holds',
      `
    assets:
      - { id: laptops, kind: mobile-device, count: 9, mdm: false, exceptions: [{ count: 2, why: loaners, set: { mdm: { enrolled: false } } }] }
      - { id: desktops, kind: vdi, ephi: [processes] }
    flows: [${toDesktops}]`,
      'not-applicable',
    ],
  ],
  notApplicable: `assets: [{ id: laptops, kind: mobile-device, ephi: none, ${unmanaged} }]`,
  message: 'laptops: it is not managed, or cannot be wiped from afar (mdm.enrolled is false)',
})
