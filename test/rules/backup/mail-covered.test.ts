import { expect, it } from 'vitest'
import { mailCovered } from '#rules/backup/mail-covered.js'
import { noteOf } from '#test/note-of.js'
import { ruleTable } from '#test/rule-table.js'

const none = 'backupPlans: []'
const system = (stated: string, asset = 'kind: mail-server') => `
    vendors: [{ id: host, responsibilities: { backup: vendor } }, { id: both, responsibilities: { backup: shared } }]
    assets: [{ id: mail, ephi: [stores], ${asset} }, { id: files, kind: file-share, ephi: none }]
    ${stated}`

ruleTable(mailCovered, {
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
      'backupPlans: [{ id: n, covers: { id: files }, copies: [{ frequency: 1 day }] }]',
      'fail',
      { path: '/backupPlans', severity: 'high' },
    ],
    ['covered', 'backupPlans: [{ id: n, covers: { id: mail }, copies: [{ frequency: 1 day }] }]', 'pass'],
    [
      'an archive of what is sent is no copy of the mailboxes',
      `${none}\n    email: { streams: [{ id: s, sender: mail, carries: ephi, archive: files }] }`,
      'fail',
    ],
  ],
  also: [
    [
      'a gateway that keeps other things, of which another rule speaks',
      system(none, 'kind: mail-gateway'),
      'not-applicable',
    ],
    ['the vendor backs up', system(none, 'kind: mail-server, vendor: host'), 'not-applicable'],
    ['we back up as well', system(none, 'kind: mail-server, vendor: both'), 'fail'],
    [
      'hosted mailboxes',
      system(`${none}\n    email: { inbound: { mailServers: [mail] } }`, 'kind: saas, vendor: both'),
      'fail',
    ],
    [
      'hosted mailboxes that the vendor backs up',
      system(`${none}\n    email: { inbound: { mailServers: [mail] } }`, 'kind: saas, vendor: host'),
      'not-applicable',
    ],
    ['a server of other things, of which another rule speaks', system(none, 'kind: saas'), 'not-applicable'],
    [
      'a gateway that passes mail on',
      system(none, 'kind: mail-gateway').replace('[stores]', '[transmits]'),
      'not-applicable',
    ],
    [
      'a server that keeps mail an hour',
      system(none, 'kind: mail-server, transient: 1 hour'),
      'not-applicable',
    ],
  ],
  notApplicable: `assets: [{ id: mail, kind: mail-server, ephi: none }]\n${none}`,
  message: 'mail: the mail on it has no backup (backupPlans is [])',
})

it('notes what backs it up', () =>
  expect(
    noteOf(
      mailCovered,
      system('backupPlans: [{ id: n, covers: {}, copies: [{ frequency: 1 day }] }, { id: m, covers: {} }]'),
    ),
  ).toBe('backed up by n, m'))
