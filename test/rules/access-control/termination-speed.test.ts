import { terminationSpeed } from '#rules/access-control/termination-speed.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/identity/termination/within'

ruleTable(terminationSpeed, {
  system: (stated) => `
    identity: { ${stated} }
    assets: [{ id: ehr, kind: server, ephi: [stores] }]`,
  rows: [
    ['25 hours', 'termination: { within: 25 hours }', 'fail', { path, severity: 'medium' }],
    ['a day, the bound itself', 'termination: { within: 1 day }', 'pass', path],
    ['never, of which another rule speaks', 'termination: { within: never }', 'not-applicable'],
    ['nothing said, which another rule asks', 'uniqueIds: true', 'not-applicable'],
  ],
  parameters: [['an hour asked for', { period: 'PT1H' }, 'termination: { within: 2 hours }', 'fail']],
  never: { unproven: 'access-control/termination asks for what is missing' },
  message:
    'ehr: those who leave keep their access for longer than 24 hours (identity.termination.within is 25 hours)',
})
