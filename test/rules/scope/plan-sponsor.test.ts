import { planSponsor } from '#rules/scope/plan-sponsor.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/claims/access/authorised'
const system = (
  stated: string,
  { designation = '{ id: [hr, enrolment] }', more = '', type = 'health-plan' } = {},
) => `
    system: { providerType: ${type}, designations: { planSponsor: ${designation} } }
    identity: { groups: [{ id: hr, kind: workforce }, { id: claims-staff, kind: workforce }, { id: hr-payroll, kind: workforce }] }
    assets:
      - { id: claims, kind: relational-database, ephi: [stores], access: { ${stated} } }
      - { id: enrolment, kind: relational-database, ephi: [stores], access: { authorised: [hr] } }
      - { id: intranet, kind: web-app, ephi: none, access: { authorised: [hr] } }${more}`

ruleTable(planSponsor, {
  system: (stated) => system(stated),
  rows: [
    ['its people may read claims', 'authorised: [claims-staff, hr]', 'fail', { path, severity: 'medium' }],
    ['its people may not', 'authorised: [claims-staff]', 'pass'],
    ['nobody may', 'authorised: none', 'pass'],
    ['everybody may', 'authorised: [everyone]', 'fail', path],
    ['another group with a like name may', 'authorised: [hr-payroll]', 'pass'],
    ['who may is not said', 'roles: true', 'unproven', path],
  ],
  also: [
    [
      'a glob names its groups',
      system('authorised: [hr-payroll]', { designation: '{ id: ["hr*", enrolment] }' }),
      'fail',
      path,
    ],
    [
      'one that is not said, one that fails',
      system('roles: true', {
        more: '\n      - { id: scans, kind: object-store, ephi: [stores], access: { authorised: [hr] } }',
      }),
      'fail',
      '/assets/scans/access/authorised',
    ],
    [
      'no group is named',
      system('authorised: [hr]', { designation: '{ id: enrolment }' }),
      'unproven',
      '/system/designations/planSponsor',
    ],
    [
      'nothing is designated',
      system('authorised: [hr]').replace('planSponsor: { id: [hr, enrolment] }', 'affiliated: [x]'),
      'unproven',
      '/system/designations/planSponsor',
    ],
    ['no plan', system('authorised: [hr]', { type: 'hospital' }), 'not-applicable'],
  ],
  message:
    'the system: people of the plan sponsor may use systems that are not designated for them (hr on claims)',
})
