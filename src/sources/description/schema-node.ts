import { descriptionSchemaText } from './schema-text.js'

/** A node of the schema of descriptions: JSON Schema 2020-12 and the annotations that reading asks for. */
export interface SchemaNode {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly SchemaNode[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | SchemaNode
  readonly items?: SchemaNode
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  /** Keys that are free, by patterns. */
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>
  readonly default?: unknown
  readonly $defs?: Readonly<Record<string, SchemaNode>>
  /** The keys that identify an entry of a list. */
  readonly 'x-key'?: readonly string[]
  /** What a short form stands for, by its text. */
  readonly 'x-short'?: Readonly<Record<string, unknown>>
  /** The key of an object for which any text may stand. */
  readonly 'x-fill'?: string
  /** One value may stand for a list of one. */
  readonly 'x-list'?: boolean
  /** The word `none` may stand for an empty list. */
  readonly 'x-none'?: 'list'
  /** Numbers and truth values are read as they are written. */
  readonly 'x-text'?: boolean
  /** What it names. */
  readonly 'x-ref'?: string | readonly string[]
  /** Words that may stand instead of a name. */
  readonly 'x-words'?: readonly string[]
  /** What else a text has to be. */
  readonly 'x-scalar'?: Scalar
  /** Words that may stand instead of the scalar. */
  readonly 'x-also'?: readonly string[]
  /** What is expected, as a noun phrase. */
  readonly 'x-expected'?: string
}

/** Texts with a grammar of their own. */
export type Scalar = 'duration' | 'date' | 'version' | 'percent' | 'cidr' | 'glob' | 'domain' | 'portRange'

let whole: SchemaNode | undefined

/** The schema of descriptions, parsed once. */
export const descriptionSchema = (): SchemaNode => {
  whole ??= JSON.parse(descriptionSchemaText()) as SchemaNode
  return whole
}

const RESOLVED = new WeakMap<SchemaNode, SchemaNode>()

/** A node with what it refers to; what stands beside the reference counts. */
export const resolved = (node: SchemaNode): SchemaNode => {
  if (node.$ref === undefined) return node
  let found = RESOLVED.get(node)
  if (!found) {
    const { $ref, ...own } = node
    const name = $ref.replace('#/$defs/', '')
    const target = $ref === '#' ? descriptionSchema() : (descriptionSchema().$defs?.[name] ?? {})
    found = { ...resolved(target), ...own }
    RESOLVED.set(node, found)
  }
  return found
}

/** The JSON type of a value, as schemas name it; whole numbers are `integer`. */
export const jsonType = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (Number.isInteger(value)) return 'integer'
  return typeof value
}

/** Whether a node takes values of the JSON type of this one. */
const takesType = (node: SchemaNode, value: unknown): boolean => {
  const { type, enum: values, const: only, anyOf } = resolved(node)
  if (anyOf) return anyOf.some((branch) => takesType(branch, value))
  const its = jsonType(value)
  if (type === undefined) {
    if (only !== undefined) return jsonType(only) === its
    return values === undefined || values.some((one) => jsonType(one) === its)
  }
  const takes = (one: string) => one === its || (one === 'number' && its === 'integer')
  return typeof type === 'string' ? takes(type) : type.some(takes)
}

/** The branch of a union that takes a value, else the node itself; what the union says besides stays. */
export const branchFor = (node: SchemaNode, value: unknown): SchemaNode => {
  const whole = resolved(node)
  if (!whole.anyOf) return whole
  const { anyOf, ...own } = whole
  const fitting = anyOf.filter((branch) => takesType(branch, value))
  const exact = fitting.find((branch) => resolved(branch).const === value) ?? fitting[0]
  return exact ? joined(whole, own, branchFor(exact, value)) : whole
}

const JOINED = new WeakMap<SchemaNode, Map<SchemaNode, SchemaNode>>()

/** A branch, with what the union says besides; the same one for the same two. */
const joined = (union: SchemaNode, own: SchemaNode, branch: SchemaNode): SchemaNode => {
  const known = JOINED.get(union) ?? new Map<SchemaNode, SchemaNode>()
  JOINED.set(union, known)
  const found = known.get(branch) ?? { ...own, ...branch }
  known.set(branch, found)
  return found
}

/** The node of a field, by keys from the top; entries of lists need no key. */
export const schemaOf = (
  keys: readonly string[],
  from: SchemaNode = descriptionSchema(),
): SchemaNode | undefined => {
  let node: SchemaNode | undefined = from
  for (const key of keys) node = node && memberNode(node, key)
  return node && resolved(node)
}

const memberNode = (node: SchemaNode, key: string): SchemaNode | undefined => {
  const { properties, items, anyOf, additionalProperties } = resolved(node)
  const own = properties?.[key]
  if (own) return own
  const below = items && memberNode(items, key)
  if (below) return below
  for (const branch of anyOf ?? []) {
    const found = memberNode(branch, key)
    if (found) return found
  }
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

/** What may stand there, in few words: `true | false`, `a duration such as 6 years`. */
export const expectedWords = (node: SchemaNode): string | undefined => {
  const { 'x-expected': words, enum: values, const: only, type, anyOf, items } = resolved(node)
  if (words !== undefined) return words
  if (values) return values.map(String).join(' | ')
  if (only !== undefined) return String(only)
  if (anyOf) {
    const parts = anyOf.map(expectedWords).filter((part) => part !== undefined)
    return [...new Set(parts)].join(', or ') || undefined
  }
  const types = [type ?? []].flat()
  if (types.includes('array') && items) return `a list of: ${expectedWords(items) ?? 'values'}`
  return types.map((one) => TYPE_WORDS[one] ?? one).join(' or ') || undefined
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true | false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping',
  array: 'a list',
}
