import { mechanism } from '#rules/integrity/mechanism.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/integrity/checksums'
const system = (stated: string, { kind = 'kind: relational-database', records = '', backup = 'us' } = {}) => `
    vendors: [{ id: v, responsibilities: { backup: ${backup} } }]
    records: { x-a: 1${records} }
    assets: [{ id: ehr, ${kind}, ephi: [stores], vendor: v, ${stated} }]`
const NONE = 'integrity: { checksums: false, signatures: false, writeOnce: false }'
const plan = (stated: string, copies = '[{ frequency: 1 day }]') => `
    assets: [{ id: ehr, kind: cache, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: ${copies}, ${stated} }]`
const verified = '/backupPlans/nightly/verified'

ruleTable(mechanism, {
  system: (stated) => system(stated),
  rows: [
    ['nothing', NONE, 'fail', { path, severity: 'medium' }],
    ['checksums', 'integrity: { checksums: true }', 'pass'],
    ['signatures', 'integrity: { checksums: false, signatures: true }', 'pass'],
    ['written once', 'integrity: { writeOnce: true }', 'pass'],
    [
      'no checksums, and no more said',
      'integrity: { checksums: false }',
      'unproven',
      '/assets/ehr/integrity/signatures',
    ],
    ['nothing said', 'count: 1', 'unproven', path],
    ['a cache', `${NONE}, purpose: cache`, 'not-applicable'],
    ['a replica', `${NONE}, purpose: replica`, 'not-applicable'],
    ['a copy', `${NONE}, purpose: backup`, 'not-applicable'],
    ['a log', `${NONE}, purpose: log`, 'not-applicable'],
    ['temporary', `${NONE}, purpose: temporary`, 'not-applicable'],
    ['for tests', `${NONE}, purpose: non-production`, 'not-applicable'],
    ['short-lived', `${NONE}, transient: 1 day`, 'not-applicable'],
    ['an original by its word', `${NONE}, transient: 1 day, purpose: primary`, 'fail'],
    ['an archive by its word', `${NONE}, transient: 1 day, purpose: archive`, 'fail'],
  ],
  also: [
    [
      'an archive by its kind, where others are of record',
      system(NONE, { kind: 'kind: archive', records: ', systemsOfRecord: [other]' }).replace(
        'assets: [',
        'assets: [{ id: other, kind: server, integrity: { checksums: true } }, ',
      ),
      'fail',
    ],
    [
      'where others are of record',
      system(NONE, { records: ', systemsOfRecord: [other]' }).replace(
        'assets: [',
        'assets: [{ id: other, kind: server, integrity: { checksums: true } }, ',
      ),
      'not-applicable',
    ],
    ['of record', system(NONE, { kind: 'kind: saas', records: ', systemsOfRecord: [ehr]' }), 'fail'],
    [
      'of record, a group with an exception',
      system(
        `count: 3, exceptions: [{ count: 1, why: old, set: { ${NONE} } }], integrity: { checksums: true }`,
        { kind: 'kind: saas', records: ', systemsOfRecord: [ehr]' },
      ),
      'fail',
      { subject: 'ehr~old' },
    ],
    ['kept by a vendor alone', system(NONE, { backup: 'vendor' }), 'not-applicable'],
    ['kept by a vendor and us', system(NONE, { backup: 'shared' }), 'fail'],
    ...['cache', 'log-store', 'backup-vault', 'workstation', 'saas'].map(
      (kind) =>
        [
          `${kind}, which keeps no originals by its kind`,
          system(NONE, { kind: `kind: ${kind}` }),
          'not-applicable',
        ] as const,
    ),
    [
      'a replica of another',
      `assets: [{ id: db, kind: server, ephi: [stores], integrity: { checksums: true } }, { id: copy, kind: server, replicaOf: db, ${NONE} }]`,
      'pass',
    ],
    [
      'derived from another',
      `assets: [{ id: db, kind: server, ephi: [stores], integrity: { checksums: true } }, { id: lake, kind: server, derivedFrom: db, ${NONE} }]`,
      'pass',
    ],
    ['copies that nothing verifies', plan('verified: none'), 'fail', { path: verified, severity: 'low' }],
    ['copies with checksums', plan('verified: checksum'), 'pass'],
    ['copies that are restored', plan('verified: automated-restore'), 'pass'],
    ['whether copies are verified is not said', plan('failureAlerts: true'), 'unproven', { path: verified }],
    ['a plan without copies', plan('verified: none', '[]'), 'not-applicable'],
  ],
  message:
    'ehr: nothing would show that its records were altered (integrity.checksums, signatures and writeOnce are false)',
})
