import { mfa } from '#rules/proposed-2025/mfa.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/mfa/required'

ruleTable(mfa, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: db, kind: server, ephi: [stores] }]`,
  rows: [
    [
      'of remote and administrative access alone',
      'mfa: { required: [remote, admin] }',
      'fail',
      { path, severity: 'medium' },
    ],
    ['of nobody', 'mfa: false', 'fail', path],
    ['of all', 'mfa: { required: all }', 'pass', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  also: [
    [
      'one asset asks less',
      'identity: { mfa: true }\nassets: [{ id: db, kind: server, ephi: [stores], access: { mfa: { required: [admin] } } }]',
      'fail',
      '/assets/db/access/mfa/required',
    ],
    [
      'a vendor runs the access',
      'identity: { mfa: false }\nvendors: [{ id: host, responsibilities: { access: vendor } }]\nassets: [{ id: db, kind: server, ephi: [stores], vendor: host }]',
      'not-applicable',
    ],
  ],
  message: 'db: the proposal would ask a second factor of everybody (identity.mfa.required is remote, admin)',
})
