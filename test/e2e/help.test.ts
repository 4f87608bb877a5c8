import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hipaacheck } from './run.js'

const COMMANDS = readdirSync('src/commands', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) =>
    path
      .slice(0, -3)
      .replace(/\/index$/, '')
      .replaceAll('/', ' '),
  )

describe('help', () => {
  it('lists every command and every topic', () => {
    const { stdout, stderr, status } = hipaacheck(['--help'])
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(
      /^Tells a healthcare team .*\n\nVERSION\n {2}hipaacheck\/\d+\.\d+\.\d+ \S+ node-v\d/,
    )
    const first = (words: string) => words.split(' ')[0] as string
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${first(command)} `, 'm'))
    expect(hipaacheck([]).stdout).toBe(stdout)
  })

  it.each(COMMANDS)('of %s tells its flags, those of all commands too', (command) => {
    const { stdout, status } = hipaacheck([...command.split(' '), '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain(`USAGE\n  $ hipaacheck ${command} `)
    expect(stdout).toContain('\nGLOBAL FLAGS\n  --[no-]color ')
  })

  it.each([
    [['--version'], /^hipaacheck\/\d+\.\d+\.\d+ \w+-\w+ node-v[\d.]+\n$/, /^$/, 0],
    [
      ['probe'],
      /USAGE\n {2}\$ hipaacheck probe COMMAND\n\nCOMMANDS\n {2}probe mail .*\n {2}probe tls /,
      /^$/,
      0,
    ],
    [['probe:tls', '--help'], /hipaacheck probe tls \[TARGETS/, /^$/, 0],
    [['history', 'show', '--help'], /hipaacheck history show ID/, /^$/, 0],
    [['help'], /^$/, /^error: command help not found\n/, 2],
    [['probe', 'foo', '--x'], /^$/, /^error: command probe:foo not found\n/, 2],
    [['auddit', '--x'], /^$/, /^error: command auddit not found\n {2}did you mean: audit\n/, 2],
    [['--x', 'audit'], /^$/, /^error: command --x not found\n/, 2],
    [['auddit', '--help'], /^$/, /^error: Command auddit not found\.\n/, 2],
    [['audit', '-h'], /^$/, /^error: Nonexistent flag: -h\n/, 2],
    [['validate', '--', '--help'], /^$/, /--help: there is no such file/, 2],
  ])('%j', (args, stdout, stderr, status) => {
    const ran = hipaacheck(args)
    expect(ran.stdout).toMatch(stdout)
    expect(ran.stderr).toMatch(stderr)
    expect(ran.status).toBe(status)
  })
})

describe('--timing', () => {
  it('goes to standard error, and leaves the report and the exit code as they are', () => {
    const args = ['audit', 'examples/clinic.yaml', '--as-of', '2026-11-24', '--format', 'json']
    const plain = hipaacheck(args)
    const timed = hipaacheck([...args, '--timing'])
    expect(timed.stdout).toBe(plain.stdout)
    expect(timed.status).toBe(1)
    expect(plain.stderr).toBe('')
    for (const row of ['starting Node.js', 'reading files', 'asking the rules', 'rendering and writing'])
      expect(timed.stderr).toMatch(new RegExp(`^  ${row} +\\d+\\.\\d ms +\\d+ %$`, 'm'))
    expect(timed.stderr).toMatch(/^Time: [\d.]+ m?s, at most \d+ MB of memory\n/)
    expect(timed.stderr).toMatch(/^Slowest of \d+ rules/m)
  })
})
