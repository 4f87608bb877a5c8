import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type Document, readDocument } from '../../../src/sources/documents/document.js'

const bytes = (text: string) => new TextEncoder().encode(text)

const read = (text: string): Document => {
  const result = readDocument('a.yaml', bytes(text))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.document
}

const codes = (text: string): string[] => {
  const result = readDocument('a.yaml', bytes(text))
  return 'problems' in result ? result.problems.map(({ code }) => code) : []
}

const at = (document: Document, route: (string | number)[], part?: 'key' | 'value') => {
  const { line, column, endLine, endColumn } = document.locate(route, part)
  return `${line}:${column}-${endLine}:${endColumn}`
}

describe('places in YAML', () => {
  const document = read('version: 1\nassets:\n  - id: db\n    tls: { versions: [1.0, "1.2"] }\n')

  it.each<[route: (string | number)[], place: string]>([
    [['version'], '1:10-1:11'],
    [['assets', 0, 'id'], '3:9-3:11'],
    [['assets', 0, 'tls', 'versions', 1], '4:28-4:33'],
    [['assets', 0, 'tls', 'nothing'], '4:10-4:36'],
    [['nothing', 'at', 'all'], '1:1-1:11'],
  ])('%j is at %s', (route, place) => expect(at(document, route)).toBe(place))

  it('finds keys', () => expect(at(document, ['assets', 0, 'tls'], 'key')).toBe('4:5-4:8'))

  it('keeps texts as they were written', () => {
    expect(document.sourceText(['assets', 0, 'tls', 'versions', 0])).toBe('1.0')
    expect(document.sourceText(['assets', 0, 'tls', 'versions', 1])).toBe('1.2')
    expect(document.sourceText(['assets'])).toBeUndefined()
  })
})

describe('places in JSON', () => {
  const document = read('{ "version": 1,\n  "assets": [{ "id": "db" }] }')

  it('finds values and keys', () => {
    expect(document.format).toBe('json')
    expect(at(document, ['assets', 0, 'id'])).toBe('2:22-2:26')
    expect(at(document, ['assets', 0, 'id'], 'key')).toBe('2:16-2:20')
    expect(document.sourceText(['version'])).toBe('1')
  })
})

describe('anchors, aliases and merge keys', () => {
  const document = read('a: &a { x: 1, y: 2 }\nb: *a\nc: { <<: *a, y: 3 }\nd:\n  <<: [{ x: 9 }, *a]\n')

  it('become values', () => {
    expect(document.value).toEqual({
      a: { x: 1, y: 2 },
      b: { x: 1, y: 2 },
      c: { x: 1, y: 3 },
      d: { x: 9, y: 2 },
    })
  })

  it('are found where they stand, and where they are used', () => {
    expect(at(document, ['b', 'x'])).toBe('1:12-1:13')
    expect(document.usedAt(['b', 'x'])?.line).toBe(2)
    expect(at(document, ['c', 'x'])).toBe('1:12-1:13')
    expect(document.usedAt(['c', 'x'])?.line).toBe(3)
    expect(at(document, ['c', 'y'])).toBe('3:17-3:18')
    expect(document.usedAt(['c', 'y'])).toBeUndefined()
    expect(at(document, ['d', 'x'])).toBe('5:13-5:14')
  })
})

describe('faults', () => {
  it.each([
    ['', ['empty-file']],
    ['a: 1\na: 2\n', ['duplicate-key']],
    ['{"a": 1, "a": 2}', ['duplicate-key']],
    ['a: *b\n', ['not-yaml']],
    ['a: &a { b: *a }\n', ['self-reference']],
    ['a: {', ['not-yaml']],
    ['? [x]\n: 1\n', ['not-yaml']],
    ['a: !x 1\n', ['unknown-tag']],
    ['x: { __proto__: 1 }\n', ['reserved-key']],
    ['a: &a 1\n<<: *a\n', ['not-yaml']],
  ])('%j: %j', (text, expected) => expect(codes(text)).toEqual(expected))

  it('names both places of a duplicate key', () => {
    const result = readDocument('a.yaml', bytes('a: 1\nb: 2\na: 3\n'))
    const [problem] = 'problems' in result ? result.problems : []
    expect([problem?.place?.line, problem?.also?.[0]?.line]).toEqual([3, 1])
  })

  it('accepts a byte order mark, carriage returns, and dates as texts', () => {
    expect(read('\ufeffa: 2026-11-24\r\nb: 1\r\n').value).toEqual({ a: '2026-11-24', b: 1 })
  })
})

describe('any input', () => {
  it('is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (input) => void readDocument('a.yaml', input)))
    const yamlish = fc.string({
      unit: fc.constantFrom(...'ab:-[]{}&*!|>?"\'#,% \n\t<'.split('')),
      maxLength: 60,
    })
    fc.assert(
      fc.property(yamlish, (text) => void readDocument('a.yaml', bytes(text))),
      { numRuns: 2000 },
    )
  })

  const plain = fc
    .jsonValue({ maxDepth: 4 })
    .filter(
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        !/"(__proto__|constructor|prototype)"/.test(JSON.stringify(value)),
    )

  it('means the same as JSON and as YAML', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(read(text).value)).toBe(JSON.stringify(JSON.parse(text)))
        fc.pre(!text.includes('"<<"') && !/-0[,}\]]|e[+-]\d\d/.test(text))
        const yaml = readDocument(
          'a.yaml',
          bytes(stringify(JSON.parse(text), { aliasDuplicateObjects: false })),
        )
        if ('document' in yaml) expect(yaml.document.value).toEqual(JSON.parse(text))
      }),
    )
  })

  it('has every place inside the text', () => {
    const route = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.nat(3)), { maxLength: 4 })
    fc.assert(
      fc.property(plain, route, (value, keys) => {
        const text = JSON.stringify(value, undefined, 1)
        const { line, column } = read(text).locate(keys)
        const lines = text.split('\n')
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
      }),
    )
  })
})
