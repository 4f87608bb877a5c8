import { mfaGaps } from '#rules/authentication/mfa-gaps.js'
import { ruleTable } from '#test/rule-table.js'

const methods = '/identity/mfa/methods'

ruleTable(mfaGaps, {
  system: (stated) => `
    identity: { groups: [{ id: breakglass, kind: emergency }], ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    [
      'an exception',
      'mfa: { required: all, exceptions: [director], methods: [fido2] }',
      'fail',
      { path: '/identity/mfa/exceptions', severity: 'medium' },
    ],
    ['the emergency account', 'mfa: { required: all, exceptions: [breakglass], methods: [fido2] }', 'pass'],
    [
      'text messages',
      'mfa: { required: all, methods: [totp, sms] }',
      'fail',
      { path: methods, severity: 'low' },
    ],
    ['calls', 'mfa: { required: all, methods: voice }', 'fail', methods],
    ['mail', 'mfa: { required: all, methods: email }', 'fail', methods],
    ['an authenticator', 'mfa: { required: all, methods: totp, exceptions: none }', 'pass', methods],
    ['methods not said', 'mfa: { required: all }', 'unproven', methods],
    ['asked of nobody', 'mfa: { required: none, methods: sms }', 'not-applicable'],
  ],
  message: 'ehr: some need no second factor (exceptions: director)',
})
