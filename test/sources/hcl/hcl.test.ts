import { describe, expect, it } from 'vitest'
import { sourceText } from '../../../src/sources/documents/text.js'
import { readBody } from '../../../src/sources/hcl/body.js'
import { readHcl } from '../../../src/sources/hcl/document.js'
import type { Attribute } from '../../../src/sources/hcl/syntax.js'
import { isUnknown, unknown } from '../../../src/sources/resources/values.js'
import { evaluate, type Scope } from '../../../src/sources/terraform/evaluate.js'

const scope = (): Scope => ({
  root: (name, steps) => ({ value: unknown([name]), taken: steps.length }),
  names: new Map(),
  budget: { depth: 0, left: 100_000 },
  file: (path) => (path === 'policy.json' ? '{}' : undefined),
})

const resultOf = (text: string) => {
  const [attribute] = readBody(`value = ${text}\n`).attributes
  const value = evaluate((attribute as Attribute).value, scope())
  return isUnknown(value) ? `unknown of ${value.refs.join()}` : value
}

describe('an expression', () => {
  it.each([
    ['a number', '5432', 5432],
    ['a fraction', '1.5e2', 150],
    ['a negative number', '-1', -1],
    ['true', 'true', true],
    ['null', 'null', null],
    ['a text', '"a b"', 'a b'],
    ['escapes', '"a\\n\\"b\\" \\u00e9"', 'a\n"b" é'],
    ['an escaped interpolation', '"$${a} %%{b}"', '${a} %{b}'],
    ['an interpolation', '"port ${5000 + 432}"', 'port 5432'],
    ['an interpolation of nothing else keeps its type', '"${5}"', 5],
    ['a list', '[1, "b", [true]]', [1, 'b', [true]]],
    ['a list over lines, with comments', '[\n 1, # one\n 2, // two\n /* none */\n]', [1, 2]],
    ['an object', '{ a = 1, "b" : 2 }', { a: 1, b: 2 }],
    ['an object over lines', '{\n  a = 1\n  b = 2\n}', { a: 1, b: 2 }],
    ['a key that is worked out', '{ ("a${1}") = 2 }', { a1: 2 }],
    ['an index', '[1, 2, 3][1]', 2],
    ['a member', '{ a = { b = 3 } }.a.b', 3],
    ['a member that is not there', '{ a = 1 }.b', null],
    ['a splat', '[{ a = 1 }, { a = 2 }][*].a', [1, 2]],
    ['precedence', '1 + 2 * 3', 7],
    ['brackets', '(1 + 2) * 3', 9],
    ['comparison', '2 >= 2 && 1 != 2', true],
    ['not', '!false', true],
    ['a choice', 'true ? "a" : "b"', 'a'],
    ['a choice that does not matter', 'x.y ? 1 : 1', 1],
    ['false and unknown', 'x.y && false', false],
    ['true or unknown', 'x.y || true', true],
    ['a list by for', '[for one in [1, 2, 3] : one * 2 if one > 1]', [4, 6]],
    ['an object by for', '{ for key, value in { a = 1 } : upper(key) => value + 1 }', { A: 2 }],
    ['a function', 'join("-", ["a", "b"])', 'a-b'],
    ['arguments spread', 'max([1, 7, 3]...)', 7],
    ['merge', 'merge({ a = 1 }, { a = 2, b = 3 })', { a: 2, b: 3 }],
    ['lookup with a default', 'lookup({ a = 1 }, "b", 2)', 2],
    ['format', 'format("%s-%d", "a", 1)', 'a-1'],
    ['jsonencode', 'jsonencode({ a = [1] })', '{"a":[1]}'],
    ['a file that may be read', 'file("policy.json")', '{}'],
    ['a file that may not be read', 'file("/etc/passwd")', 'unknown of '],
    ['a resource', 'aws_kms_key.main.arn', 'unknown of aws_kms_key'],
    ['something of a resource', '"${aws_kms_key.main.arn}/x"', 'unknown of aws_kms_key'],
    ['a function of what is unknown', 'upper(aws_kms_key.main.arn)', 'unknown of aws_kms_key'],
    ['a function that nobody knows', 'cidrsubnet("10.0.0.0/8", 8, 1)', 'unknown of '],
    ['a function of a provider', 'provider::aws::arn_parse("x")', 'unknown of '],
    ['as many values in a row as are read', `1${'+1'.repeat(299)}`, 300],
    ['a text of JSON', 'jsondecode("[1]")[0]', 1],
    ['a text of JSON that is too deep', `jsondecode("${'['.repeat(65)}${']'.repeat(65)}")`, 'unknown of '],
    ['a template with a directive', '"%{ if true }a%{ endif }"', 'unknown of '],
  ])('%s', (_, text, expected) => {
    expect(resultOf(text)).toEqual(expected)
  })

  it('is a heredoc, also indented', () => {
    expect(resultOf('<<EOF\n  a ${1}\n b\nEOF')).toBe('  a 1\n b\n')
    expect(resultOf('<<-EOF\n    a\n      b\n    EOF')).toBe('a\n  b\n')
  })

  it('ends as unknown when it would go on for ever', () => {
    const ranges =
      'join("", [for a in range(9999) : join("", [for b in range(9999) : join("", range(9999))])])'
    const started = performance.now()
    expect(resultOf(ranges)).toMatch(/^unknown/)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('a body', () => {
  it('has attributes, and blocks with labels and blocks within', () => {
    const { attributes, blocks } = readBody(
      'a = 1\nresource "x" "y" {\n  b = 2\n  c {}\n}\nlocals { d = 3 }\n',
    )
    expect(attributes.map(({ name }) => name)).toEqual(['a'])
    expect(blocks.map(({ type, labels }) => [type, ...labels])).toEqual([['resource', 'x', 'y'], ['locals']])
    expect(blocks[0]?.body.blocks.map(({ type }) => type)).toEqual(['c'])
  })

  it.each([
    ['a block without an end', 'resource "a" "b" {\n  c = 1\n', '3:1', '`}` is missing here'],
    ['a text without an end', 'a = "b\n', '1:5', 'this text has no end'],
    ['a heredoc without an end', 'a = <<EOF\nb\n', '1:5', 'this text has no end'],
    ['a comment without an end', 'a = 1\n/* b', '2:1', 'this comment has no end'],
    ['no value', 'a =\n', '1:4', 'a value is missing here'],
    ['two values', 'a = 1 2\n', '1:7', 'this attribute goes on where it should not'],
    ['neither block nor value', 'a b c\n', '1:6', '`a` is neither a block nor given a value'],
    ['a brace too many', 'a {}\n}\n', '2:1', 'this stands outside of every block'],
    ['a list without a comma', 'a = [1 2]\n', '1:8', '`,` or `]` is missing here'],
    [
      'too many values in a row',
      `a = 1${'+1'.repeat(300)}`,
      '1:604',
      'more than 300 values are joined by operators here',
    ],
    ['too deep', `a = ${'['.repeat(200)}`, '1:105', 'this is nested more than 100 levels deep'],
  ])('is refused: %s', (_, text, place, message) => {
    const decoded = sourceText('main.tf', new TextEncoder().encode(text))
    const read = 'source' in decoded ? readHcl(decoded.source) : decoded
    const problem = 'problem' in read ? read.problem : undefined
    expect([`${problem?.place?.line}:${problem?.place?.column}`, problem?.message]).toEqual([place, message])
    expect(problem?.code).toBe('not-hcl')
  })

  it('finds blocks, attributes, blocks within, and keys of objects', () => {
    const text =
      'a "b" {\n  c = 1\n  d {\n    e = 2\n  }\n  d {\n    e = 3\n  }\n  f = {\n    g = 4\n  }\n  dynamic "h" {\n    content {\n      i = 5\n    }\n  }\n}\n'
    const decoded = sourceText('main.tf', new TextEncoder().encode(text))
    const read = 'source' in decoded ? readHcl(decoded.source) : decoded
    const locate = (...route: (string | number)[]) => {
      const place = 'file' in read ? read.file.document.locate(route) : undefined
      return `${place?.line}:${place?.column}-${place?.endLine}:${place?.endColumn}`
    }
    expect(locate(0)).toBe('1:1-1:8')
    expect(locate(0, 'c')).toBe('2:3-2:8')
    expect(locate(0, 'd', 1, 'e')).toBe('7:5-7:10')
    expect(locate(0, 'd', 0)).toBe('3:3-3:6')
    expect(locate(0, 'f', 'g')).toBe('10:5-10:10')
    expect(locate(0, 'h', 3, 'i')).toBe('14:7-14:12')
    expect(locate(0, 'missing')).toBe('1:1-1:8')
  })
})
