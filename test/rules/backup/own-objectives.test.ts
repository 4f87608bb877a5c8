import { ownObjectives } from '#rules/backup/own-objectives.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/copies/a/frequency'
const system = (copies: string, rpo = 'availability: { rpo: 4 hours }') => `
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], ${rpo} }
      - { id: letters, kind: file-share, ephi: [stores], availability: { rpo: 3 days } }
    backupPlans: [{ id: nightly, covers: {}, copies: [${copies}] }]`
const pointInTime = (back: string) => `
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], availability: { rpo: 5 minutes }, recovery: { pointInTime: ${back} } }
      - { id: letters, kind: file-share, ephi: [stores], availability: { rpo: 3 days } }
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, frequency: 1 day }] }]`

const restored = (tests: string, rto = 'rto: 4 hours', covers = '{}') => `
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], availability: { ${rto} } }
      - { id: brochures, kind: web-app, ephi: none, availability: { rto: 1 hour } }
    backupPlans: [{ id: nightly, covers: ${covers}, copies: [], ${tests} }]`
const took = (time: string, more = '') => `{ date: 2026-08-01, achievedRto: ${time}${more} }`
const tests = '/backupPlans/nightly/restoreTests'

ruleTable(ownObjectives, {
  system: (stated) => system(`{ id: a, ${stated} }`),
  rows: [
    ['less often', 'frequency: 1 day', 'fail', { path, severity: 'high' }],
    ['as often, the bound itself', 'frequency: 4 hours', 'pass', path],
    ['an hour less often', 'frequency: 5 hours', 'fail', path],
    ['not said how often', 'encrypted: true', 'unproven', path],
  ],
  also: [
    [
      'one of two copies is enough',
      system('{ id: a, frequency: 1 day }, { id: b, frequency: 1 hour }'),
      'pass',
    ],
    [
      'a copy of the copy may be older',
      system('{ id: a, frequency: 1 hour }, { id: b, from: a, frequency: 1 week }'),
      'pass',
    ],
    [
      'a restore that took as long as it may',
      restored(`restoreTests: [${took('4 hours')}]`),
      'pass',
      { subject: 'patients' },
    ],
    [
      'a restore that took longer',
      restored(`restoreTests: [${took('5 hours')}]`),
      'fail',
      { path: `${tests}/0/achievedRto`, severity: 'medium', subject: 'patients' },
    ],
    [
      'a restore without its time',
      restored('restoreTests: [{ date: 2026-08-01 }]'),
      'unproven',
      `${tests}/0/achievedRto`,
    ],
    ['restores of which nothing is said', restored('failureAlerts: true'), 'unproven', tests],
    ['no restore ever, of which another rule speaks', restored('restoreTests: []'), 'not-applicable'],
    [
      'the last restore counts, whatever their order',
      restored(
        `restoreTests: [${took('1 hour')}, { date: 2026-09-01, achievedRto: 5 hours }, { date: 2026-07-01, achievedRto: 1 hour }]`,
      ),
      'fail',
      `${tests}/1/achievedRto`,
    ],
    ['a restore of it', restored(`restoreTests: [${took('5 hours', ', assets: [patients]')}]`), 'fail'],
    [
      'a restore of something else',
      restored(`restoreTests: [${took('5 hours', ', assets: [brochures]')}]`),
      'unproven',
      tests,
    ],
    [
      'a restore that failed, of which another rule speaks',
      restored(`restoreTests: [${took('5 hours', ', result: failed')}]`),
      'unproven',
      tests,
    ],
    ['a restore that passed', restored(`restoreTests: [${took('5 hours', ', result: passed')}]`), 'fail'],
    ['no objective', restored(`restoreTests: [${took('5 hours')}]`, 'monitored: true'), 'not-applicable'],
    ['an objective of never', restored(`restoreTests: [${took('5 hours')}]`, 'rto: never'), 'not-applicable'],
    [
      'a plan that leaves it out',
      restored(`restoreTests: [${took('5 hours')}]`, 'rto: 4 hours', '{ id: brochures }'),
      'not-applicable',
    ],
    ['the shortest objective counts', system('{ id: a, frequency: 2 days }', 'tags: { a: b }'), 'pass'],
    [
      'a restore planned for later tells nothing',
      restored(`restoreTests: [${took('5 hours')}, { date: 2062-01-01, achievedRto: 1 hour }]`),
      'fail',
      `${tests}/0/achievedRto`,
    ],
    ['recovery to any moment needs no frequent copy', pointInTime('35 days'), 'pass'],
    ['no recovery to any moment', pointInTime('none'), 'fail', path],
    [
      'recovery to any moment of something else',
      pointInTime('35 days').replace('rpo: 3 days', 'rpo: 2 hours'),
      'fail',
      path,
    ],
    [
      'recovery to any moment of one, and the copy soon enough for the other',
      pointInTime('35 days').replace('rpo: 3 days', 'rpo: 1 day'),
      'pass',
    ],
    [
      'recovery to any moment of all that is covered',
      pointInTime('35 days').replace('availability: { rpo: 3 days }', 'region: US'),
      'pass',
      '/assets/patients/recovery/pointInTime',
    ],
    [
      'recovery to any moment of what alone has an objective, and how often it is copied is not said',
      `
    assets:
      - { id: letters, kind: file-share, ephi: [stores] }
      - { id: patients, kind: relational-database, ephi: [stores], availability: { rpo: 5 minutes }, recovery: { pointInTime: 35 days } }
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a }] }]`,
      'pass',
    ],
  ],
  notApplicable: `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, frequency: never }] }]`,
  message:
    'nightly/a: no copy is made as often as the recovery point objective asks (copies.a.frequency is 1 day)',
})
