import { ownObjectives } from '#rules/backup/own-objectives.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/copies/a/frequency'
const system = (copies: string, rpo = 'availability: { rpo: 4 hours }') => `
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], ${rpo} }
      - { id: letters, kind: file-share, ephi: [stores], availability: { rpo: 3 days } }
    backupPlans: [{ id: nightly, covers: {}, copies: [${copies}] }]`

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
    ['the shortest objective counts', system('{ id: a, frequency: 2 days }', 'tags: { a: b }'), 'pass'],
  ],
  notApplicable: `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, frequency: never }] }]`,
  message:
    'nightly/a: no copy is made as often as the recovery point objective asks (copies.a.frequency is 1 day)',
})
