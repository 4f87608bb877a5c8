import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceText } from '../../../src/sources/documents/text.js'

const linesOf = (text: string) => {
  const read = sourceText('a.yaml', new TextEncoder().encode(text))
  if ('problem' in read) throw new Error(read.problem.message)
  return read.source
}

describe('the lines of a text', () => {
  it.each([
    ['a line feed', 'a\nb', 'b', { line: 2, column: 1 }],
    ['both, as one', 'a\r\nb', 'b', { line: 2, column: 1 }],
    ['a carriage return', 'a\rb', 'b', { line: 2, column: 1 }],
    ['two of them', 'a\r\rb', 'b', { line: 3, column: 1 }],
    ['a line feed before a carriage return', 'a\n\rb', 'b', { line: 3, column: 1 }],
    ['nothing', 'ab', 'b', { line: 1, column: 2 }],
  ])('end with %s', (_name, text, wanted, place) =>
    expect(linesOf(text).placeAt(text.indexOf(wanted), text.indexOf(wanted) + 1)).toMatchObject(place),
  )

  it('are those between the breaks, whatever these are', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '\r')), (parts) => {
        const text = parts.join('')
        const lines = text.split(/\r\n|\n|\r/)
        expect(lines.map((_, index) => linesOf(text).line(index + 1))).toEqual(lines)
        expect(linesOf(text).line(lines.length + 1)).toBeUndefined()
      }),
      { numRuns: 200 },
    ))
})
