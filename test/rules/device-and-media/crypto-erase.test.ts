import { cryptoErase } from '#rules/device-and-media/crypto-erase.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/files/encryptionAtRest/enabled'

ruleTable(cryptoErase, {
  system: (stated) => `
    assets: [{ id: files, kind: server, ephi: [stores], disposal: { method: crypto-erase }, ${stated} }]`,
  rows: [
    ['never encrypted', 'encryptionAtRest: false', 'fail', { path, severity: 'high' }],
    ['encrypted', 'encryptionAtRest: true', 'pass', path],
    ['nothing said', 'count: 1', 'unproven', path],
  ],
  notApplicable: [
    'assets: [{ id: files, kind: server, ephi: [stores], disposal: none, encryptionAtRest: false }]',
    'assets: [{ id: files, kind: server, ephi: [stores], disposal: { method: clear }, encryptionAtRest: false }]',
    'assets: [{ id: files, kind: server, ephi: [stores], encryptionAtRest: false }]',
  ],
  message:
    'files: destroying a key erases nothing, for it was never encrypted (encryptionAtRest.enabled is false)',
})
