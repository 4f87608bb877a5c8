// Audits descriptions of 2,000 and 20,000 assets, and says how time and memory grow. Run after a build:
//   node bench/assets.js [assets…]
// Each size runs in a process of its own, so that one does not warm up the next.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const KINDS = [
  'relational-database',
  'object-store',
  'server',
  'cache',
  'queue',
  'container',
  'api',
  'log-store',
  'file-share',
  'workstation',
]

const describe = (count) => {
  const lines = [
    'version: 1',
    'system: { name: Bench }',
    'identity: { uniqueIds: true, groups: [{ id: staff, kind: workforce }] }',
    'keys: [{ id: k, manager: aws-kms }]',
    'assets:',
  ]
  for (let index = 0; index < count; index++) {
    lines.push(
      `  - id: asset-${index}`,
      `    kind: ${KINDS[index % KINDS.length]}`,
      `    tags: { team: t${index % 7} }`,
    )
    if (index % 3 === 0)
      lines.push(
        '    ephi: [stores]',
        `    encryptionAtRest: { enabled: ${index % 2 === 0}, algorithm: AES-256-GCM, key: k }`,
      )
    lines.push(
      '    endpoints: [{ port: 443, protocol: https, exposure: internal, tls: { versions: [TLSv1.2, TLSv1.3] } }]',
    )
  }
  lines.push('flows:')
  for (let index = 1; index < count; index++)
    lines.push(
      `  - { from: asset-${index - 1}, to: asset-${index}/443${index % 2 ? ', carries: ephi' : ''} }`,
    )
  lines.push(
    'backupPlans: [{ id: n, covers: { kind: relational-database }, copies: [{ id: a, frequency: 1 day }] }]',
  )
  return lines.join('\n')
}

if (process.argv[2] === '--one') {
  const { audit } = await import('../dist/src/audit.js')
  const bytes = new TextEncoder().encode(describe(Number(process.argv[3])))
  const started = performance.now()
  const audited = audit([{ file: 'bench.yaml', bytes }], { asOf: '2026-11-24' })
  const milliseconds = performance.now() - started
  if ('problems' in audited) throw new Error(audited.problems[0].message)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      milliseconds,
      megabytes,
      findings: audited.report.findings.length,
      bytes: bytes.length,
    }),
  )
} else {
  const sizes = process.argv.slice(2).map(Number)
  const rows = (sizes.length > 0 ? sizes : [2_000, 20_000]).map((count) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), '--one', String(count)],
      { encoding: 'utf8' },
    )
    if (stdout === '') throw new Error(stderr)
    return { assets: count, ...JSON.parse(stdout) }
  })
  for (const { assets, milliseconds, megabytes, findings, bytes } of rows) {
    console.log(
      `${assets} assets (${(bytes / 1e6).toFixed(1)} MB): ${(milliseconds / 1000).toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${findings} findings`,
    )
  }
  const [first, last] = [rows[0], rows.at(-1)]
  if (first && last && last.assets > first.assets) {
    console.log(
      `${last.assets / first.assets} times the assets: ${(last.milliseconds / first.milliseconds).toFixed(1)} times the time, ${(last.megabytes / first.megabytes).toFixed(1)} times the memory`,
    )
  }
}
