import { describe, expect, it } from 'vitest'
import { wrapped } from '../../src/model/wrapped.js'

describe('wrapped', () => {
  it.each([
    ['no text', '', 10, '', '', []],
    ['spaces alone', '   ', 10, '> ', '', []],
    ['fits to the last column', 'one two thr', 11, '', '', ['one two thr']],
    ['one column too many', 'one two thr', 10, '', '', ['one two', 'thr']],
    ['indents count', 'one two three', 9, '  ', '    ', ['  one two', '    three']],
    ['several spaces are one', 'one   two', 20, '', '', ['one two']],
    ['a word that is too long is kept whole', 'a verylongword b', 5, '', '', ['a', 'verylongword', 'b']],
    ['characters of two units are one column', '😀😀 😀😀', 5, '', '', ['😀😀 😀😀']],
    ['and no more fit for it', '😀😀 😀😀', 4, '', '', ['😀😀', '😀😀']],
    ['after a line, columns are counted anew', 'aa bb cc dd', 5, '', ' ', ['aa bb', ' cc', ' dd']],
    ['a line break is a space', 'one\ntwo', 20, '', '', ['one two']],
  ] as const)('%s', (_, text, columns, first, later, lines) => {
    expect(wrapped(text, columns, first, later)).toEqual(lines)
  })
})
