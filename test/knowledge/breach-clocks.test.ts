import { describe, expect, it } from 'vitest'
import { clockWords } from '../../src/engine/breach-rules.js'
import { BREACH_CLOCKS, breachClocks } from '../../src/knowledge/breach-clocks.js'
import { parseDuration } from '../../src/model/scalars/duration.js'

describe('the breach clocks of states', () => {
  it.each(BREACH_CLOCKS.map((clock) => [clock.citation, clock] as const))('%s can be read', (_, clock) => {
    expect(parseDuration(clock.period)).toBeDefined()
    expect(clock.jurisdiction).toMatch(/^US-[A-Z]{2}$/)
  })

  it('run by jurisdiction and kind of provider', () => {
    const citations = (jurisdictions: readonly string[], provider?: string) =>
      breachClocks(jurisdictions, provider).map(({ citation }) => citation)
    expect(citations(['US-NY'])).toEqual(['N.Y. Gen. Bus. Law 899-aa'])
    expect(citations(['US-NY'], 'hospital')).toEqual(['N.Y. Gen. Bus. Law 899-aa', '10 NYCRR 405.46'])
    expect(citations(['US-CA'], 'physician-practice')).toEqual([])
    expect(citations(['US-OH'], 'hospital')).toEqual([])
  })

  it('say where we are not sure', () => {
    expect(breachClocks(['US-FL', 'US-NY'], undefined).map(clockWords)).toEqual([
      '30 days by N.Y. Gen. Bus. Law 899-aa, as known on 2026-11-23',
      '30 days by Fla. Stat. 501.171, as known on 2026-11-23, of low confidence: verify it with counsel',
    ])
  })
})
