import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import { rememberedOf } from '../../model/remembered.js'
import { parseTlsVersion } from '../../model/scalars/tls-version.js'
import type { Document } from '../documents/document.js'
import { scalarProblem } from './scalars.js'
import { branchFor, resolved, type SchemaNode } from './schema-node.js'

/** A name in a description that has to be the name of something. */
export interface Reference {
  readonly document: Document
  readonly route: readonly (string | number)[]
  readonly name: string
  /** What it may name. */
  readonly kinds: readonly string[]
  /** Words that may stand instead. */
  readonly words: readonly string[]
}

/** A description in one spelling: short forms expanded, lists where lists may stand, texts as they were written. */
export interface Normalised {
  readonly tree: unknown
  readonly references: readonly Reference[]
  readonly problems: readonly Problem[]
}

interface Reading {
  readonly document: Document
  /** Where it is now; it grows and shrinks, and is copied where it is kept. */
  readonly route: (string | number)[]
  readonly references: Reference[]
  readonly problems: Problem[]
}

/**
 * Reads a document by the schema. Indices stay as they are, so that a route through the result is a route through
 * the document. What has the wrong shape is left as it is: validation says so.
 */
export const normalise = (document: Document, schema: SchemaNode): Normalised => {
  const reading: Reading = { document, route: [], references: [], problems: [] }
  const tree = normalised(document.value, schema, reading)
  return { tree, references: reading.references, problems: reading.problems }
}

const normalised = (raw: unknown, schema: SchemaNode, reading: Reading): unknown => {
  const whole = resolved(schema)
  const value = listed(expanded(raw, whole), whole)
  const node = branchFor(whole, value)
  const inner = node === whole ? value : listed(expanded(value, node), node)
  if (Array.isArray(inner)) return listItems(inner, Array.isArray(raw), node, reading)
  if (isPlain(inner)) return members(inner, node, reading)
  return scalar(inner, node, reading)
}

/** Writes a short form out. */
const expanded = (value: unknown, { 'x-short': short, 'x-fill': fill }: SchemaNode): unknown => {
  if (typeof value === 'object' && value !== null) return value
  const text = String(value)
  if (short !== undefined && Object.hasOwn(short, text)) return short[text]
  return typeof value === 'string' && fill !== undefined ? { [fill]: value } : value
}

const listed = (value: unknown, node: SchemaNode): unknown => {
  if (node['x-none'] === 'list' && value === 'none') return []
  const single = node['x-list'] === true && value !== undefined && value !== null && !Array.isArray(value)
  return single ? [value] : value
}

const listItems = (
  list: readonly unknown[],
  written: boolean,
  node: SchemaNode,
  reading: Reading,
): unknown => {
  const items = itemsOf(node)
  if (!items) return list
  const each = inherited(items, node)
  return list.map((one, index) => {
    if (!written) return normalised(one, each, reading)
    reading.route.push(index)
    const its = normalised(one, each, reading)
    reading.route.pop()
    return its
  })
}

const itemsOf = (node: SchemaNode): SchemaNode | undefined =>
  node.items ?? node.anyOf?.map((branch) => resolved(branch).items).find((items) => items !== undefined)

const INHERITED = new WeakMap<SchemaNode, SchemaNode>()

/** What a list says of its entries, where the entries do not say it themselves. */
const inherited = (items: SchemaNode, list: SchemaNode): SchemaNode => {
  let known = INHERITED.get(list)
  if (!known) {
    known = withInherited(items, list)
    INHERITED.set(list, known)
  }
  return known
}

const withInherited = (items: SchemaNode, list: SchemaNode): SchemaNode => {
  const own = resolved(items)
  if (list['x-ref'] === undefined && list['x-scalar'] === undefined && !list['x-text']) return own
  const { 'x-ref': ref, 'x-words': words, 'x-scalar': kind, 'x-text': text, 'x-expected': expected } = list
  const passed = { 'x-ref': ref, 'x-words': words, 'x-scalar': kind, 'x-text': text, 'x-expected': expected }
  return {
    ...(Object.fromEntries(Object.entries(passed).filter(([, one]) => one !== undefined)) as SchemaNode),
    ...own,
  }
}

const members = (value: Readonly<Record<string, unknown>>, node: SchemaNode, reading: Reading) => {
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const one = value[key]
    if (key.startsWith('x-') && !node.properties?.[key]) continue
    const schema = node.properties?.[key] ?? node.additionalProperties
    if (typeof schema !== 'object') {
      result[key] = one
      continue
    }
    reading.route.push(key)
    result[key] = normalised(one, schema, reading)
    reading.route.pop()
  }
  return result
}

const scalar = (value: unknown, node: SchemaNode, reading: Reading): unknown => {
  if (value === undefined || value === null) return value
  const { route } = reading
  const text = asText(value, node, route, reading.document)
  const problem = scalarProblem(text, node, reading.document, route)
  if (problem) {
    reading.problems.push(problem)
    return text
  }
  if (node['x-ref'] !== undefined && typeof text === 'string') {
    const { kinds, words } = namedBy(node)
    reading.references.push({ document: reading.document, route: [...route], name: text, kinds, words })
  }
  if (node['x-scalar'] === 'version' && typeof text === 'string') return parseTlsVersion(text) ?? text
  if (node['x-scalar'] === 'percent' && typeof text === 'string') return Number(text.replace('%', ''))
  return text
}

type Named = Pick<Reference, 'kinds' | 'words'>

/** What a part of the schema lets one name: the same lists for all of the thousands of names that stand there. */
const namedBy = rememberedOf(
  ({ 'x-ref': ref = [], 'x-words': words = [] }: SchemaNode): Named => ({ kinds: [ref].flat(), words }),
)

/** YAML turns `1.0` into 1: where a text is meant, what counts is what was written. */
const asText = (value: unknown, node: SchemaNode, route: Reading['route'], document: Document): unknown => {
  if (typeof value !== 'number' && typeof value !== 'boolean') return value
  if (node['x-text'] !== true && node['x-scalar'] !== 'version') return value
  return document.sourceText(route) ?? String(value)
}
