import { endedVendor } from '#rules/access-control/ended-vendor.js'
import { ruleTable } from '#test/rule-table.js'

const system = (
  access: string,
  ended = '2026-05-01',
  groups = '{ id: acme-support, kind: vendor, vendor: acme }, ',
) => `
    vendors: [{ id: acme, name: Acme, ended: { date: ${ended} } }]
    identity: { groups: [${groups}{ id: staff, kind: workforce }] }
    assets: [{ id: ehr, kind: server, ephi: [stores], access: { ${access} } }]`

ruleTable(endedVendor, {
  system: (stated) => system(stated),
  rows: [
    [
      'still authorised',
      'authorised: [staff, acme-support]',
      'fail',
      { path: '/vendors/acme/ended', severity: 'high' },
    ],
    ['no longer', 'authorised: [staff]', 'pass'],
    ['not said', 'roles: true', 'unproven', '/vendors/acme/ended'],
  ],
  also: [
    ['leaves only next year', system('authorised: [acme-support]', '2027-01-01'), 'not-applicable'],
    ['leaves today', system('authorised: [acme-support]', '2026-11-24'), 'fail'],
    ['has no group', system('roles: true', '2026-05-01', ''), 'pass'],
  ],
  notApplicable: 'vendors: [{ id: acme }]\nassets: [{ id: ehr, kind: server, ephi: [stores] }]',
  message: 'Acme: it left, and its people still have access (group acme-support is still authorised on ehr)',
})
