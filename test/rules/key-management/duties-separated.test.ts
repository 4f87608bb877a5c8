import { dutiesSeparated } from '#rules/key-management/duties-separated.js'
import { ruleTable } from '#test/rule-table.js'

const system = (members: number) => (stated: string) =>
  `
    identity: { groups: [{ id: ops, kind: workforce, members: ${members} }, { id: security, kind: workforce, members: 0 }] }
    keys: [{ id: master, ${stated} }]
    assets:
      - { id: patients, kind: relational-database, ephi: [stores], encryptionAtRest: { enabled: true, key: master } }`

ruleTable(dutiesSeparated, {
  system: system(4),
  rows: [
    [
      'the same group',
      'usableBy: [ops], administeredBy: [security, ops]',
      'fail',
      { path: '/keys/master/administeredBy', severity: 'medium' },
    ],
    ['two groups', 'usableBy: [ops], administeredBy: [security]', 'pass'],
    ['nobody administers', 'usableBy: [ops], administeredBy: none', 'pass'],
    ['administrators not said', 'usableBy: [ops]', 'unproven', '/keys/master/administeredBy'],
    ['users not said', 'administeredBy: [ops]', 'unproven', '/keys/master/usableBy'],
  ],
  also: [
    ['two persons', system(2)('usableBy: [ops], administeredBy: [ops]'), 'fail'],
    ['one person', system(1)('usableBy: [ops], administeredBy: [ops]'), 'not-applicable'],
  ],
  message: 'master: the same people use and administer it (ops can do both)',
})
