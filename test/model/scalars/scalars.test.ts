import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCidr } from '../../../src/model/scalars/cidr.js'
import { addDuration, daysBetween, parseDay } from '../../../src/model/scalars/day.js'
import { parseDuration } from '../../../src/model/scalars/duration.js'
import { matchesGlob } from '../../../src/model/scalars/glob.js'
import { parseAllowance } from '../../../src/model/scalars/port-range.js'
import type { DayText } from '../../../src/model/scalars/text.js'
import { parseTlsVersion } from '../../../src/model/scalars/tls-version.js'

describe('days', () => {
  it.each(['2026-11-24', '2024-02-29', '0001-01-01'])('%s exists', (text) =>
    expect(parseDay(text)).toBe(text),
  )
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '24.11.2026', '2026-11-24T00:00:00Z', '', 'never'])(
    '%s does not',
    (text) => expect(parseDay(text)).toBeUndefined(),
  )

  it.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2020-11-24', '6 years', '2026-11-24'],
    ['2026-11-24', '8 days', '2026-12-02'],
    ['2026-11-24', '1 hour', '2026-11-25'],
    ['2026-11-24', 'never', undefined],
    ['2026-11-24', '900000 years', undefined],
  ])('%s and %s: %s', (day, duration, expected) => {
    const length = parseDuration(duration)
    expect(length && addDuration(day as DayText, length)).toBe(expected)
  })

  it('counts days across a leap day', () => {
    expect(daysBetween('2024-02-28' as DayText, '2024-03-01' as DayText)).toBe(2)
    expect(daysBetween('2024-03-01' as DayText, '2024-02-28' as DayText)).toBe(-2)
  })
})

describe('globs', () => {
  it.each([
    ['db-*', 'db-1', true],
    ['db-*', 'xdb-1', false],
    ['*', '', true],
    ['?', '', false],
    ['a?c', 'abc', true],
    ['a*b*c', 'a-b-b-c', true],
    ['A', 'a', false],
    ['a.c', 'abc', false],
  ])('%s on %s: %s', (glob, text, holds) => expect(matchesGlob(glob, text)).toBe(holds))

  it('does not slow down on hostile globs', () => {
    expect(matchesGlob(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false)
  })

  it('matches itself, where it has no star', () => {
    fc.assert(
      fc.property(fc.string(), (text) => matchesGlob(text.replace(/[*]/g, ''), text.replace(/[*]/g, ''))),
    )
  })
})

describe('versions of TLS', () => {
  it.each([
    ['TLSv1.2', 'TLSv1.2'],
    ['TLS 1.2', 'TLSv1.2'],
    ['1.2', 'TLSv1.2'],
    ['1.0', 'TLSv1.0'],
    ['TLSv1', 'TLSv1.0'],
    ['tls1_3', undefined],
    ['SSLv3', 'SSLv3'],
    ['SSL 3.0', 'SSLv3'],
    ['1', undefined],
    ['TLSv1.4', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => expect(parseTlsVersion(text)).toBe(expected))
})

describe('networks and ports', () => {
  it.each([
    ['10.0.0.0/8', true],
    ['10.0.0.0/33', false],
    ['2001:db8::/32', true],
    ['2001:db8::/129', false],
    ['10.0.0/8', false],
    ['10.0.0.0', false],
  ])('%s is a network: %s', (text, holds) => expect(isCidr(text)).toBe(holds))

  it.each([
    ['tcp/5432', { transport: 'tcp', from: 5432, to: 5432 }],
    ['udp/500-510', { transport: 'udp', from: 500, to: 510 }],
    ['https', { protocol: 'https' }],
    ['tcp/70000', undefined],
    ['tcp/20-10', undefined],
    ['5432', undefined],
  ])('%s lets through %j', (text, expected) => expect(parseAllowance(text)).toEqual(expected))
})
