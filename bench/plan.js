// Imports and audits a plan of Terraform of about so many megabytes, and compares with JSON.parse of the same text.
// Run after a build:
//   node bench/plan.js [megabytes]
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TYPES = [
  'aws_db_instance',
  'aws_s3_bucket',
  'aws_ebs_volume',
  'aws_sqs_queue',
  'aws_lb',
  'aws_iam_role',
  'aws_subnet',
]

/** About 8 kB in the three places where a plan says all of a resource. */
const ATTRIBUTES = Object.fromEntries(
  Array.from({ length: 80 }, (_, index) => [
    `attribute_${index}`,
    [null, index % 3 === 0, `value-${index}`, [index, { k: index }]][index % 4],
  ]),
)

const planOf = (count) => {
  const resources = Array.from({ length: count }, (_, index) => {
    const [type, name] = [TYPES[index % TYPES.length], `r${index}`]
    const values = {
      ...ATTRIBUTES,
      storage_encrypted: index % 2 === 0,
      engine: 'postgres',
      engine_version: '15.3',
    }
    return { address: `module.m.${type}.${name}`, mode: 'managed', type, name, values }
  })
  const calls = resources.map(({ type, name }) => ({
    address: `${type}.${name}`,
    expressions: Object.fromEntries(Object.keys(ATTRIBUTES).map((key) => [key, { constant_value: 1 }])),
  }))
  return {
    format_version: '1.2',
    planned_values: { root_module: { child_modules: [{ address: 'module.m', resources }] } },
    resource_changes: resources.map(({ values, ...rest }) => ({
      ...rest,
      change: { actions: ['create'], after: values },
    })),
    configuration: { root_module: { module_calls: { m: { module: { resources: calls } } } } },
  }
}

const milliseconds = (work) => {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [Math.round((user + system) / 1000), result]
}

const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-bench-'))
try {
  const file = join(folder, 'plan.json')
  writeFileSync(file, JSON.stringify(planOf(Number(process.argv[2] ?? 100) * 125)))
  const { auditLoaded, load } = await import('../dist/src/audit.js')
  const bytes = readFileSync(file)
  const [parse] = milliseconds(() => JSON.parse(bytes.toString('utf8')))
  const [importing, loaded] = milliseconds(() => load([{ file, bytes }], '2026-11-24'))
  const [judging] = milliseconds(() => auditLoaded(loaded, {}))
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${Math.round(statSync(file).size / 1e6)} MB, ${loaded.infrastructure.assets.length} assets`)
  console.log(
    `JSON.parse ${parse} ms; import ${importing} ms (${(importing / parse).toFixed(1)} times); rules and report ${judging} ms; ${memory} MB at most`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
