import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonText } from '../../src/reporters/escape.js'
import { jsonPieces } from '../../src/reporters/json-pieces.js'
import { exampleReport, rendered } from './reports.js'

describe('JSON in pieces', () => {
  it('is the JSON that is written at once, whatever the depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(5), (value, depth) => {
        expect([...jsonPieces(value, depth)].join('')).toBe(jsonText(value))
      }),
    )
  })

  it('takes a generator for an array', () => {
    function* numbers(count: number): Generator<unknown> {
      for (let index = 0; index < count; index++) yield { index }
    }
    for (const count of [0, 1, 3]) {
      const text = [...jsonPieces({ a: [{ b: numbers(count) }] }, 3)].join('')
      expect(text).toBe(jsonText({ a: [{ b: [...numbers(count)] }] }))
    }
  })

  it.each([100, 101, 5_000])(
    'writes a list of %i values, however deep, in small pieces from 101 on',
    (count) => {
      const subjects = Array.from({ length: count }, (_, index) => ({ index, at: [index, { line: index }] }))
      const value = { findings: [{ rule: 'a', subjects, ids: subjects.map(({ index }) => index) }] }
      const pieces = [...jsonPieces(value, 2)]
      expect(pieces.join('')).toBe(jsonText(value))
      expect(pieces.length > count).toBe(count > 100)
      if (count > 100) expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200)
    },
  )

  it('leaves out what is undefined', () => {
    expect([...jsonPieces({ a: undefined, b: { c: undefined } }, 2)].join('')).toBe(
      jsonText({ a: undefined, b: { c: undefined } }),
    )
  })

  it('leaves a report as it was, each subject on a line', async () => {
    const report = exampleReport('clinic')
    const text = await rendered('json', report)
    expect(JSON.parse(text)).toEqual(JSON.parse(jsonText(report)))
    const subjects = report.findings.reduce((sum, finding) => sum + finding.subjects.length, 0)
    expect(text.match(/^ {8}\{"kind":.*\},?$/gm)).toHaveLength(subjects)
  })

  it('writes a text of many megabytes', () => {
    const text = 'x#:"'.repeat(3_000_000)
    expect(JSON.parse([...jsonPieces({ text }, 2)].join(''))).toEqual({ text })
  })
})
