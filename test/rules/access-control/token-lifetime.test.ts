import { tokenLifetime } from '#rules/access-control/token-lifetime.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/tokens/lifetime'

ruleTable(tokenLifetime, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['a month', 'tokens: { lifetime: 30 days }', 'fail', { path, severity: 'low' }],
    ['a day, the bound itself', 'tokens: { lifetime: 24 hours }', 'pass', path],
    ['an hour more', 'tokens: { lifetime: 25 hours }', 'fail', path],
    ['never', 'tokens: { lifetime: never }', 'fail', path],
    ['tokens, life not said', 'tokens: { notes: opaque }', 'unproven', path],
    ['no tokens', 'uniqueIds: true', 'not-applicable'],
  ],
  message: 'ehr: its tokens live longer than 1 day (identity.tokens.lifetime is 30 days)',
})
