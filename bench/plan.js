// Imports and audits a plan of Terraform of about so many megabytes, and compares with JSON.parse of the same text.
// Run after a build:
//   node bench/plan.js [megabytes]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AS_OF, cpuOf, inFolder, isMain, runNode } from './measure.js'
import { row, tableText } from './table.js'

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

const MEGABYTES = 100

/** Measures a plan of so many megabytes in this process. */
const measure = (megabytes) =>
  inFolder(async (folder) => {
    const file = join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(planOf(megabytes * 125)))
    const { auditLoaded, load } = await import('../dist/src/audit.js')
    const bytes = readFileSync(file)
    const parse = cpuOf(() => JSON.parse(bytes.toString('utf8'))).cpu
    const { cpu: importing, result: loaded } = cpuOf(() => load([{ file, bytes }], AS_OF))
    const judging = cpuOf(() => auditLoaded(loaded, {})).cpu
    return { bytes: bytes.length, assets: loaded.infrastructure.assets.length, parse, importing, judging }
  })

export const plan = (megabytes = MEGABYTES) => {
  const { stdout, memory } = runNode([fileURLToPath(import.meta.url), '--one', String(megabytes)], {
    stdout: true,
  })
  const { bytes, assets, parse, importing, judging } = JSON.parse(stdout)
  const what = `${Math.round(bytes / 1e6)} MB, ${assets} assets`
  return [
    row('plan', `${what}: JSON.parse, CPU`, parse / 1000, 's'),
    row('plan', `${what}: import, CPU`, importing / 1000, 's'),
    row('plan', `${what}: import against JSON.parse`, importing / parse, 'times'),
    row('plan', `${what}: rules and report, CPU`, judging / 1000, 's'),
    row('plan', `${what}: memory`, memory, 'MB'),
  ]
}

if (isMain(import.meta.url)) {
  const [first, second] = process.argv.slice(2)
  if (first === '--one') console.log(JSON.stringify(await measure(Number(second))))
  else console.log(tableText(plan(Number(first ?? MEGABYTES))))
}
