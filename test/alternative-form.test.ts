import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  alternativeMarkdown,
  alternativeYaml,
  readSpecification,
  readSubjects,
} from '../src/alternative-form.js'
import { alternativeFaults } from '../src/engine/alternatives.js'
import { ADDRESSABLE } from '../src/knowledge/safeguards.js'
import type { DayText } from '../src/model/scalars/text.js'
import { infrastructureOf } from './infrastructure-of.js'

const ENCRYPTION = '164.312(a)(2)(iv)'
const form = { specification: ENCRYPTION, subjects: { kind: 'medical-device' }, today: '2026-11-24' }

describe('the form for an alternative', () => {
  it.each(ADDRESSABLE)('can be pasted into a description as it is: %s', (specification) => {
    const text = alternativeYaml({ ...form, specification })
    const { description } = infrastructureOf(`version: 1\n${text}`)
    expect(description.alternatives).toMatchObject([{ specification, reviewBy: '2027-11-24' }])
  })

  it('asks for everything that an alternative lacks', () => {
    const text = alternativeYaml(form)
    const [alternative] = infrastructureOf(`version: 1\n${text}`).description.alternatives ?? []
    const faults = alternativeFaults(alternative as never, '2026-11-24' as DayText)
    expect(faults.length).toBeGreaterThan(8)
    for (const { field } of faults)
      expect(text).toContain(`# ${field.startsWith('factors.') ? `  ${field.slice(8)}` : field}:`)
  })

  it('is filled with what is known', () => {
    const governance = {
      securityOfficial: { name: 'Dr. Reyes' },
      riskAnalysis: { document: 'RA-2026: rev 3' },
    }
    const text = alternativeYaml({ ...form, description: { governance } as never })
    expect(parse(text).alternatives[0]).toMatchObject({
      approvedBy: 'Dr. Reyes',
      riskAnalysis: 'RA-2026: rev 3',
    })
  })

  it('says that the safe harbor is lost, for encryption alone', () => {
    const said = (specification: string) =>
      alternativeYaml({ ...form, specification }).includes('safe harbor')
    expect([ENCRYPTION, '164.312(e)(2)(ii)', '164.312(a)(2)(iii)'].map(said)).toEqual([true, true, false])
    expect(alternativeMarkdown(form)).toContain('safe harbor')
  })

  it('names all four factors, to be signed', () => {
    const text = alternativeMarkdown(form)
    for (const factor of ['(i)', '(ii)', '(iii)', '(iv)']) expect(text).toContain(`164.306(b)(2)${factor}`)
    expect(text).toContain('Signed:')
  })

  it('takes a citation with or without its title', () => {
    for (const text of [ENCRYPTION, `45 CFR ${ENCRYPTION}`, `45 CFR § ${ENCRYPTION}`])
      expect(readSpecification(text)).toEqual({ specification: ENCRYPTION })
  })

  it.each([
    ['164.312(a)(2)(i)', 'is required: it has no alternative'],
    ['164.312(b)', 'is a standard: it has no alternative'],
    ['164.312(a)(2)(v)', 'is no paragraph that is known here'],
  ])('refuses %s', (text, words) => {
    expect(readSpecification(text)).toMatchObject({ problem: { message: expect.stringContaining(words) } })
  })

  it('reads subjects', () => {
    expect(readSubjects(['kind=printer', 'id=a,b'])).toEqual({
      subjects: { kind: 'printer', id: ['a', 'b'] },
    })
    expect(readSubjects(['kin=printer'])).toMatchObject({ problem: { suggestion: 'kind=printer' } })
    expect(readSubjects(['printer'])).toMatchObject({ problem: { code: 'bad-usage' } })
  })
})
