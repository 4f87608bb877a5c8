import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import {
  citationText,
  guidance,
  ownPolicy,
  paragraphsOf,
  practice,
  standingOf,
} from '../../src/knowledge/grounds.js'
import { ADDRESSABLE, isAddressable, SAFEGUARDS, safeguardOf } from '../../src/knowledge/safeguards.js'

describe('the Security Rule', () => {
  it('has the 22 addressable specifications of Appendix A', () => {
    expect([...ADDRESSABLE]).toEqual([
      '164.308(a)(3)(ii)(A)',
      '164.308(a)(3)(ii)(B)',
      '164.308(a)(3)(ii)(C)',
      '164.308(a)(4)(ii)(B)',
      '164.308(a)(4)(ii)(C)',
      '164.308(a)(5)(ii)(A)',
      '164.308(a)(5)(ii)(B)',
      '164.308(a)(5)(ii)(C)',
      '164.308(a)(5)(ii)(D)',
      '164.308(a)(7)(ii)(D)',
      '164.308(a)(7)(ii)(E)',
      '164.310(a)(2)(i)',
      '164.310(a)(2)(ii)',
      '164.310(a)(2)(iii)',
      '164.310(a)(2)(iv)',
      '164.310(d)(2)(iii)',
      '164.310(d)(2)(iv)',
      '164.312(a)(2)(iii)',
      '164.312(a)(2)(iv)',
      '164.312(c)(2)',
      '164.312(e)(2)(i)',
      '164.312(e)(2)(ii)',
    ])
  })

  it.each([
    ['164.308(a)(7)(ii)(A)', 'required'],
    ['164.312(b)', 'standard'],
    ['164.312(d)', 'standard'],
    ['164.312(a)(2)(i)', 'required'],
    ['164.310(d)(2)(i)', 'required'],
    ['164.316(b)(2)(i)', 'required'],
    ['164.308(b)(3)', 'required'],
  ])('%s is %s', (citation, kind) => expect(safeguardOf(citation)?.kind).toBe(kind))

  it('names each paragraph once', () => {
    const citations = SAFEGUARDS.map(({ citation }) => citation)
    expect(citations).toEqual([...new Set(citations)])
    expect(citations).not.toContain('164.308(b)(4)')
  })
})

describe('the standing of a ground', () => {
  it.each([
    ['164.312(a)(2)(iv)', 'addressable'],
    ['164.312(b)', 'standard'],
    ['164.308(a)(7)(ii)(A)', 'required'],
    ['164.528(a)(1)', 'required'],
  ] as const)('%s: %s', (citation, basis) => expect(standingOf(citation, 'hipaa').basis).toBe(basis))

  it('says which rule requires it', () => {
    expect(standingOf('164.528(a)(1)', 'hipaa').label).toContain('Privacy Rule')
    expect(standingOf('164.414(a)', 'hipaa').label).toContain('Breach Notification Rule')
  })

  it('stays addressable under a proposal, and says so', () => {
    const standing = standingOf('164.312(a)(2)(iv)', 'hipaa-2025-proposed')
    expect(standing).toMatchObject({ basis: 'addressable', label: expect.stringContaining('today') })
    expect(isAddressable('164.312(a)(2)(iv)')).toBe(true)
  })

  it('cites what is not law as supporting it', () => {
    const ground = guidance('NIST SP 800-52 Rev. 2', '164.312(e)(1)')
    expect(citationText(ground)).toBe('NIST SP 800-52 Rev. 2, which supports 45 CFR 164.312(e)(1)')
    expect(citationText('164.312(b)')).toBe('45 CFR 164.312(b)')
    expect(paragraphsOf(practice('164.312(d)'), ['164.312(d)', '164.312(b)'])).toEqual([
      '164.312(d)',
      '164.312(b)',
    ])
    expect(paragraphsOf(ownPolicy('a promise'), [])).toEqual([])
  })
})

describe('every rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s speaks as the law does', (_id, rule) => {
    const texts = [rule.title, rule.says, rule.why, rule.fix].join(' ')
    expect(texts).not.toMatch(/HIPAA (requires|mandates|demands)/i)
    expect(texts).not.toMatch(/satisf/i)
    const { basis } = standingOf(rule.ground, 'hipaa')
    if (basis === 'guidance' || basis === 'practice') expect(rule.severity).not.toBe('critical')
  })
})
