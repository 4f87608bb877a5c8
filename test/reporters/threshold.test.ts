import { expect, it } from 'vitest'
import { thresholdText } from '../../src/reporters/threshold.js'

it('says what a threshold means, how much it is, and whose', () =>
  expect(
    thresholdText({ name: 'interval', meaning: 'The longest time.', value: '1 year', whose: 'NIST' }),
  ).toBe('The longest time: 1 year (NIST).'))

it('names a threshold of a report that does not say what it means', () =>
  expect(thresholdText({ name: 'interval', value: '1 year', whose: 'NIST' })).toBe(
    'interval: 1 year (NIST).',
  ))
