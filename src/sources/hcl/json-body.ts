import { type Cursor, DEEPEST_HCL, SyntaxFault } from './cursor.js'
import { readExpression } from './expression.js'
import type { Attribute, Block, Body, Expression, Span, TemplatePart } from './syntax.js'
import { heredoc } from './template.js'

/** A value of JSON, with its place. */
type Json = Span &
  (
    | { readonly is: 'plain'; readonly value: string | number | boolean | null }
    | { readonly is: 'list'; readonly items: readonly Json[] }
    | { readonly is: 'object'; readonly members: readonly Member[] }
  )

type Member = Span & { readonly name: string; readonly value: Json }

/** How many labels a block has, by its type; others are settings of Terraform itself. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  module: 1,
  output: 1,
  provider: 1,
  locals: 0,
}

/**
 * Reads a whole file in the JSON syntax of Terraform. Blocks within blocks are read as objects and lists, as a plan
 * shows them: only the schema of a provider tells them from attributes. A fault is thrown as `SyntaxFault`.
 */
export const readJsonBody = (text: string): Body => {
  const cursor: Cursor = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, depth: 0 }
  const root = valueIn(cursor)
  space(cursor)
  if (cursor.at < text.length) throw new SyntaxFault(cursor.at, 'this stands behind the end of the JSON')
  const members = bodiesOf(root).flatMap(({ members: own }) => own)
  return {
    attributes: [],
    blocks: members.flatMap(({ name, value, start, end }) => {
      const count = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined
      return count === undefined
        ? []
        : blocksOf(value, { type: name, labels: [], count, head: { start, end } })
    }),
  }
}

interface Naming {
  readonly type: string
  readonly labels: readonly string[]
  /** Labels that are still to come. */
  readonly count: number
  readonly head: Span
}

/** An object, or each of a list of them. */
const bodiesOf = (json: Json): readonly (Json & { readonly is: 'object' })[] => {
  if (json.is === 'object') return [json]
  if (json.is === 'list') return json.items.flatMap((one) => (one.is === 'object' ? [one] : []))
  throw new SyntaxFault(json.start, 'a block is missing here', 'an object')
}

const blocksOf = (json: Json, { type, labels, count, head }: Naming): readonly Block[] =>
  bodiesOf(json).flatMap((object): readonly Block[] => {
    if (count > 0)
      return object.members
        .filter(({ name }) => name !== COMMENT)
        .flatMap(({ name, value, start, end }) =>
          blocksOf(value, { type, labels: [...labels, name], count: count - 1, head: { start, end } }),
        )
    return [
      { type, labels, body: bodyOf(object.members), start: head.start, end: object.end, headEnd: head.end },
    ]
  })

const COMMENT = '//'

const bodyOf = (members: readonly Member[]): Body => ({
  attributes: members
    .filter(({ name }) => name !== COMMENT && name !== 'dynamic')
    .map(
      ({ name, value, start }): Attribute => ({
        name,
        value: attributeOf(name, value),
        start,
        end: value.end,
      }),
    ),
  blocks: members
    .filter(({ name }) => name === 'dynamic')
    .flatMap(({ value, start, end }) =>
      blocksOf(value, { type: 'dynamic', labels: [], count: 1, head: { start, end } }),
    )
    .map((block) => ({ ...block, body: withContent(block.body) })),
})

/** What a dynamic block repeats is a block of its own. */
const withContent = ({ attributes, blocks }: Body): Body => ({
  attributes: attributes.filter(({ name }) => name !== 'content'),
  blocks: [
    ...blocks,
    ...attributes
      .filter(({ name }) => name === 'content')
      .map(
        ({ value, start, end }): Block => ({
          type: 'content',
          labels: [],
          body: { attributes: attributesIn(value), blocks: [] },
          start,
          end,
          headEnd: end,
        }),
      ),
  ],
})

const attributesIn = (value: Expression): readonly Attribute[] => {
  const [object] = value.is === 'list' ? value.items : [value]
  if (object?.is !== 'object') return []
  return object.items.flatMap(([key, inner]) =>
    key.is === 'literal' ? [{ name: String(key.value), value: inner, start: key.start, end: inner.end }] : [],
  )
}

/** Names of a provider and of what an iterator is called are written as texts. */
const NAMES: ReadonlySet<string> = new Set(['provider', 'iterator'])

const attributeOf = (name: string, json: Json): Expression =>
  NAMES.has(name) && json.is === 'plain' && typeof json.value === 'string'
    ? {
        ...parsed(json, () => readExpression({ text: String(json.value), at: 0, depth: 0 }, true)),
        ...placeOf(json),
      }
    : expressionOf(json)

