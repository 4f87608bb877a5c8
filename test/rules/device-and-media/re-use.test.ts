import { reUse } from '#rules/device-and-media/re-use.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/assets/copier/disposal'

ruleTable(reUse, {
  system: (stated) => `
    assets: [{ id: copier, kind: printer, ownership: leased, ephi: [stores], ${stated} }]`,
  rows: [
    ['nothing is done', 'disposal: none', 'fail', { path, severity: 'high' }],
    ['purged', 'disposal: { method: purge }', 'pass', path],
    ['nothing said', 'count: 2', 'unproven', path],
  ],
  notApplicable: [
    'assets: [{ id: copier, kind: printer, ephi: [stores], disposal: none }]',
    'assets: [{ id: db, kind: object-store, ownership: leased, ephi: [stores], disposal: none }]',
  ],
  message: 'copier: it goes back to its owner with what is on it (disposal is none)',
})
