// Breaks every comparison of every rule, one at a time, and tells which breaks no test notices: `npm run mutate [-- email]`.
// All runs in one process, since a rule is pure: its test is run again with the broken rule in its place.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { mutantsOf } from './mutants.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'dist-mutation')
const [wanted = ''] = process.argv.slice(2)

const filesIn = (folder, end) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(end))

/** Compiles sources, rules and tests into one folder, in which their short names resolve. */
const compile = () => {
  rmSync(OUT, { recursive: true, force: true })
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      '--outDir',
      OUT,
      '--declaration',
      'false',
      '--noEmit',
      'false',
      '--noCheck',
    ],
    { cwd: ROOT, stdio: 'inherit' },
  )
  for (const file of filesIn(join(ROOT, 'src'), '.json'))
    cpSync(join(ROOT, 'src', file), join(OUT, 'src', file))
  cpSync(join(ROOT, 'schemas'), join(OUT, 'schemas'), { recursive: true })
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const imports = { '#rule': './src/engine/rule.js', '#rules/*': './rules/*', '#test/*': './test/*' }
  const exports = { './schemas/*': './schemas/*', './package.json': './package.json' }
  writeFileSync(
    join(OUT, 'package.json'),
    JSON.stringify({ name, version, type: 'module', imports, exports }),
  )
  const stub = join(OUT, 'node_modules/vitest')
  mkdirSync(stub, { recursive: true })
  writeFileSync(
    join(stub, 'package.json'),
    JSON.stringify({ name: 'vitest', type: 'module', exports: './index.js' }),
  )
  writeFileSync(
    join(stub, 'index.js'),
    `export * from ${JSON.stringify(pathToFileURL(join(ROOT, 'scripts/small-runner.js')).href)}`,
  )
}

/** The tests of a module that was imported anew, run until one fails. */
const survives = async (test) => {
  const { runAll } = await import('./small-runner.js')
  return runAll(async () => {
    await import(`${pathToFileURL(test).href}`)
  })
}

/** The test of a rule, or of its whole module. */
const testOf = (id) => {
  const own = join(OUT, 'test/rules', `${id}.test.js`)
  const [module] = id.split('/')
  return existsSync(own) ? own : join(OUT, 'test/rules', module, `${module}.test.js`)
}

let number = 0

/** Whether the test of a rule passes with other code in the place of the rule. */
const passesWith = async (test, rule, code) => {
  number += 1
  const rulePath = join(dirname(rule), `mutant-${number}.js`)
  const testPath = join(dirname(test), `mutant-${number}.js`)
  writeFileSync(rulePath, code)
  const name = `#rules/${relative(join(OUT, 'rules'), rule)}`
  const other = `#rules/${relative(join(OUT, 'rules'), rulePath)}`
  writeFileSync(testPath, readFileSync(test, 'utf8').replaceAll(name, other))
  try {
    return await survives(testPath)
  } finally {
    rmSync(rulePath)
    rmSync(testPath)
  }
}

compile()
const total = { killed: 0, survived: 0 }
const survivors = []
for (const file of filesIn(join(OUT, 'rules'), '.js').sort()) {
  const id = file.slice(0, -3)
  if (file === 'index.js' || !id.startsWith(wanted)) continue
  const rule = join(OUT, 'rules', file)
  const test = testOf(id)
  const code = readFileSync(rule, 'utf8')
  if (!(await passesWith(test, rule, code))) {
    console.log(`${id}: its test fails as it is`)
    continue
  }
  for (const mutant of mutantsOf(code)) {
    if (await passesWith(test, rule, mutant.code)) {
      total.survived += 1
      survivors.push({ id, line: mutant.line, why: mutant.why, was: mutant.was.slice(0, 80) })
    } else total.killed += 1
  }
}
for (const { id, line, why, was } of survivors)
  console.log(`${id}:${line} ${why}: ${was.replace(/\s+/g, ' ')}`)
const all = total.killed + total.survived
console.log(`${total.killed} of ${all} killed (${((100 * total.killed) / all).toFixed(1)} %)`)
rmSync(OUT, { recursive: true, force: true })
