import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, ReadDocument } from '../../../src/sources/documents/document.js'
import { quickYaml } from '../../../src/sources/documents/quick-yaml.js'
import { sourceText } from '../../../src/sources/documents/text.js'
import { wholeYaml, yamlDocument } from '../../../src/sources/documents/yaml.js'

const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join('examples', name))

type Route = (string | number)[]

/** Every route into a value, with one that is missing beside each. */
function routesOf(value: unknown, at: Route = []): Route[] {
  const own: Route[] = [at, [...at, 'absent'], [...at, 0]]
  if (Array.isArray(value)) {
    return [...own, ...value.flatMap((item, index) => routesOf(item, [...at, index]))]
  }
  if (value === null || typeof value !== 'object') {
    return own
  }
  return [...own, ...Object.entries(value).flatMap(([key, item]) => routesOf(item, [...at, key]))]
}

/** The document that was read; fails where there is none. */
const documentOf = (read: ReadDocument): Document => {
  if ('problems' in read) throw new Error(`refused: ${JSON.stringify(read.problems)}`)
  return read.document
}

/** Read a text both ways and hold one to the other; false where the quick reader left it to the other. */
function readAlike(text: string): boolean {
  const decoded = sourceText('infra.yaml', Buffer.from(text))
  if ('problem' in decoded || quickYaml(decoded.source.text) === undefined) {
    return false
  }
  const quick = documentOf(yamlDocument(decoded.source))
  const whole = documentOf(wholeYaml(decoded.source))
  expect(quick.value, text).toEqual(whole.value)
  for (const route of routesOf(quick.value)) {
    const where = `${text}\n${JSON.stringify(route)}`
    for (const part of ['key', 'value'] as const) {
      expect(quick.locate(route, part), where).toEqual(whole.locate(route, part))
    }
    expect(quick.sourceText(route), where).toEqual(whole.sourceText(route))
  }
  return true
}

/** What YAML gives a meaning to, and what only looks like it. */
const FRAGMENTS = [
  '\n',
  '  ',
  '- ',
  ': ',
  '#',
  ' #',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a ',
  '*a',
  '|',
  '>',
  '\t',
  '? ',
  'a: 1',
  'null',
  '1e3',
  '~',
  '- - x',
  '---\n',
  '0x1f',
  '.5',
  'yes',
  'é',
  '\\n',
  "''",
  ':',
  '-',
  '<<: ',
  '!!str ',
]

/** Up to twelve lines of an example, brought to the margin. */
function excerpt(text: string, start: number): string {
  const all = text.split('\n')
  const from = start % all.length
  const lines = all.slice(from, from + 12)
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const margin = Math.min(...indents, 80)
  return lines.map((line) => line.slice(margin)).join('\n')
}

describe('the quick reader of YAML', () => {
  it.each(examples)('takes %s and reads it as the whole reader does', (file) => {
    const start = readFileSync(file, 'utf8')
    expect(readAlike(start)).toBe(true)
  })

  it.each([
    ['an anchor', 'a: &x 1\nb: 2\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a block of text', 'a: |\n  text\n'],
    ['a key said twice', 'a: 1\na: 2\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a merge key', 'a:\n  <<: {b: 1}\n'],
    ['__proto__', '__proto__: {a: 1}\n'],
  ])('leaves %s to the whole reader', (_what, text) => {
    expect(quickYaml(text)).toBeUndefined()
  })

  it('reads what it takes of a damaged description as the whole reader does', () => {
    const texts = examples.map((file) => readFileSync(file, 'utf8'))
    const edit = fc.record({
      at: fc.nat(600),
      removed: fc.nat(5),
      added: fc.constantFrom('', ...FRAGMENTS),
    })
    let taken = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(10_000),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, start, edits) => {
          let damaged = excerpt(text, start)
          for (const { at, removed, added } of edits) {
            const place = at % (damaged.length + 1)
            damaged = damaged.slice(0, place) + added + damaged.slice(place + removed)
          }
          taken += readAlike(damaged) ? 1 : 0
        },
      ),
      { numRuns: 800 },
    )
    expect(taken, 'texts the quick reader took').toBeGreaterThan(10)
  })
})
