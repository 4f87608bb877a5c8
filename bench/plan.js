// A plan of Terraform of about so many megabytes: imported and audited as a process, against one that only parses it.
// Run after a build:
//   node bench/plan.js [megabytes]
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AS_OF, CLI, inFolder, inTurn, isMain, median, runNode } from './measure.js'
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

const PARSE = "JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))"
const TIMES = 3

export const plan = (megabytes = MEGABYTES) =>
  inFolder((folder) => {
    const file = join(folder, 'plan.json')
    const count = megabytes * 125
    writeFileSync(file, JSON.stringify(planOf(count)))
    const [audits, parses] = inTurn(TIMES, [
      () => runNode([CLI, 'audit', file, '--no-config', '--as-of', AS_OF]),
      () => runNode(['-e', PARSE, file]),
    ])
    const of = (runs, key) => median(runs.map((one) => one[key]))
    const what = `${Math.round(statSync(file).size / 1e6)} MB, ${count} resources`
    return [
      row('plan', `${what}: JSON.parse alone`, of(parses, 'wall') / 1000, 's'),
      row('plan', `${what}: audit`, of(audits, 'wall') / 1000, 's'),
      row('plan', 'audit against JSON.parse', of(audits, 'wall') / of(parses, 'wall'), 'times', { limit: 4 }),
      row('plan', 'the same, CPU', of(audits, 'cpu') / of(parses, 'cpu'), 'times'),
      row('plan', 'memory of the audit', of(audits, 'memory'), 'MB', { limit: 1500 }),
    ]
  })

if (isMain(import.meta.url)) console.log(tableText(await plan(Number(process.argv[2] ?? MEGABYTES))))
