import { useRestricted } from '#rules/key-management/use-restricted.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/keys/master/usableBy'
const system = (access: string) => (stated: string) =>
  `
    identity: { groups: [{ id: clinicians, kind: workforce }, { id: billing, kind: workforce }, { id: app, kind: service }] }
    keys: [{ id: master, ${stated} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], ${access} encryptionAtRest: { enabled: true, key: master } }`
const backups = (stated: string, access = 'access: { authorised: [clinicians] },') => `
    identity: { groups: [{ id: clinicians, kind: workforce }, { id: billing, kind: workforce }] }
    keys: [{ id: master, ${stated} }]
    assets: [{ id: patients, kind: relational-database, ephi: [stores], ${access} region: US }]
    backupPlans: [{ id: nightly, covers: {}, copies: [{ id: a, key: master }] }]`

ruleTable(useRestricted, {
  system: system('access: { authorised: [clinicians] },'),
  rows: [
    ['everybody', 'usableBy: [everyone]', 'fail', { path, severity: 'high' }],
    ['a group that may not read', 'usableBy: [clinicians, billing]', 'fail', { path, severity: 'medium' }],
    ['those who may read', 'usableBy: [clinicians]', 'pass', path],
    ['the application', 'usableBy: [clinicians, app]', 'pass', path],
    ['nobody', 'usableBy: none', 'pass', path],
    ['nothing said', 'manager: aws-kms', 'unproven', path],
  ],
  also: [
    [
      'who may read is not said',
      system('')('usableBy: [clinicians]'),
      'unproven',
      '/assets/patients/access/authorised',
    ],
    ['a key of copies, used by who may read what is copied', backups('usableBy: [clinicians]'), 'pass', path],
    ['a key of copies, used by others', backups('usableBy: [clinicians, billing]'), 'fail', path],
    [
      'a key of copies, of data of which it is not said who may read it',
      backups('usableBy: [clinicians]', ''),
      'unproven',
      '/assets/patients/access/authorised',
    ],
  ],
  message: 'master: more people can use it than may read the data (usableBy is everyone)',
})
