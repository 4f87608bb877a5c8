import { SyntaxFault } from './cursor.js'
import { readExpression } from './expression.js'
import { type Json, type Member, readJson } from './json-values.js'
import type { Attribute, Block, Body, Expression, Span } from './syntax.js'
import { templateUntilEnd } from './template.js'

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
  const members = bodiesOf(readJson(text)).flatMap(({ members: own }) => own)
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

/** An object, or each of a list of them; `null` is no block. */
const bodiesOf = (json: Json): readonly (Json & { readonly is: 'object' })[] => {
  if (json.is === 'object') return [json]
  if (json.is === 'plain' && json.value === null) return []
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
  NAMES.has(name) && json.is === 'plain' && typeof json.value === 'string' && !json.value.startsWith('${')
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
  // Texts of JSON are templates whose escapes JSON has undone.
  const parts = parsed(json, () => templateUntilEnd({ text: value, at: 0, depth: 0 }, readExpression))
  const [only, ...others] = parts
  if (typeof only === 'object' && 'value' in only && others.length === 0)
    return { ...only.value, ...placeOf(json) }
  return { is: 'template', parts, ...placeOf(json) }
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
