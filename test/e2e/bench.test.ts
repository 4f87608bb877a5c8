import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hipaacheck } from './run.js'

const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' })

const generated = (...args: string[]): string => node('bench/generate.js', ...args).stdout

describe('what is made to be measured', () => {
  it.each([[[]], [['--sparse']]])('%j: is the same from the same seed, and another from another', (flags) => {
    const text = generated('300', ...flags)
    expect(text).toBe(generated('300', '--seed', '1', ...flags))
    expect(text).not.toBe(generated('300', '--seed', '2', ...flags))
  })

  it.each([
    ['full', []],
    ['sparse', ['--sparse']],
  ])('%s: is a valid description, a third of which holds ePHI', (_, flags) => {
    const text = generated('600', ...flags)
    const { stdout, status } = hipaacheck(['validate', '-'], { input: text })
    expect(status).toBe(0)
    expect(stdout).toMatch(/valid \(600 assets, 600 flows, 40 vendors\)/)
    const holding = text.match(/^ {4}ephi: \[/gm)?.length ?? 0
    expect(holding).toBeGreaterThan(150)
    expect(holding).toBeLessThan(250)
  })

  it('states most facts, or hardly any', () => {
    const unproven = (...flags: string[]) => {
      const { stdout } = hipaacheck(['audit', '-', '--as-of', '2026-11-24', '--format', 'json'], {
        input: generated('300', ...flags),
      })
      const { outcomes } = (JSON.parse(stdout) as { summary: { outcomes: Record<string, number> } }).summary
      const { pass = 0, fail = 0, unproven: open = 0 } = outcomes
      expect(fail).toBeGreaterThan(0)
      return open / (pass + fail + open)
    }
    expect(unproven()).toBeLessThan(0.2)
    expect(unproven('--sparse')).toBeGreaterThan(0.8)
  })
})

describe('npm run bench', () => {
  it('refuses what it has no suite for', () => {
    const { stderr, stdout, status } = node('bench/run.js', 'speed')
    expect(stderr).toBe(
      'there is no suite speed\n  suites: start scale growth engine install reports plan html; tls oracles\n',
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  })
})

describe('the table of what was measured', () => {
  it.each([
    ['holds at the bar itself', 'value: 2, limit: 2', 'holds'],
    ['does not hold above it', 'value: 2.01, limit: 2', 'DOES NOT HOLD'],
    ['holds at what is wanted at least', 'value: 20, limit: 20, atLeast: true', 'holds'],
    ['does not hold below it', 'value: 19.9, limit: 20, atLeast: true', 'DOES NOT HOLD'],
  ])('%s', (_, numbers, verdict) => {
    const script = `import { tableText } from './bench/table.js'
      console.log(tableText([{ suite: 's', name: 'n', unit: 'times', ${numbers} }]).split('\\n')[1])`
    expect(node('--input-type=module', '-e', script).stdout).toMatch(new RegExp(` times {2}${verdict}\n$`))
  })

  it('compares by name, in percent', () => {
    const script = `import { comparisonText } from './bench/table.js'
      const one = (name, value) => ({ suite: 's', name, value, unit: 'ms' })
      console.log(comparisonText([one('a', 200), one('gone', 1)], [one('a', 150), one('new', 1)]))`
    expect(node('--input-type=module', '-e', script).stdout).toBe(
      'suite  what  before  now     change\ns      a     200 ms  150 ms  -25.0 %\n',
    )
  })
})
