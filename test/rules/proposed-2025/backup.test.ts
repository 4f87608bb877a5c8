import { backup } from '#rules/proposed-2025/backup.js'
import { ruleTable } from '#test/rule-table.js'

const plan = '/backupPlans/nightly'
const system = (copies: string, tests = 'restoreTests: [{ date: 2026-11-01 }]', asset = 'tags: { a: b }') => `
    assets:
      - { id: files, kind: file-share, ephi: [stores], ${asset} }
      - { id: letters, kind: file-share, ephi: [stores], recovery: { pointInTime: 7 days } }
    backupPlans: [{ id: nightly, covers: {}, copies: [${copies}], ${tests} }]`
const daily = '{ id: a, frequency: 1 day }'

ruleTable(backup, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => system(`{ id: a, ${stated} }`),
  rows: [
    [
      'every 49 hours',
      'frequency: 49 hours',
      'fail',
      { path: `${plan}/copies/a/frequency`, severity: 'medium' },
    ],
    ['every 48 hours', 'frequency: 48 hours', 'pass'],
    ['every two days', 'frequency: 2 days', 'pass'],
    ['not said how often', 'encrypted: true', 'unproven', `${plan}/copies/a/frequency`],
  ],
  also: [
    [
      'one of two copies is young enough',
      system('{ id: a, frequency: 1 week }, { id: b, frequency: 1 day }'),
      'pass',
    ],
    [
      'a copy of an old copy is no younger',
      system('{ id: a, frequency: 1 week }, { id: b, from: a, frequency: 1 day }'),
      'fail',
    ],
    ['a copy of an asset', system('{ id: a, from: files, frequency: 1 day }'), 'pass'],
    [
      'recovery to any moment',
      system('{ id: a, frequency: 1 week }', undefined, 'recovery: { pointInTime: 7 days }'),
      'pass',
    ],
    [
      'recovery to any moment of some of it',
      system('{ id: a, frequency: 1 week }', undefined, 'recovery: { pointInTime: none }'),
      'fail',
    ],
    ['a restore a month ago', system(daily, 'restoreTests: [{ date: 2026-10-24 }]'), 'pass'],
    [
      'a restore a day more than a month ago',
      system(daily, 'restoreTests: [{ date: 2026-10-23 }]'),
      'fail',
      { path: `${plan}/restoreTests/0/date`, severity: 'medium' },
    ],
    [
      'the last restore counts, whatever their order',
      system(daily, 'restoreTests: [{ date: 2026-01-01 }, { date: 2026-11-01 }, { date: 2026-02-01 }]'),
      'pass',
    ],
    ['never restored', system(daily, 'restoreTests: []'), 'fail', `${plan}/restoreTests`],
    ['restores not said', system(daily, 'failureAlerts: true'), 'unproven', `${plan}/restoreTests`],
    ['no copies, of which another rule speaks', system(''), 'not-applicable'],
    [
      'a restore planned for tomorrow',
      system(daily, 'restoreTests: [{ date: 2026-11-25 }]'),
      'unproven',
      `${plan}/restoreTests`,
    ],
  ],
  parameters: [
    ['a week allowed', { age: 'P1W' }, 'frequency: 1 week', 'pass'],
    ['a restore every week', { restore: 'P1W' }, 'frequency: 1 day', 'fail'],
  ],
  notApplicable: 'assets: [{ id: files, kind: file-share, ephi: [stores] }]',
  message:
    'nightly: the proposal would allow no copy that is more than 48 hours older than the data (copies.a.frequency is 49 hours)',
})
