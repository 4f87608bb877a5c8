// Runs processes and says what they took. Machines are busy: CPU time and medians say more than one look at a clock.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const CLI = join(ROOT, 'bin/run.js')
/** A day that never changes what is judged. */
export const AS_OF = '2026-11-24'

const ON_EXIT = fileURLToPath(new URL('on-exit.cjs', import.meta.url))

/**
 * Runs Node.js with arguments: wall-clock and CPU milliseconds, and the most memory in MB. What it prints is thrown away
 * unless `stdout` asks for it. An exit code above 1 is an error.
 */
export const runNode = (args, { cwd = ROOT, env = process.env, stdout = false, cost = true } = {}) => {
  const started = performance.now()
  const ran = spawnSync(process.execPath, [...(cost ? ['-r', ON_EXIT] : []), ...args], {
    cwd,
    env,
    stdio: ['ignore', stdout ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1024 ** 3,
  })
  const wall = performance.now() - started
  if (ran.status === null || ran.status > 1) throw new Error(`${args.join(' ')}: ${String(ran.stderr)}`)
  return { wall, ...(cost ? JSON.parse(String(ran.output[3])) : {}), stdout: String(ran.stdout ?? '') }
}

export const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Runs each of some works so many times in turn, so that what else the machine does hits them alike. */
export const inTurn = (times, works) => {
  const results = works.map(() => [])
  for (let time = 0; time < times; time++)
    for (const [index, work] of works.entries()) results[index].push(work())
  return results
}

/** CPU milliseconds of a work within this process, and what it gives. */
export const cpuOf = (work) => {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, result }
}

/** A new folder, and what removes it. */
export const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Calls a function with a folder that is gone afterwards. */
export const inFolder = async (use) => {
  const { folder, remove } = temporaryFolder()
  try {
    return await use(folder)
  } finally {
    remove()
  }
}

/** The machine, as far as numbers depend on it. */
export const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory: Math.round(totalmem() / 1e9),
  node: process.version,
  load: loadavg().map((one) => Number(one.toFixed(2))),
})

/** Whether a module is the program that was called. */
export const isMain = (url) => process.argv[1] === fileURLToPath(url)
