// Records reports one after another with the built package: the tests run several of it at once, and kill it.
import { appendReport } from '../../dist/src/store/history.js'
import { openDatabase } from '../../dist/src/store/open.js'

const [location, count] = process.argv.slice(2)
const report = {
  tool: { version: '0' },
  system: { name: 'Recorder' },
  gate: {},
  summary: {},
  inputs: [],
  padding: 'x'.repeat(200_000),
}
const database = await openDatabase(location)
for (let index = 0; index < Number(count); index++) {
  const json = JSON.stringify({ ...report, index, noise: Math.random() })
  await appendReport(database, report, json, new Date())
  process.stdout.write('recorded\n')
}
await database.close()
