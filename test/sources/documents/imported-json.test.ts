import { describe, expect, it } from 'vitest'
import { importedJson } from '../../../src/sources/documents/imported-json.js'
import { sourceText } from '../../../src/sources/documents/text.js'

const TEXT = `{
  "a": [1, {"b": "x\\"]}"}, [2, 3]],
  "c": {"d": true, "e\\u0041": null},
  "f": ""
}`

const document = (text: string) => {
  const decoded = sourceText('plan.json', new TextEncoder().encode(text))
  if ('problem' in decoded) throw new Error(decoded.problem.message)
  return importedJson(decoded.source)
}

describe('a place in a large JSON document', () => {
  it.each<readonly [readonly (string | number)[], string]>([
    [[], '1:1-1:2'],
    [['a'], '2:8-2:9'],
    [['a', 0], '2:9-2:10'],
    [['a', 1, 'b'], '2:18-2:25'],
    [['a', 2, 1], '2:32-2:33'],
    [['c', 'd'], '3:14-3:18'],
    [['c', 'eA'], '3:31-3:35'],
    [['f'], '4:8-4:10'],
    [['a', 9], '2:8-2:9'],
    [['c', 'nowhere', 'x'], '3:8-3:9'],
    [['nowhere'], '1:1-1:2'],
  ])('%j is the nearest that is there', (route, expected) => {
    const { line, column, endLine, endColumn } = document(TEXT).locate(route)
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(expected)
  })

  it('is the same whichever is asked for first', () => {
    const one = document(TEXT)
    one.locate(['f'])
    expect(one.locate(['a', 2, 0]).column).toBe(29)
  })

  it('is found in a text that is cut off', () => {
    expect(document('{"a": [1, "').locate(['a', 1]).column).toBe(11)
  })

  it('is never quoted', () => {
    expect(document(TEXT).line(1)).toBeUndefined()
  })
})
