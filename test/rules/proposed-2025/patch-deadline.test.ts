import { patchDeadline } from '#rules/proposed-2025/patch-deadline.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/db/patching/every'
const system = (stated: string, asset = 'kind: relational-database, ephi: [stores]') => `
    vendors: [{ id: host, responsibilities: { patching: vendor } }]
    assets: [{ id: db, ${asset}, ${stated} }]`

ruleTable(patchDeadline, {
  profile: 'hipaa-2025-proposed',
  system: (stated) => system(stated),
  rows: [
    ['every 16 days', 'patching: { every: 16 days }', 'fail', { path, severity: 'medium' }],
    ['every 15 days', 'patching: { every: 15 days }', 'pass', path],
    ['every 30 days', 'patching: { every: 30 days }', 'fail', path],
    ['every 31 days', 'patching: { every: 31 days }', 'fail', path],
    ['never', 'patching: { every: never }', 'fail', path],
    ['nothing said', 'tags: { a: b }', 'unproven', path],
  ],
  also: [
    [
      'a vendor patches',
      system('patching: { every: never }', 'kind: server, vendor: host, ephi: [stores]'),
      'not-applicable',
    ],
    ['nothing to patch', system('tags: { a: b }', 'kind: object-store, ephi: [stores]'), 'not-applicable'],
    [
      'something that is said to be patched',
      system('patching: { every: 16 days }', 'kind: object-store, ephi: [stores]'),
      'fail',
    ],
  ],
  parameters: [
    ['a month for all', { critical: 'P30D' }, 'patching: { every: 30 days }', 'pass'],
    ['a month for all, a day more', { critical: 'P30D' }, 'patching: { every: 31 days }', 'fail'],
    ['high ones sooner', { high: 'P10D' }, 'patching: { every: 11 days }', 'fail'],
  ],
  message: 'db: the proposal would have critical patches within 15 days (patching.every is 16 days)',
})
