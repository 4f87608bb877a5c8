// What an installation brings: bytes of the production dependencies, scripts that would run, and our own package.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './measure.js'
import { row } from './table.js'

const SCRIPTS = ['preinstall', 'install', 'postinstall']
const LARGEST = 5

const npm = (...args) => {
  const { stdout, stderr, status } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (stdout === '') throw new Error(`npm ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

const bytesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesIn(path)
    return entry.isFile() ? sum + statSync(path).size : sum
  }, 0)

export const install = () => {
  const folders = npm('ls', '--omit=dev', '--all', '--parseable').trim().split('\n').slice(1)
  const packages = folders.map((folder) => {
    const { name, scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { name, bytes: bytesIn(folder), scripts: SCRIPTS.filter((one) => one in scripts) }
  })
  const largest = packages.sort((one, other) => other.bytes - one.bytes).slice(0, LARGEST)
  const [packed] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts'))
  const whole = packages.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    row('install', `${packages.length} production dependencies`, whole / 1e6, 'MB', { limit: 15 }),
    ...largest.map(({ name, bytes }) => row('install', `of it ${name}`, bytes / 1e6, 'MB')),
    row('install', 'install scripts', packages.flatMap(({ scripts }) => scripts).length, '', { limit: 0 }),
    row('install', 'npm pack', packed.size / 1e6, 'MB', { limit: 2 }),
    row('install', 'unpacked', packed.unpackedSize / 1e6, 'MB'),
  ]
}
