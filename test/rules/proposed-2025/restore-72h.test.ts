import { restore72h } from '#rules/proposed-2025/restore-72h.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/availability/rto'
const system = (stated: string, asset = 'criticality: critical', tests = '') => `
    vendors: [{ id: host, responsibilities: { backup: vendor } }]
    assets: [{ id: ehr, kind: server, ephi: [stores], ${asset}, availability: { instances: 1, ${stated} } }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a }]${tests} }]`
const took = (time: string) => `, restoreTests: [{ date: 2026-11-01, achievedRto: ${time} }]`

ruleTable(restore72h, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => system(stated),
  rows: [
    ['four days', 'rto: 4 days', 'fail', { path, severity: 'medium' }],
    ['72 hours', 'rto: 72 hours', 'pass', path],
    ['73 hours', 'rto: 73 hours', 'fail', path],
    ['never', 'rto: never', 'fail', path],
    ['nothing said', 'monitored: true', 'unproven', path],
  ],
  also: [
    ['life depends on it', system('rto: 4 days', 'criticality: life-safety'), 'fail'],
    ['less critical', system('rto: 4 days', 'criticality: normal'), 'not-applicable'],
    ['not said how critical', system('rto: 4 days', 'tags: { a: b }'), 'not-applicable'],
    ['a vendor restores it', system('rto: 4 days', 'criticality: critical, vendor: host'), 'not-applicable'],
    [
      'a restore took three days, no objective',
      system('monitored: true', undefined, took('72 hours')),
      'pass',
    ],
    [
      'a restore took longer than its objective',
      system('rto: 1 day', undefined, took('73 hours')),
      'fail',
      '/backupPlans/nightly/restoreTests/0/achievedRto',
    ],
    [
      'a restore was quicker than its objective',
      system('rto: 4 days', undefined, took('1 hour')),
      'fail',
      path,
    ],
  ],
  parameters: [['a week allowed', { limit: 'P1W' }, 'rto: 7 days', 'pass']],
  message: 'ehr: the proposal would have it back within 72 hours (availability.rto is 4 days)',
})
