import { indirectAccess } from '#rules/access-control/indirect-access.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ci/access/authorised'

ruleTable(indirectAccess, {
  system: (stated) => `
    identity: { groups: [{ id: ops, kind: workforce }] }
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: ci, kind: ci-cd, administers: { id: ehr }, access: { ${stated} } }`,
  rows: [
    [
      'everybody, unrecorded',
      'authorised: [everyone], sessionRecording: false',
      'fail',
      { path, severity: 'medium' },
    ],
    ['everybody, recorded', 'authorised: [everyone], sessionRecording: true', 'pass'],
    ['a group', 'authorised: [ops]', 'pass'],
    [
      'everybody, recording not said',
      'authorised: [everyone]',
      'unproven',
      '/assets/ci/access/sessionRecording',
    ],
    ['nothing said', 'roles: true', 'unproven', path],
  ],
  notApplicable: `
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: ci, kind: ci-cd, administers: { id: web }, access: { authorised: [everyone], sessionRecording: false } }
      - { id: web, kind: web-app, ephi: none }`,
  message: 'ci: everybody may use it, and no session is recorded (access.authorised is everyone)',
})
