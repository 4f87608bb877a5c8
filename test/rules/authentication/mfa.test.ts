import { mfa } from '#rules/authentication/mfa.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/mfa/required'

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
  message: 'ehr: remote or administrative access asks no second factor (asked of nobody)',
})
