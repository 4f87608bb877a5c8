import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atLeast,
  atMost,
  type Duration,
  isShorter,
  parseDuration,
  rangeOf,
} from '../../../src/model/scalars/duration.js'

const read = (text: string): Duration => {
  const duration = parseDuration(text)
  if (!duration) throw new Error(`${text} is no duration`)
  return duration
}

const DAY = 86_400_000

describe('reading durations', () => {
  it.each([
    ['P6Y', '6 years'],
    ['PT15M', '15 minutes'],
    ['P1M', '1 month'],
    ['P35D', '35 days'],
    ['P2W', '2 weeks'],
    ['PT1H', '60 minutes'],
    ['PT30S', '30 seconds'],
    ['1 Day', '24 hours'],
    ['6years', '6 years'],
    ['P1Y6M', '18 months'],
    ['P1DT12H', '36 hours'],
  ])('%s is %s', (one, other) => {
    expect(read(one)).toEqual(read(other))
  })

  it.each([
    '6',
    '',
    'P',
    'PT',
    'P6',
    'six years',
    '6 business days',
    '1.5 years',
    '-1 day',
    'P1YT',
    '6 years 2 months',
    '99999999 days',
    '6  years',
    '6 constructor',
    '6 __proto__',
  ])('%s is none', (text) => expect(parseDuration(text)).toBeUndefined())

  it('reads both words for no end', () => {
    expect(read('never')).toEqual(read('forever'))
    expect(read('never').endless).toBe(true)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDuration(text)))
  })
})

describe('comparing durations', () => {
  it.each([
    ['31 days', '1 month', true],
    ['32 days', '1 month', false],
    ['1 month', '28 days', true],
    ['1 month', '27 days', false],
    ['12 months', '1 year', true],
    ['13 months', '1 year', false],
    ['never', '100 years', false],
    ['100 years', 'never', true],
    ['never', 'never', true],
    ['60 minutes', '1 hour', true],
    ['61 minutes', '1 hour', false],
  ])('%s is at most %s: %s', (one, other, holds) => {
    expect(atMost(read(one), read(other))).toBe(holds)
  })

  it.each([
    ['2190 days', '6 years', false],
    ['2191 days', '6 years', true],
    ['72 months', '6 years', true],
    ['71 months', '6 years', false],
    ['6 years', '2192 days', true],
    ['6 years', '2193 days', false],
    ['forever', '6 years', true],
    ['6 years', 'forever', false],
    ['forever', 'forever', true],
  ])('%s is at least %s: %s', (one, other, holds) => {
    expect(atLeast(read(one), read(other))).toBe(holds)
  })

  it.each([
    ['1 month', 28, 31],
    ['6 years', 2191, 2192],
    ['1 year', 365, 366],
    ['4 years', 1461, 1461],
    ['10 years', 3652, 3653],
  ])('%s has %d to %d days', (text, fewest, most) => {
    expect(rangeOf(read(text))).toEqual([fewest * DAY, most * DAY])
  })

  const durations = fc
    .tuple(fc.nat(500), fc.constantFrom('minutes', 'days', 'weeks', 'months', 'years'))
    .map(([count, unit]) => read(`${count} ${unit}`))

  it('holds one way at least for any two', () => {
    fc.assert(fc.property(durations, durations, (one, other) => atMost(one, other) || atLeast(one, other)))
  })

  it('reads the same from both sides', () => {
    fc.assert(fc.property(durations, durations, (one, other) => atMost(one, other) === atLeast(other, one)))
  })
})

describe('being shorter', () => {
  it.each([
    ['29 days', '30 days', true],
    ['30 days', '30 days', false],
    ['31 days', '30 days', false],
    ['1 month', '30 days', true],
    ['32 days', '1 month', false],
    ['30 days', '1 month', true],
    ['1 month', '1 month', false],
    ['2 months', '59 days', false],
    ['2 months', '60 days', true],
    ['never', '60 days', false],
    ['60 days', 'never', true],
  ])('%s is shorter than %s: %s', (one, other, shorter) => {
    expect(isShorter(read(one), read(other))).toBe(shorter)
  })
})
