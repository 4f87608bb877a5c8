import { adminPath } from '#rules/authentication/admin-path.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/rmm/access/mfa/required'

const withEphi = (access: string) => `
    vendors: [{ id: msp, responsibilities: { access: ${access} } }]
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: rmm, kind: remote-management, vendor: msp, ephi: [processes], administers: { id: ehr }, access: { mfa: false } }`

ruleTable(adminPath, {
  system: (stated) => `
    identity: { mfa: true }
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: rmm, kind: remote-management, administers: { id: ehr }, access: { ${stated} } }`,
  rows: [
    ['asks none', 'mfa: false', 'fail', { path, severity: 'high' }],
    ['of remote access alone', 'mfa: { required: [remote] }', 'fail', path],
    ['of all', 'mfa: true', 'pass', path],
    ['of administrators', 'mfa: { required: [admin] }', 'pass', path],
    ['of whom is not said', 'mfa: { methods: totp }', 'unproven', path],
    ['as everywhere', 'roles: true', 'not-applicable'],
  ],
  also: [
    ['a tool with ePHI, of which another rule speaks', withEphi('shared'), 'not-applicable'],
    ['a tool with ePHI whose access its vendor runs', withEphi('vendor'), 'fail', path],
  ],
  message: 'rmm: it controls systems with ePHI and asks no second factor (access.mfa.required is [])',
})
