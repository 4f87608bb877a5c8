// Renders a report of 50,000 findings in every format with a heap of 512 MB, and says how fast. Run after a build:
//   node bench/reports.js [findings] [format…]
// Each format runs in a process of its own. Nothing is kept of what a reporter yields, as when it goes to a file.
import { fileURLToPath } from 'node:url'
import { AS_OF, isMain, runNode } from './measure.js'
import { row, tableText } from './table.js'

const FINDINGS = 50_000
const HEAP_MEGABYTES = 512
/** Enough of either: so fast, or in so little time. */
const MEGABYTES_A_SECOND = 20
const SECONDS = 3

const DESCRIPTION = `version: 1
system: { name: Bench, individuals: 61400 }
vendors: [{ id: v, name: Vendor, relationship: business-associate, baa: none }]
assets:
  - { id: a, kind: relational-database, ephi: [stores], encryptionAtRest: false }
  - { id: b, kind: server, ephi: none, vendor: v, endpoints: [{ port: 443, protocol: https }] }
flows: [{ from: a, to: b, carries: ephi, encryption: false }]
`

/** Findings of a small audit, again and again under other names; strings are made anew, as an audit makes them. */
const bigReport = (report, count) => {
  const findings = []
  for (let index = 0; index < count; index++) {
    const copy = JSON.parse(JSON.stringify(report.findings[index % report.findings.length]))
    const renamed = (text) => `${text}-${index}`
    copy.fingerprint = index.toString(16).padStart(24, '0')
    copy.message = renamed(copy.message)
    copy.subjects = copy.subjects.map((subject) => ({
      ...subject,
      id: renamed(subject.id),
      label: renamed(subject.label),
      fingerprint: `${index.toString(16).padStart(20, '0')}${subject.fingerprint.slice(0, 4)}`,
    }))
    findings.push(copy)
  }
  return { ...report, findings }
}

const renderOne = async (format, count) => {
  const { audit } = await import('../dist/src/audit.js')
  const { reporterOf } = await import('../dist/src/reporters/index.js')
  const audited = audit([{ file: 'bench.yaml', bytes: new TextEncoder().encode(DESCRIPTION) }], {
    asOf: AS_OF,
  })
  if ('problems' in audited) throw new Error(audited.problems[0].message)
  const report = bigReport(audited.report, count)
  const reporter = await reporterOf(format)
  const started = performance.now()
  let bytes = 0
  let longest = 0
  for (const piece of reporter.render(report, { color: false, columns: 80 })) {
    const size = Buffer.byteLength(piece)
    bytes += size
    longest = Math.max(longest, size)
  }
  return { bytes, longest, milliseconds: performance.now() - started }
}

const rowsOf = (format, count) => {
  const args = [fileURLToPath(import.meta.url), '--one', format, String(count)]
  const { stdout, memory } = runNode([`--max-old-space-size=${HEAP_MEGABYTES}`, ...args], { stdout: true })
  const { bytes, longest, milliseconds } = JSON.parse(stdout)
  const speed = bytes / 1e3 / milliseconds
  const seconds = milliseconds / 1000
  const isQuick = seconds <= SECONDS
  return [
    row(
      'reports',
      `${format}, ${(bytes / 1e6).toFixed(0)} MB`,
      seconds,
      's',
      isQuick ? { limit: SECONDS } : {},
    ),
    row(
      'reports',
      `${format}, speed`,
      speed,
      'MB/s',
      isQuick ? {} : { limit: MEGABYTES_A_SECOND, atLeast: true },
    ),
    row('reports', `${format}, longest piece`, longest / 1e3, 'kB'),
    row('reports', `${format}, memory`, memory, 'MB'),
  ]
}

export const reports = async (count = FINDINGS, asked = []) => {
  const { FORMATS } = await import('../dist/src/reporters/index.js')
  return (asked.length > 0 ? asked : FORMATS).flatMap((format) => rowsOf(format, count))
}

if (isMain(import.meta.url)) {
  const [first, second, ...others] = process.argv.slice(2)
  if (first === '--one') console.log(JSON.stringify(await renderOne(second, Number(others[0]))))
  else {
    const asked = [second, ...others].filter((one) => one !== undefined)
    console.log(tableText(await reports(first === undefined ? FINDINGS : Number(first), asked)))
  }
}
