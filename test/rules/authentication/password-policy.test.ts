import { passwordPolicy } from '#rules/authentication/password-policy.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/passwords'

ruleTable(passwordPolicy, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    [
      '14 characters alone',
      'passwords: { minLength: 14, blocklist: true, lockoutAfter: 10 }',
      'fail',
      { path: `${path}/minLength`, severity: 'medium' },
    ],
    [
      '15 characters, the bound itself',
      'passwords: { minLength: 15, blocklist: true, lockoutAfter: 10 }',
      'pass',
    ],
    [
      '8 beside a second factor',
      'mfa: true, passwords: { minLength: 8, blocklist: true, lockoutAfter: 10 }',
      'pass',
    ],
    [
      '7 beside a second factor',
      'mfa: true, passwords: { minLength: 7, blocklist: true, lockoutAfter: 10 }',
      'fail',
      `${path}/minLength`,
    ],
    [
      '8 where only some have one',
      'mfa: { required: [admin] }, passwords: { minLength: 8, blocklist: true, lockoutAfter: 10 }',
      'fail',
      `${path}/minLength`,
    ],
    [
      'known ones allowed',
      'passwords: { minLength: 20, blocklist: false, lockoutAfter: 10 }',
      'fail',
      `${path}/blocklist`,
    ],
    [
      'never locked',
      'passwords: { minLength: 20, blocklist: true, lockoutAfter: never }',
      'fail',
      `${path}/lockoutAfter`,
    ],
    ['locked after 100', 'passwords: { minLength: 20, blocklist: true, lockoutAfter: 100 }', 'pass'],
    [
      'locked after 101',
      'passwords: { minLength: 20, blocklist: true, lockoutAfter: 101 }',
      'fail',
      `${path}/lockoutAfter`,
    ],
    [
      'they expire, which is no finding',
      'passwords: { minLength: 20, blocklist: true, lockoutAfter: 5, expiry: 90 days }',
      'pass',
    ],
    ['nothing said', 'uniqueIds: true', 'unproven', `${path}/minLength`],
  ],
  message: 'ehr: its passwords may be too short (identity.passwords.minLength is 14)',
})
