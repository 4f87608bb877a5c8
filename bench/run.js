// Measures what was promised of speed and size, and says what holds. Run after a build, on a machine that is quiet:
//   npm run bench [-- SUITE…] [--record FILE] [--compare FILE] [--markdown]
// Suites with bars: start scale growth engine install reports; without: plan html. Comparisons with others, which need
// more than this repository, run by themselves with what follows them: tls, oracles.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { engine } from './engine.js'
import { growth } from './growth.js'
import { html } from './html.js'
import { install } from './install.js'
import { machine } from './measure.js'
import { plan } from './plan.js'
import { reports } from './reports.js'
import { scale } from './scale.js'
import { start } from './start.js'
import { comparisonText, holds, machineText, markdownText, tableText } from './table.js'

const SUITES = { start, scale, growth, engine, install, reports, plan, html }
const COMPARISONS = ['tls', 'oracles']

/** Runs a comparison as a program of its own. */
const compareWith = ([name, ...args]) => {
  const script = fileURLToPath(new URL(`${name}.js`, import.meta.url))
  process.exitCode = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status ?? 1
}

const refuse = (message) => {
  process.stderr.write(`${message}\n  suites: ${Object.keys(SUITES).join(' ')}; ${COMPARISONS.join(' ')}\n`)
  process.exitCode = 2
}

const measured = async (names) => {
  const rows = []
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`)
    try {
      rows.push(...(await SUITES[name]()))
    } catch (error) {
      // What the other suites took so long to measure is shown all the same.
      process.stderr.write(`${name} failed: ${error.message}\n`)
      process.exitCode = 1
    }
  }
  return rows
}

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      record: { type: 'string' },
      compare: { type: 'string' },
      markdown: { type: 'boolean', default: false },
    },
  })
  const unknown = positionals.find((name) => !Object.hasOwn(SUITES, name))
  if (unknown !== undefined) return refuse(`there is no suite ${unknown}`)
  const before = values.compare === undefined ? undefined : JSON.parse(readFileSync(values.compare, 'utf8'))
  const measuredOn = new Date().toISOString()
  const where = machine()
  const rows = await measured(positionals.length > 0 ? positionals : Object.keys(SUITES))
  if (values.record !== undefined)
    writeFileSync(values.record, `${JSON.stringify({ measuredOn, machine: where, rows }, undefined, 2)}\n`)
  const bars = rows.filter((one) => holds(one) !== undefined)
  const kept = bars.filter(holds).length
  process.stdout.write(`${machineText(where)}; ${measuredOn.slice(0, 10)}\n\n`)
  process.stdout.write(`${values.markdown ? markdownText(rows) : tableText(rows)}\n\n`)
  process.stdout.write(`${kept} of ${bars.length} bars hold\n`)
  if (before) process.stdout.write(`\nSince ${before.measuredOn}:\n${comparisonText(before.rows, rows)}\n`)
}

const args = process.argv.slice(2)
if (COMPARISONS.includes(args[0])) compareWith(args)
else await main()
