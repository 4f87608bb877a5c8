// Renders a report of 50,000 findings in every format with a heap of 512 MB, and says how fast. Run after a build:
//   node bench/reports.js [findings] [format…]
// Each format runs in a process of its own. Nothing is kept of what a reporter yields, as when it goes to a file.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const HEAP_MEGABYTES = 512

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
    asOf: '2026-11-24',
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
  const milliseconds = performance.now() - started
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ bytes, longest, milliseconds, megabytes }))
}

if (process.argv[2] === '--one') await renderOne(process.argv[3], Number(process.argv[4]))
else {
  const { FORMATS } = await import('../dist/src/reporters/index.js')
  const [count = 50_000, ...asked] = process.argv
    .slice(2)
    .map((one, index) => (index === 0 ? Number(one) : one))
  for (const format of asked.length > 0 ? asked : FORMATS) {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        fileURLToPath(import.meta.url),
        '--one',
        format,
        String(count),
      ],
      { encoding: 'utf8' },
    )
    if (stdout === '') {
      console.log(`${format}: failed\n${stderr.slice(0, 2_000)}`)
      process.exitCode = 1
      continue
    }
    const { bytes, longest, milliseconds, megabytes } = JSON.parse(stdout)
    console.log(
      `${format}: ${(bytes / 1e6).toFixed(1)} MB in ${(milliseconds / 1000).toFixed(2)} s, ${(bytes / 1e3 / milliseconds).toFixed(0)} MB/s, longest piece ${(longest / 1e3).toFixed(0)} kB, ${megabytes.toFixed(0)} MB resident`,
    )
  }
}
