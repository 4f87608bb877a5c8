import { mfa } from '#rules/authentication/mfa.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/mfa/required'

const tool = (stated: string, shared = 'mfa: true') => `
    identity: { ${shared} }
    assets:
      - { id: ehr, kind: server, ephi: [stores] }
      - { id: rmm, kind: remote-management, administers: { id: ehr }, ${stated} }`

ruleTable(mfa, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['asked of nobody', 'mfa: false', 'fail', { path, severity: 'high' }],
    ['of nobody, in words', 'mfa: { required: none }', 'fail', path],
    ['of administrators alone', 'mfa: { required: [admin] }', 'fail', { path, severity: 'high' }],
    ['of remote access alone', 'mfa: { required: remote }', 'fail', { path, severity: 'high' }],
    ['of both', 'mfa: { required: [remote, admin] }', 'fail', { path, severity: 'low' }],
    ['of all', 'mfa: true', 'pass', path],
    ['of whom is not said', 'mfa: { methods: totp }', 'unproven', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  also: [
    ['a tool that asks nobody, of which another rule speaks', tool('access: { mfa: false }'), 'pass'],
    [
      'a tool that says nothing itself',
      tool('notes: of the agency', 'mfa: false'),
      'fail',
      { subject: 'rmm' },
    ],
    [
      'a tool with ePHI that asks nobody',
      tool('ephi: [processes], access: { mfa: false }'),
      'fail',
      { subject: 'rmm', path: '/assets/rmm/access/mfa/required' },
    ],
  ],
  message: 'ehr: remote or administrative access asks no second factor (asked of nobody)',
})
