import { tamperProof } from '#rules/audit-controls/tamper-proof.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/ehr/audit/tamperProof'
const system = (stated: string, store = '', own = '') => `
    assets:
      - { id: ehr, kind: server, ephi: [stores], audit: { containsPhi: false, ${stated} }${own} }
      - { id: logs, kind: log-store, ephi: none${store} }`
const ONCE = ', integrity: { writeOnce: true }'
const OVER = ', integrity: { writeOnce: false }'

ruleTable(tamperProof, {
  system: (stated) => system(stated),
  rows: [
    ['can be altered', 'tamperProof: false', 'fail', { path, severity: 'medium' }],
    ['cannot be altered', 'tamperProof: true', 'pass', path],
    ['not said', 'enabled: true', 'unproven', path],
    ['not said by the store either', 'destination: logs', 'unproven', path],
    [
      'nothing recorded, of which another rule speaks',
      'enabled: false, tamperProof: false',
      'not-applicable',
    ],
  ],
  also: [
    ['the store is written once', system('destination: logs', ONCE), 'pass'],
    [
      'can be altered where it is made, and not where it lies',
      system('destination: logs, tamperProof: false', ONCE),
      'pass',
    ],
    [
      'the store can be written over',
      system('destination: logs', OVER),
      'fail',
      { path: '/assets/logs/integrity/writeOnce', severity: 'medium' },
    ],
    [
      'the store can be written over, and is guarded otherwise',
      system('destination: logs, tamperProof: true', OVER),
      'pass',
    ],
    ['a store that it does not go to is written once', system('tamperProof: false', ONCE), 'fail', path],
    ['stays on what is written once', system('destination: none', '', ONCE), 'pass'],
    [
      'goes to itself, which can be written over',
      system('destination: ehr', '', OVER),
      'fail',
      '/assets/ehr/integrity/writeOnce',
    ],
  ],
  message: 'ehr: whoever is recorded can alter the record (audit.tamperProof is false)',
})
