import { objectivesSet } from '#rules/availability/objectives-set.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/availability'
const system = (stated: string, criticality = 'critical') => `
    assets: [{ id: ehr, kind: server, ephi: [stores], criticality: ${criticality}, availability: { ${stated} } }]`

ruleTable(objectivesSet, {
  system: (stated) => system(stated),
  rows: [
    ['need not come back', 'rto: never, rpo: 1 day', 'fail', { path: `${path}/rto`, severity: 'low' }],
    [
      'all of its data may be lost',
      'rto: 1 day, rpo: never',
      'fail',
      { path: `${path}/rpo`, severity: 'low' },
    ],
    ['both set', 'rto: 4 hours, rpo: 15 minutes', 'pass'],
    ['only how long', 'rto: 4 hours', 'unproven', `${path}/rpo`],
    ['only how much', 'rpo: 4 hours', 'unproven', `${path}/rto`],
    ['nothing said', 'monitored: true', 'unproven', `${path}/rto`],
  ],
  also: [['not critical', system('rto: never', 'normal'), 'not-applicable']],
  message:
    'ehr: it is called critical, and it is said that it need not come back (availability.rto is never)',
})
