import { monitored } from '#rules/availability/monitored.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/availability/monitored'
const system = (stated: string, criticality = 'critical') => `
    assets: [{ id: ehr, kind: server, ephi: [stores], criticality: ${criticality}, availability: { ${stated} } }]`

ruleTable(monitored, {
  system: (stated) => system(stated),
  rows: [
    ['nobody is told', 'monitored: false', 'fail', { path, severity: 'low' }],
    ['somebody is told', 'monitored: true', 'pass', path],
    ['not said', 'instances: 2', 'unproven', path],
  ],
  also: [
    ['lives depend on it', system('monitored: false', 'life-safety'), 'fail', { severity: 'low' }],
    ['not critical', system('monitored: false', 'low'), 'not-applicable'],
  ],
  notApplicable:
    'assets: [{ id: site, kind: web-app, ephi: none, criticality: critical, availability: { monitored: false } }]',
  message: 'ehr: it is critical, and nobody is told when it is down (availability.monitored is false)',
})
