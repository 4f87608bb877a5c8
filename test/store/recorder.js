// Records reports one after another with the built package: the tests run several of it at once, and kill it.
import { audit } from '../../dist/src/audit.js'
import { appendReport } from '../../dist/src/store/history.js'
import { openDatabase } from '../../dist/src/store/open.js'

const [location, count] = process.argv.slice(2)
const text = 'version: 1\nsystem: { name: Recorder }\nassets: [{ id: ehr, kind: server, ephi: [stores] }]'
const audited = audit([{ file: 'infra.yaml', bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
const report = { ...audited.report, padding: 'x'.repeat(200_000) }
const database = await openDatabase(location)
for (let index = 0; index < Number(count); index++) {
  const json = JSON.stringify({ ...report, index, noise: Math.random() })
  await appendReport(database, report, json, new Date())
  process.stdout.write('recorded\n')
}
await database.close()