const placeOf = ({ start, end }: Span): Span => ({ start, end })

const expressionOf = (json: Json): Expression => {
  if (json.is === 'list') return { is: 'list', items: json.items.map(expressionOf), ...placeOf(json) }
  if (json.is === 'object')
    return {
      is: 'object',
      items: json.members.map(({ name, value, start, end }) => [
        { is: 'literal', value: name, start, end },
        expressionOf(value),
      ]),
      ...placeOf(json),
    }
  const { value } = json
  if (typeof value !== 'string' || !/[$%]\{/.test(value)) return { is: 'literal', value, ...placeOf(json) }
  const parts = parsed(json, () => partsOf(value))
  const [only, ...others] = parts
  if (typeof only === 'object' && 'value' in only && others.length === 0) return only.value
  return { is: 'template', parts, ...placeOf(json) }
}

const WORD = 'END_OF_TEXT'

/** Texts of JSON are templates without escapes, as heredocs are. */
const partsOf = (text: string): readonly TemplatePart[] => {
  const ends = Array.from(text.matchAll(/END_OF_TEXT(_*)/g), ([, more = '']) => more.length + 1)
  const word = WORD + '_'.repeat(ends.reduce((most, one) => Math.max(most, one), 0))
  const cursor: Cursor = { text: `<<${word}\n${text}\n${word}\n`, at: 0, depth: 0 }
  const parts = [...(heredoc(cursor, readExpression) ?? [])]
  const last = parts.pop()
  if (typeof last !== 'string') return last === undefined ? parts : [...parts, last]
  return last === '\n' ? parts : [...parts, last.replace(/\n$/, '')]
}

/** A fault within a text is one of the text. */
const parsed = <T>({ start }: Span, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    throw new SyntaxFault(start, error.message, error.expected)
  }
}

const SPACE = /[ \t\r\n]*/y
const TEXT = /"(?:[^"\\\n]|\\.)*"/y
const OTHER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const taken = (cursor: Cursor, pattern: RegExp): string | undefined => {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  cursor.at += found?.length ?? 0
  return found
}

const space = (cursor: Cursor): void => void taken(cursor, SPACE)

const valueIn = (cursor: Cursor): Json => {
  space(cursor)
  const start = cursor.at
  const next = cursor.text[cursor.at]
  if (next === '{' || next === '[') {
    if (++cursor.depth > DEEPEST_HCL)
      throw new SyntaxFault(cursor.at, `this is nested more than ${DEEPEST_HCL} levels deep`)
    cursor.at++
    const inner = next === '{' ? membersIn(cursor) : itemsIn(cursor)
    cursor.depth--
    return { ...inner, start, end: cursor.at }
  }
  const text = taken(cursor, next === '"' ? TEXT : OTHER)
  if (text === undefined) throw new SyntaxFault(start, 'a value is missing here', 'a value of JSON')
  return { is: 'plain', value: plain(text, start), start, end: cursor.at }
}

const plain = (text: string, start: number): string | number | boolean | null => {
  try {
    return JSON.parse(text) as string | number | boolean | null
  } catch {
    throw new SyntaxFault(start, 'this is no text of JSON', 'a text whose escapes JSON has')
  }
}

const membersIn = (cursor: Cursor) => {
  const members: Member[] = []
  separated(cursor, '}', () => {
    const start = cursor.at
    const name = taken(cursor, TEXT)
    if (name === undefined) throw new SyntaxFault(start, 'a name is missing here', 'a name in quotes')
    const end = cursor.at
    space(cursor)
    if (cursor.text[cursor.at] !== ':') throw new SyntaxFault(cursor.at, '`:` is missing here', '`:`')
    cursor.at++
    members.push({ name: String(plain(name, start)), value: valueIn(cursor), start, end })
  })
  return { is: 'object', members } as const
}

const itemsIn = (cursor: Cursor) => {
  const items: Json[] = []
  separated(cursor, ']', () => void items.push(valueIn(cursor)))
  return { is: 'list', items } as const
}

const separated = (cursor: Cursor, close: string, read: () => void): void => {
  for (let first = true; ; first = false) {
    space(cursor)
    if (cursor.text[cursor.at] === close && first) break
    read()
    space(cursor)
    if (cursor.text[cursor.at] === close) break
    if (cursor.text[cursor.at] !== ',')
      throw new SyntaxFault(cursor.at, `\`,\` or \`${close}\` is missing here`, `\`,\` or \`${close}\``)
    cursor.at++
  }
  cursor.at++
}
