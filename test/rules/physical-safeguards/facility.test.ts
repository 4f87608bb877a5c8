import { expect, it } from 'vitest'
import { facility } from '#rules/physical-safeguards/facility.js'
import { infrastructureOf } from '#test/infrastructure-of.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/sites/office/physicalAccess/controlled'
const system = (stated: string, server = 'site: office, ephi: [stores]', operator = '') => `
    vendors: [{ id: host }]
    sites: [{ id: office, ${operator} ${stated} }, { id: barn, physicalAccess: { controlled: false } }]
    assets: [{ id: files, kind: server, ${server} }]`
const open = 'physicalAccess: { controlled: false }'

ruleTable(facility, {
  system: (stated) => system(stated),
  rows: [
    ['open to anybody', open, 'fail', { path, severity: 'high' }],
    ['controlled', 'physicalAccess: { controlled: true }', 'pass'],
    ['nothing said', 'name: Main office', 'unproven', path],
  ],
  also: [
    [
      'an exception of a group stands with it',
      'sites: [{ id: office, physicalAccess: { controlled: true } }]\nassets: [{ id: pcs, kind: workstation, count: 9, site: office, ephi: [stores], exceptions: [{ count: 2, why: attic, set: { owner: Ann } }] }]',
      'pass',
    ],
    ['said to be ours', system(open, undefined, 'operator: us,'), 'fail'],
    ['of a vendor', system(open, undefined, 'operator: host,'), 'not-applicable'],
    ['nothing with ePHI stands there', system(open, 'site: office, ephi: none'), 'not-applicable'],
    [
      'what controls systems with ePHI stands there',
      `
    sites: [{ id: office, ${open} }]
    assets: [{ id: db, kind: object-store, ephi: [stores] }, { id: jump, kind: bastion, site: office, administers: {} }]`,
      'fail',
    ],
    ['hardware stands nowhere', system(open, 'ephi: [stores]'), 'unproven', '/assets/files/site'],
    [
      'hardware stands nowhere, beside a site that is described',
      system(
        'physicalAccess: { controlled: true }',
        'site: office, ephi: [stores] }, { id: nas, kind: server, ephi: [stores]',
      ),
      'unproven',
      '/assets/nas/site',
    ],
    ['hardware of a vendor stands nowhere', system(open, 'ephi: [stores], vendor: host'), 'not-applicable'],
    [
      'what is carried stands nowhere',
      'assets: [{ id: laptops, kind: mobile-device, ephi: [stores] }]',
      'not-applicable',
    ],
    ['a service stands nowhere', 'assets: [{ id: ehr, kind: saas, ephi: [stores] }]', 'not-applicable'],
    [
      'hardware without ePHI stands nowhere',
      'assets: [{ id: pc, kind: workstation, ephi: none }]',
      'not-applicable',
    ],
  ],
  message: 'office: anybody can walk up to systems with ePHI (physicalAccess.controlled is false)',
})

it('asks once where a group stands, its exceptions with it', () => {
  const description =
    'assets: [{ id: pcs, kind: workstation, count: 9, ephi: [stores], exceptions: [{ count: 2, why: attic, set: { owner: Ann } }] }]'
  expect(facility.subjects.of(infrastructureOf(description)).map(({ id }) => id)).toEqual(['site of pcs'])
})
