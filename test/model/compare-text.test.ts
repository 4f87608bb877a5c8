import { expect, it } from 'vitest'
import { compareText } from '../../src/model/compare-text.js'

it('orders texts by code units, and none before itself', () => {
  expect(['b', 'a', 'Z', 'é', '10', '9', ''].sort(compareText)).toEqual(['', '10', '9', 'Z', 'a', 'b', 'é'])
  expect(compareText('a', 'a')).toBe(0)
  expect(compareText('a', 'b')).toBe(-1)
  expect(compareText('b', 'a')).toBe(1)
})
