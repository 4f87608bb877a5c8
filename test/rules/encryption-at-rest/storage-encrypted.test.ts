import { storageEncrypted } from '#rules/encryption-at-rest/storage-encrypted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/patients/encryptionAtRest/enabled'

/** A store that gets backups, by what more is said of it. */
const store = (stated: string, more = '') => `
    backupPlans: [{ id: nightly, covers: { id: db }, copies: [{ to: nas }] }]
    assets:
      - { id: db, kind: relational-database, ephi: [stores], encryptionAtRest: true }
      - { id: scans, kind: api, ephi: [processes] }
      - { id: nas, ${stated}, encryptionAtRest: false }
    ${more}`

/** An API that only passes ePHI on, unless it is said to hold some. */
const held = (holds: string) => `
    assets:
      - { id: db, kind: relational-database, ephi: [stores], encryptionAtRest: true }
      - { id: app, kind: api, ${holds}, encryptionAtRest: false }
    flows: [{ from: db, to: app, carries: ephi }]`

ruleTable(storageEncrypted, {
  system: (stated) => `
    vendors:
      - { id: host, responsibilities: { encryptionAtRest: vendor } }
      - { id: both, responsibilities: { encryptionAtRest: shared } }
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], ${stated} }`,
  rows: [
    ['not encrypted', 'encryptionAtRest: false', 'fail', { path, severity: 'high' }],
    ['encrypted', 'encryptionAtRest: true', 'pass', path],
    ['said how, not whether', 'encryptionAtRest: { algorithm: AES-256-GCM }', 'pass'],
    ['said how and denied', 'encryptionAtRest: { enabled: false, algorithm: AES-256-GCM }', 'fail', path],
    ['a layer alone', 'encryptionAtRest: { layer: volume }', 'unproven', path],
    ['nothing said', 'zone: internet', 'unproven', path],

    ['the vendor runs it', 'vendor: host', 'not-applicable'],
    ['the vendor runs it, and does not encrypt', 'vendor: host, encryptionAtRest: false', 'fail', path],
    ['both run it, and nothing is said', 'vendor: both', 'unproven', path],
    ['both run it', 'vendor: both, encryptionAtRest: false', 'fail', path],
    [
      'some are otherwise',
      'count: 5, encryptionAtRest: true, exceptions: [{ count: 2, why: old, set: { encryptionAtRest: false } }]',
      'fail',
      '/assets/patients/exceptions/old/encryptionAtRest/enabled',
    ],
  ],
  notApplicable: [
    'assets: [{ id: brochures, kind: object-store, ephi: none, encryptionAtRest: false }, { id: a, kind: api, ephi: [processes] }]',
    'assets: [{ id: laptops, kind: mobile-device, ephi: [stores], encryptionAtRest: false }]',
    `
    backupPlans: [{ id: nightly, covers: { id: none-such }, copies: [{ to: vault }] }]
    assets: [{ id: vault, kind: backup-vault, ephi: [stores], encryptionAtRest: false }]`,
  ],
  also: [
    ['what stores by its own word', held('holds: ephi'), 'fail', { subject: 'app' }],
    ['what may store', held('holds: deidentified'), 'fail', { subject: 'app' }],
    ['what is said to hold none', held('holds: none'), 'pass', { subject: 'app' }],
    ['a share that gets backups alone', store('kind: file-share'), 'pass', { subject: 'nas' }],
    [
      'a share that also has ePHI of its own',
      store('kind: file-share, ephi: [stores]'),
      'fail',
      { subject: 'nas' },
    ],
    [
      'a share that also gets ePHI from elsewhere',
      store('kind: file-share', 'flows: [{ from: scans, to: nas, carries: ephi }]'),
      'fail',
      { subject: 'nas' },
    ],
    [
      'a share from which ePHI is fetched',
      store('kind: file-share', 'flows: [{ from: nas, to: scans, carries: ephi }]'),
      'fail',
      { subject: 'nas' },
    ],
    [
      'a share by which what has no ePHI passes too',
      store('kind: file-share', 'flows: [{ from: scans, to: nas, carries: none }]'),
      'pass',
      { subject: 'nas' },
    ],
    [
      'a share whose backups are written as a flow',
      store('kind: file-share', 'flows: [{ from: db, to: nas, carries: ephi }]'),
      'pass',
      { subject: 'nas' },
    ],
    [
      'a share for backups by purpose',
      store('kind: file-share, ephi: [stores], purpose: backup'),
      'pass',
      { subject: 'nas' },
    ],
    ['a vault with backups', store('kind: backup-vault, ephi: [stores]'), 'pass', { subject: 'nas' }],
    [
      'a cache',
      'assets: [{ id: c, kind: cache, ephi: [stores], encryptionAtRest: false }]',
      'fail',
      { severity: 'medium' },
    ],
    [
      'a log store',
      'assets: [{ id: c, kind: log-store, ephi: [stores], encryptionAtRest: false }]',
      'fail',
      { severity: 'medium' },
    ],
    [
      'a vault that no plan fills',
      'assets: [{ id: c, kind: backup-vault, ephi: [stores], encryptionAtRest: false }]',
      'fail',
      { severity: 'high' },
    ],
    [
      'an alternative',
      `
      assets: [{ id: mri, kind: medical-device, ephi: [stores], encryptionAtRest: false }]
      alternatives:
        - specification: 164.312(a)(2)(iv)
          subjects: { id: mri }
          decision: alternative
          factors: { size: small, technical: its maker forbids changes, cost: a new scanner, risk: low }
          whyNotReasonable: it cannot encrypt
          equivalentMeasure: a locked room and a network of its own
          riskAnalysis: RA-2026
          approvedBy: Dr. Reyes
          approvedOn: 2026-01-10
          reviewBy: 2027-01-10`,
      'alternative',
    ],
  ],
  message: 'patients: what it stores is not encrypted (encryptionAtRest.enabled is false)',
})
