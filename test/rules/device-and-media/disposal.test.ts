import { disposal } from '#rules/device-and-media/disposal.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/files/disposal'

ruleTable(disposal, {
  system: (stated) => `
    vendors: [{ id: host }]
    assets: [{ id: files, kind: server, ephi: [stores], ${stated} }]`,
  rows: [
    ['nothing is done', 'disposal: none', 'fail', { path, severity: 'high' }],
    ['destroyed', 'disposal: { method: destroy }', 'pass', path],
    ['documented, method not said', 'disposal: { document: SOP-12 }', 'pass', path],
    ['nothing said', 'ownership: organisation', 'unproven', path],
    ['leased, of which another rule asks', 'ownership: leased, disposal: none', 'not-applicable'],
    ['on a vendor’s hardware', 'vendor: host, disposal: none', 'not-applicable'],
  ],
  notApplicable: 'assets: [{ id: db, kind: object-store, ephi: [stores], disposal: none }]',
  message: 'files: nothing is done to its media before they are disposed of (disposal is none)',
})
