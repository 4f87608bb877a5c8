import { offsite } from '#rules/backup/offsite.js'
import { ruleTable } from '#test/rule-table.js'

const path = '/backupPlans/nightly/copies/a/offsite'
const system = (copies: string) => `
    assets: [{ id: patients, kind: relational-database, ephi: [stores] }]
    backupPlans: [{ id: nightly, covers: {}, copies: [${copies}] }]`

ruleTable(offsite, {
  system: (stated) => system(`{ id: a, ${stated} }`),
  rows: [
    ['none elsewhere', 'offsite: false', 'fail', { path, severity: 'high' }],
    ['one elsewhere', 'offsite: true', 'pass', path],
    ['nothing said', 'frequency: 1 day', 'unproven', path],
  ],
  also: [
    ['the second is elsewhere', system('{ id: a, offsite: false }, { id: b, offsite: true }'), 'pass'],
    ['the second may be', system('{ id: a, offsite: false }, { id: b }'), 'unproven'],
    ['no copies, of which another rule speaks', system(''), 'not-applicable'],
  ],
  message: 'nightly: all its copies lie where the originals are (copies.a.offsite is false)',
})
