import { describe, expect, it } from 'vitest'
import { verificationText } from '../src/history-text.js'
import { type Entry, entryOf, keptReport } from '../src/store/entry.js'
import type { Link } from '../src/store/history.js'
import { barParts, seriesOf } from '../src/trend.js'
import { trendHtml } from '../src/trend-html.js'
import { trendText } from '../src/trend-text.js'
import { reportOnSystem } from './store/history.js'

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }

const link = (day: number, failures: Partial<Entry['failures']>, change: Partial<Entry> = {}): Link => {
  const entry = entryOf(reportOnSystem(), keptReport(''), day, `2026-03-0${day}T10:30:00.000Z`)
  return { entry: { ...entry, failures: { ...NONE, ...failures }, ...change }, hash: String(day) }
}

const plain = { color: false, columns: 80 }

describe('series', () => {
  it('part by system and profile, and keep the last', () => {
    const links = [
      link(1, {}),
      link(2, {}, { system: 'Other' }),
      link(3, {}, { profile: 'fips' }),
      link(4, {}),
      link(5, {}),
    ]
    const numbers = (last?: number) =>
      seriesOf(links, last).map(({ entries }) => entries.map(({ sequence }) => sequence))
    expect(numbers()).toEqual([[1, 4, 5], [2], [3]])
    expect(numbers(2)).toEqual([[4, 5], [2], [3]])
    expect(numbers(3)).toEqual([[1, 4, 5], [2], [3]])
  })
})

describe('bars', () => {
  it.each<
    [
      name: string,
      failures: Partial<Entry['failures']>,
      most: number,
      columns: number,
      parts: readonly number[],
    ]
  >([
    ['nothing', {}, 10, 20, []],
    ['in proportion', { high: 5, low: 5 }, 10, 20, [10, 10]],
    ['half of the most', { high: 5 }, 10, 20, [10]],
    ['one that is too little to see', { critical: 1, high: 999 }, 1000, 20, [1, 19]],
    [
      'one that rounding would leave out',
      { critical: 50, high: 50, medium: 50, low: 1 },
      151,
      8,
      [3, 3, 1, 1],
    ],
  ])('%s', (_, failures, most, columns, parts) => {
    expect(barParts({ ...NONE, ...failures }, most, columns).map(([, part]) => part)).toEqual(parts)
  })
})

describe('the trend on a terminal', () => {
  it('has a line for each report', () => {
    const findings = { fail: 4, unproven: 12, alternative: 0, accepted: 0 }
    const text = trendText(
      seriesOf([link(1, { critical: 1, high: 3 }, { findings }), link(2, { medium: 2 })]),
      plain,
    )
    expect(text.split('\n').slice(0, 4)).toEqual([
      'A small practice, profile hipaa',
      '                   crit high  med  low info unproven',
      '  2026-03-01 10:30    1    3    0    0    0       12  ███████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓',
      expect.stringMatching(/^ {2}2026-03-02 10:30 {4}0 {4}0 {4}2 {4}0 {4}0 +\d+ {2}▒{13}$/),
    ])
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  })

  it('shows no escape sequence of a name', () => {
    const text = trendText(seriesOf([link(1, {}, { system: 'a\u001b[31m\nb' })]), { ...plain, color: true })
    expect(text).not.toContain('\u001b[31m\n')
    expect(text).toContain('a\\u{1b}[31m b')
  })
})

describe('the trend as a page', () => {
  const page = trendHtml(
    seriesOf([
      link(1, { critical: 1, high: 3 }),
      link(3, { high: 2 }),
      link(2, { high: 1 }),
      link(4, {}, { system: '<script>alert(1)</script>"&\u001b' }),
    ]),
  )

  it('needs nothing else, and lets nothing in', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(page).not.toMatch(/<script|src=|href=|url\(|@import/)
    expect(page).not.toContain('\u001b')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;\\u{1b}')
  })

  it('has the numbers in words too', () => {
    expect(page).toContain('<td>2026-03-01 10:30, no. 1</td><td>1</td><td>3</td><td>0</td>')
    expect(page).toContain('<title>2026-03-01 10:30: 1 critical, 3 high; ')
    expect(page).toContain('From 4 to 1 failures')
  })

  it('draws where numbers are: no height is none, no step goes back', () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|width="-/)
    const [, path = ''] = /class="high" d="M([^Z]*)Z"/.exec(page) ?? []
    const points = path.split('L').map((pair) => pair.split(',').map(Number))
    // Four failures are the most: 8 is the top, 196 the bottom; two days, and then a clock that was put back.
    expect(points.slice(0, 6)).toEqual([
      [44, 55],
      [858.1, 55],
      [858.1, 102],
      [858.1, 102],
      [858.1, 149],
      [892, 149],
    ])
  })
})

describe('what verifying found', () => {
  const head = { sequence: 2, hash: 'f'.repeat(64) }

  it.each([
    [
      'one report',
      { count: 1, head, tampering: [] },
      /^Whole: 1 report, none altered, none missing between\nhead f{64}\n/,
    ],
    ['no report', { count: 0, tampering: [] }, /^Whole: 0 reports, [^\n]*\nNote/],
    [
      'two things',
      { count: 2, head, tampering: [{ sequence: 1, what: 'is missing' }, { what: 'it all is' }] },
      /^Altered: 2 things in 2 reports\n {2}report 1: is missing\n {2}it all is\nhead f{64}\n$/,
    ],
  ])('%s', (_, verification, says) => {
    expect(verificationText(verification, plain)).toMatch(says)
  })
})
