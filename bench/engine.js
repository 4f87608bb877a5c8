// What the rules cost: all of 20,000 assets, and each on the examples.
//   node bench/engine.js --judge [--sparse]    measures the former alone, and prints it as JSON
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { descriptionTexts } from './generate.js'
import { AS_OF, cpuOf, isMain, ROOT, runNode } from './measure.js'
import { row } from './table.js'

const ASSETS = 20_000
/** The examples are small: so often they are judged, after that many rounds to warm up. */
const ROUNDS = 300
const WARM = 50
const SLOWEST = 5

const OPTIONS = { today: AS_OF, profile: 'hipaa' }

const loaded = async (file, bytes) => {
  const { load } = await import('../dist/src/audit.js')
  const result = load([{ file, bytes }], AS_OF)
  if ('problems' in result) throw new Error(result.problems[0].message)
  return result.infrastructure
}

const judged = async (sparse) => {
  const [{ judge }, { rules }] = await Promise.all([
    import('../dist/src/engine/judge.js'),
    import('../dist/rules/index.js'),
  ])
  const [text] = descriptionTexts({ assets: ASSETS, sparse })
  const infrastructure = await loaded('bench.yaml', new TextEncoder().encode(text))
  const { reached } = infrastructure.scope
  const { cpu, result } = cpuOf(() => judge(infrastructure, rules, OPTIONS))
  const slowest = result
    .map(({ rule: { id }, milliseconds }) => ({ id, milliseconds }))
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, SLOWEST)
  return { cpu, reached: reached.size, slowest }
}

/** The share of each rule in the time of all, in percent, over many rounds of all examples. */
const sharesOnExamples = async () => {
  const [{ judge }, { rules }] = await Promise.all([
    import('../dist/src/engine/judge.js'),
    import('../dist/rules/index.js'),
  ])
  const files = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.yaml'))
  const bytesOf = (file) => readFileSync(join(ROOT, 'examples', file))
  const times = new Map()
  for (let round = 0; round < ROUNDS; round++)
    for (const file of files) {
      const infrastructure = await loaded(file, bytesOf(file))
      infrastructure.scope.reached
      for (const { rule, milliseconds } of judge(infrastructure, rules, OPTIONS))
        if (round >= WARM) times.set(rule.id, (times.get(rule.id) ?? 0) + milliseconds)
    }
  const whole = [...times.values()].reduce((sum, one) => sum + one, 0)
  return [...times]
    .map(([id, milliseconds]) => ({ id, share: (100 * milliseconds) / whole }))
    .sort((one, other) => other.share - one.share)
}

export const engine = async () => {
  const rows = [false, true].flatMap((sparse) => {
    const args = [fileURLToPath(import.meta.url), '--judge', ...(sparse ? ['--sparse'] : [])]
    const { cpu, slowest } = JSON.parse(runNode(args, { stdout: true }).stdout)
    const kind = sparse ? 'sparse: ' : ''
    return [
      row('engine', `${kind}all rules, 20,000 assets, CPU`, cpu / 1000, 's', sparse ? {} : { limit: 1 }),
      ...slowest.map(({ id, milliseconds }) => row('engine', `${kind}${id}`, milliseconds, 'ms')),
    ]
  })
  const shares = (await sharesOnExamples()).slice(0, SLOWEST)
  return [
    ...rows,
    ...shares.map(({ id, share }) => row('engine', `examples: ${id}`, share, '%', { limit: 5 })),
  ]
}

if (isMain(import.meta.url)) console.log(JSON.stringify(await judged(process.argv.includes('--sparse'))))
