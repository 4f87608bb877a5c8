import { hostRanked } from '#rules/availability/host-ranked.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/host/criticality'
const system = (stated: string, { criticality = 'critical', on = 'runsOn: host, ' } = {}) => `
    assets:
      - { id: ehr, kind: container, ${on}ephi: [stores], criticality: ${criticality} }
      - { id: host, kind: server, ephi: none, ${stated} }`

ruleTable(hostRanked, {
  system: (stated) => system(stated),
  rows: [
    ['on a host of normal rank', 'criticality: normal', 'fail', { path, severity: 'low' }],
    ['on a host of low rank', 'criticality: low', 'fail', path],
    ['on a critical host', 'criticality: critical', 'pass', path],
    ['on a host that lives depend on', 'criticality: life-safety', 'pass', path],
    ['on a host without a rank', 'count: 1', 'unproven', path],
  ],
  also: [
    [
      'lives depend on it, on a critical host',
      system('criticality: critical', { criticality: 'life-safety' }),
      'fail',
      { subject: 'ehr' },
    ],
    [
      'lives depend on it, and on its host',
      system('criticality: life-safety', { criticality: 'life-safety' }),
      'pass',
    ],
    ['not critical', system('criticality: low', { criticality: 'normal' }), 'not-applicable'],
    ['on no host that is described', system('criticality: low', { on: '' }), 'not-applicable'],
  ],
  message:
    'ehr: it is ranked higher than the host that it stands and falls with (it runs on host, of which `criticality` is normal)',
})
