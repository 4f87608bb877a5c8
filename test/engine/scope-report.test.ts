import { describe, expect, it } from 'vitest'
import { wayWords } from '../../src/engine/report.js'
import { scopeOf } from '../../src/engine/scope-report.js'
import { infrastructureOf } from '../infrastructure-of.js'

/** The way of ePHI to the last of a row of assets, each of which sends to the next. */
const lastOf = (steps: number) => {
  const ids = Array.from({ length: steps + 1 }, (_, index) => `a${index}`)
  const infrastructure = infrastructureOf(
    `version: 1

assets:
${ids.map((id, index) => `  - { id: ${id}${index === 0 ? ', ephi: [stores]' : ''} }`).join('\n')}
flows:
${ids
  .slice(1)
  .map((id, index) => `  - { from: a${index}, to: ${id}, carries: [ephi], data: to }`)
  .join('\n')}`,
  )
  const last = scopeOf(infrastructure, () => ({
    file: 'a',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  })).reached.find(({ id }) => id === `a${steps}`)
  if (!last) throw new Error('ePHI does not reach the end')
  return last
}

describe('the way of ePHI in reports', () => {
  it('is told in full up to sixteen steps', () => {
    const last = lastOf(16)
    expect(last.way).toHaveLength(16)
    expect(last).not.toHaveProperty('stepsLeftOut')
    expect(wayWords(last)).toBe(Array.from({ length: 17 }, (_, index) => `a${index}`).join(' → '))
  })

  it('is told by its ends where it is longer', () => {
    const last = lastOf(19)
    expect(last.way.map(({ to }) => to)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17, 18, 19].map((index) => `a${index}`),
    )
    expect(last.stepsLeftOut).toBe(3)
    expect(wayWords(last)).toContain('a8 → … 3 more … → a12')
  })
})
