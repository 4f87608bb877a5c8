import { expect, it } from 'vitest'
import { storeCovered } from '#rules/backup/store-covered.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const system = (stated: string, asset = 'kind: relational-database') => `
    vendors: [{ id: host, responsibilities: { backup: vendor } }, { id: both, responsibilities: { backup: shared } }]
    assets:
      - { id: source, kind: server, ephi: none }
      - { id: patients, ephi: [stores], ${asset} }
    ${stated}`
const none = 'backupPlans: []'

ruleTable(storeCovered, {
  system: (stated) => system(stated),
  rows: [
    ['no plan at all', none, 'fail', { path: '/backupPlans', severity: 'critical' }],
    ['no plan said', 'system: { name: x }', 'unproven', '/backupPlans'],
    [
      'a plan that makes no copy',
      'backupPlans: [{ id: n, covers: {}, copies: [] }]',
      'fail',
      { path: '/backupPlans/n/copies', severity: 'critical' },
    ],
    [
      'a plan whose copies are not said',
      'backupPlans: [{ id: n, covers: {} }]',
      'unproven',
      '/backupPlans/n/copies',
    ],
    [
      'a plan that leaves it out',
      'backupPlans: [{ id: n, covers: { id: other }, copies: [{ frequency: 1 day }] }]',
      'fail',
      { path: '/backupPlans', severity: 'high' },
    ],
    ['covered', 'backupPlans: [{ id: n, covers: { id: patients }, copies: [{ frequency: 1 day }] }]', 'pass'],
    [
      'covered by one of two',
      'backupPlans: [{ id: m, covers: {}, copies: [] }, { id: n, covers: {}, copies: [{ frequency: 1 day }] }]',
      'pass',
    ],
  ],
  also: [
    [
      'a plan that says of what its copies are made',
      system('backupPlans: [{ id: n, copies: [{ from: patients, frequency: 1 day }] }]'),
      'pass',
    ],
    [
      'a plan whose copies are made of something else',
      system('backupPlans: [{ id: n, copies: [{ from: source, frequency: 1 day }] }]'),
      'fail',
      { severity: 'high' },
    ],
    [
      'a plan that says whom it covers, and of what a copy is made',
      system(
        'backupPlans: [{ id: n, covers: { id: source }, copies: [{ from: patients, frequency: 1 day }] }]',
      ),
      'fail',
    ],
    [
      'where a plan puts what is made of another',
      system(
        'backupPlans: [{ id: n, copies: [{ from: source, to: patients }, { from: patients, frequency: 1 day }] }]',
      ),
      'fail',
    ],
    ['a mail gateway that keeps things', system(none, 'kind: mail-gateway'), 'fail'],
    ['a cache', system(none, 'kind: cache'), 'not-applicable'],
    ['a queue that is the only place', system(none, 'kind: queue, purpose: primary'), 'fail'],
    ['a queue that is said to be a replica', system(none, 'kind: queue, purpose: replica'), 'not-applicable'],
    ['a temporary store', system(none, 'kind: file-share, purpose: temporary'), 'not-applicable'],
    ['a cache by purpose', system(none, 'kind: file-share, purpose: cache'), 'not-applicable'],
    ['a replica', system(none, 'kind: relational-database, replicaOf: source'), 'not-applicable'],
    ['a replica by purpose', system(none, 'kind: relational-database, purpose: replica'), 'not-applicable'],
    ['derived data', system(none, 'kind: search-index, derivedFrom: source'), 'not-applicable'],
    ['what lives an hour', system(none, 'kind: object-store, transient: 1 hour'), 'not-applicable'],
    ['a backup itself', system(none, 'kind: backup-vault'), 'not-applicable'],
    ['backups by purpose', system(none, 'kind: object-store, purpose: backup'), 'not-applicable'],
    ['the vendor backs up', system(none, 'kind: saas, vendor: host'), 'not-applicable'],
    ['we back up as well', system(none, 'kind: saas, vendor: both'), 'fail'],
    ['an archive is no copy', system(none, 'kind: archive'), 'fail'],
    ['mailboxes', system(none, 'kind: mail-server'), 'fail', { severity: 'critical' }],
    [
      'mailboxes of which an archive keeps what is sent',
      system(
        `${none}\n    email: { streams: [{ id: s, sender: patients, carries: ephi, archive: source }] }`,
        'kind: mail-server',
      ),
      'fail',
      { subject: 'patients' },
    ],
    [
      'hosted mailboxes',
      system(`${none}\n    email: { inbound: { mailServers: [patients] } }`, 'kind: saas, vendor: both'),
      'fail',
    ],
    [
      'hosted mailboxes that the vendor backs up',
      system(`${none}\n    email: { inbound: { mailServers: [patients] } }`, 'kind: saas, vendor: host'),
      'not-applicable',
    ],
    [
      'a gateway that passes mail on',
      system(none, 'kind: mail-gateway').replace('[stores]', '[transmits]'),
      'not-applicable',
    ],
    ['mail that is kept an hour', system(none, 'kind: mail-server, transient: 1 hour'), 'not-applicable'],
    ['non-production', system(none, 'kind: server, environment: test'), 'not-applicable'],
  ],
  message: 'patients: it has no backup (backupPlans is [])',
})

it('notes what backs it up', () =>
  expect(
    noteOf(
      storeCovered,
      system('backupPlans: [{ id: n, covers: {}, copies: [{ frequency: 1 day }] }, { id: m, covers: {} }]'),
    ),
  ).toBe('backed up by n, m'))
