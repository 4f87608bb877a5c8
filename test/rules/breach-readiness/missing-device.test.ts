import { missingDevice } from '#rules/breach-readiness/missing-device.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/laptops/custody/missing'
const system = (
  custody: string,
  asset = 'encryptionAtRest: false',
  rest = 'governance: { breachLog: none }',
) => `
    keys: [{ id: chip, manager: tpm }, { id: beside, manager: file, storedWith: laptops }, { id: somewhere, manager: file }]
    assets: [{ id: laptops, kind: mobile-device, count: 40, ephi: [stores], custody: { ${custody} }, ${asset} }]
    ${rest}`
const encryptedBy = (key: string) => `encryptionAtRest: { enabled: true, key: ${key} }`
const exception = (set: string) =>
  `${encryptedBy('chip')}, exceptions: [{ count: 3, why: loaners, set: { ${set} } }]`
const logged = 'governance: { breachLog: { document: breaches.xlsx } }'

ruleTable(missingDevice, {
  system: (stated) => system('missing: 1', stated),
  rows: [
    ['not encrypted', 'encryptionAtRest: false', 'fail', { path, severity: 'critical' }],
    ['encrypted, and its key apart', encryptedBy('chip'), 'pass'],
    ['encrypted, and its key beside', encryptedBy('beside'), 'fail', { path, severity: 'high' }],
    [
      'encrypted, and where its key lies is not said',
      encryptedBy('somewhere'),
      'unproven',
      '/keys/somewhere/storedWith',
    ],
    [
      'encrypted, and no key is stated',
      'encryptionAtRest: true',
      'unproven',
      '/assets/laptops/encryptionAtRest/key/storedWith',
    ],
    ['whether it was encrypted is not said', 'region: US', 'fail', { path, severity: 'high' }],
    [
      'encrypted with a broken cipher',
      'encryptionAtRest: { enabled: true, algorithm: DES, key: chip }',
      'fail',
      { path, severity: 'high' },
    ],
    [
      'encrypted with a sound cipher',
      'encryptionAtRest: { enabled: true, algorithm: AES-128-XTS, key: chip }',
      'pass',
    ],
    [
      'encrypted by a product',
      'encryptionAtRest: { enabled: true, algorithm: BitLocker, key: chip }',
      'pass',
    ],
  ],
  also: [
    ['none is missing', system('missing: 0'), 'pass', path],
    ['how many are missing is not said', system('log: true'), 'not-applicable'],
    [
      'a log is kept, and the assessment is asked for',
      system('missing: 1', 'encryptionAtRest: false', logged),
      'unproven',
      { path, severity: 'critical' },
    ],
    [
      'a log is kept, of what had its key beside it',
      system('missing: 1', encryptedBy('beside'), logged),
      'unproven',
      { path, severity: 'high' },
    ],
    [
      'whether a log is kept is not said',
      system('missing: 1', 'encryptionAtRest: false', 'system: { name: Clinic }'),
      'unproven',
      { path: '/governance/breachLog', severity: 'critical' },
    ],
    [
      'the assessment is signed for',
      system(
        'missing: 1',
        'encryptionAtRest: false',
        `governance: { breachLog: none }\n    attestations: [{ subjects: { id: laptops }, facts: [custody.missing], by: Officer, document: Assessment 7 }]`,
      ),
      'pass',
    ],
    [
      'it may be one of those that are not encrypted',
      system('missing: 1', exception('encryptionAtRest: { enabled: false }')),
      'fail',
      { path, severity: 'critical', subject: 'laptops' },
    ],
    [
      'those that are not encrypted are counted by themselves',
      system('missing: 1', exception('encryptionAtRest: { enabled: false }, custody: { missing: 0 }')),
      'pass',
    ],
    [
      'one of those is missing',
      system('missing: 0', exception('encryptionAtRest: { enabled: false }, custody: { missing: 1 }')),
      'fail',
      { path: '/assets/laptops/exceptions/loaners/custody/missing', severity: 'critical' },
    ],
    [
      'all of them are exceptions',
      system('missing: 1', exception('encryptionAtRest: { enabled: false }')).replace(
        'count: 40',
        'count: 3',
      ),
      'fail',
      { severity: 'critical' },
    ],
    ['no ePHI', system('missing: 1').replace('[stores]', 'none'), 'not-applicable'],
  ],
  message:
    'laptops (40): some are missing, and no breach was ever logged (1 missing, not encrypted; governance.breachLog is none)',
})
