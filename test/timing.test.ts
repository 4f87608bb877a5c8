import { afterEach, describe, expect, it } from 'vitest'
import { audit } from '../src/audit.js'
import { endTiming, PHASES, startTiming, timed, timedRules } from '../src/timing.js'
import { timingText } from '../src/timing-text.js'

const DESCRIPTION = new TextEncoder().encode(
  'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n',
)

const wait = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

afterEach(() => {
  endTiming()
})

describe('timing', () => {
  it('measures nothing where nobody asked', () => {
    expect(timed('judge', () => 7)).toBe(7)
    timedRules(() => {
      throw new Error('asked for')
    })
    expect(endTiming()).toEqual({ phases: new Map(), rules: [] })
  })

  it('counts a phase within another once', () => {
    startTiming()
    const started = performance.now()
    const result = timed('check', () => {
      wait(5)
      timed('parse', () => wait(20))
      wait(5)
      return 'done'
    })
    const elapsed = performance.now() - started
    const { phases } = endTiming()
    expect(result).toBe('done')
    expect(phases.get('parse')).toBeGreaterThanOrEqual(20)
    expect(phases.get('check')).toBeGreaterThanOrEqual(10)
    expect([...phases.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(elapsed)
    expect([...phases.keys()].sort()).toEqual(['check', 'parse'])
  })

  it('counts a phase until its promise is kept, or broken', async () => {
    startTiming()
    await timed('read', () => new Promise((resolve) => setTimeout(resolve, 15)))
    await expect(timed('write', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(() =>
      timed('judge', () => {
        throw new Error('ours')
      }),
    ).toThrow('ours')
    timed('read', () => wait(5))
    const { phases } = endTiming()
    expect(phases.get('read')).toBeGreaterThanOrEqual(18)
    expect([...phases.keys()]).toEqual(['read', 'write', 'judge'])
  })

  it('sees every phase of an audit but those of files, and each rule', () => {
    startTiming()
    const audited = audit([{ file: 'a.yaml', bytes: DESCRIPTION }], { asOf: '2026-11-24' })
    const { phases, rules } = endTiming()
    expect(audited).toHaveProperty('report')
    expect([...phases.keys()].sort()).toEqual(
      PHASES.filter((phase) => phase !== 'read' && phase !== 'write').sort(),
    )
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThan(100)
    expect(rules.every(({ milliseconds }) => milliseconds >= 0)).toBe(true)
  })
})

describe('the text of a timing', () => {
  const rules = Array.from({ length: 12 }, (_, index) => ({
    id: `module/rule-${index}`,
    milliseconds: index,
  }))
  const spent = { bootstrap: 40, started: 55, whole: 200, memory: 96e6 }

  it('is a table of phases in their order, of the slowest rules, and of memory', () => {
    const phases = new Map([
      ['judge', 60],
      ['parse', 20],
    ] as const)
    expect(timingText({ phases, rules: rules.slice(9) }, spent)).toBe(
      `Time: 200.0 ms, at most 96 MB of memory
  starting Node.js                                        40.0 ms   20 %
  loading the program                                     15.0 ms    8 %
  parsing them                                            20.0 ms   10 %
  asking the rules                                        60.0 ms   30 %
  everything else                                         65.0 ms   33 %
Slowest of 3 rules, as shares of the time of all rules
  module/rule-11                                          11.0 ms   37 %
  module/rule-10                                          10.0 ms   33 %
  module/rule-9                                            9.0 ms   30 %
`,
    )
  })

  it('shows ten rules, the slowest first, in 80 columns', () => {
    const lines = timingText({ phases: new Map(), rules }, { ...spent, whole: 754_321 }).split('\n')
    expect(lines[0]).toBe('Time: 754.3 s, at most 96 MB of memory')
    expect(lines.filter((line) => line.includes('module/'))).toHaveLength(10)
    expect(lines.findIndex((line) => line.includes('rule-11'))).toBeLessThan(
      lines.findIndex((line) => line.includes('rule-2 ')),
    )
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  it('needs no rules, and no time', () => {
    const text = timingText(
      { phases: new Map(), rules: [] },
      { bootstrap: 0, started: 0, whole: 0, memory: 0 },
    )
    expect(text).toContain('everything else                                          0.0 ms    0 %\n')
    expect(text).not.toContain('Slowest')
  })
})
