import { termination } from '#rules/proposed-2025/termination.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/termination/within'

ruleTable(termination, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: db, kind: server, ephi: [stores] }]`,
  rows: [
    ['within a day', 'termination: { within: 24 hours }', 'fail', { path, severity: 'low' }],
    ['within an hour', 'termination: { within: 60 minutes }', 'pass', path],
    ['a minute more', 'termination: { within: 61 minutes }', 'fail', path],
    ['never', 'termination: { within: never }', 'fail', path],
    ['nothing said', 'uniqueIds: true', 'unproven', path],
  ],
  parameters: [['a day allowed', { period: 'P1D' }, 'termination: { within: 24 hours }', 'pass']],
  message:
    'db: the proposal would have access end within 1 hour of the end of employment (identity.termination.within is 24 hours)',
})
