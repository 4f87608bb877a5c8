import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Place, Problem } from '../../model/problem.js'
import { DEEPEST, RESERVED_KEYS, reservedKey, tooDeep } from './document.js'
import { duplicateKey } from './json.js'
import type { SourceText } from './text.js'

/** The plain value of a tree of YAML, and what each alias stands for. */
export interface Resolved {
  readonly value: unknown
  readonly targets: ReadonlyMap<Alias, Node>
  readonly problems: readonly Problem[]
}

/** So many values may come in through aliases; more is a bomb ("billion laughs"). */
const MOST_ALIASED = 200_000

interface Work {
  readonly source: SourceText
  readonly anchors: Map<string, Node>
  readonly targets: Map<Alias, Node>
  readonly known: Map<Node, { readonly value: unknown; readonly size: number }>
  readonly open: Set<Node>
  readonly problems: Problem[]
  aliased: number
}

interface Value {
  readonly value: unknown
  /** How many values it is, with what its aliases stand for. */
  readonly size: number
}

const NOTHING: Value = { value: null, size: 1 }

/** Makes plain data of a tree; what an alias stands for is shared, not copied. */
export const resolveYaml = (root: Node, source: SourceText): Resolved => {
  const work: Work = {
    source,
    anchors: new Map(),
    targets: new Map(),
    known: new Map(),
    open: new Set(),
    problems: [],
    aliased: 0,
  }
  const { value } = plainOf(root, 0, work)
  return { value, targets: work.targets, problems: work.problems }
}

const placeOf = (node: Node, { source }: Work): Place => source.placeAt(node.range?.[0] ?? 0, node.range?.[1])

const plainOf = (node: unknown, depth: number, work: Work): Value => {
  if (!isNode(node)) return NOTHING
  if (isAlias(node)) return aliasValue(node, work)
  if (depth > DEEPEST) {
    if (!work.problems.some(({ code }) => code === 'too-deep'))
      work.problems.push(tooDeep(placeOf(node as Node, work)))
    return NOTHING
  }
  const tag = (node as { tag?: string }).tag
  if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:'))
    work.problems.push(unknownTag(tag, placeOf(node as Node, work)))
  const anchor = (node as { anchor?: string }).anchor
  if (anchor !== undefined) work.anchors.set(anchor, node as Node)
  work.open.add(node as Node)
  const result = isMap(node)
    ? mapValue(node, depth, work)
    : isSeq(node)
      ? listValue(node, depth, work)
      : scalarValue(node)
  work.open.delete(node as Node)
  if (anchor !== undefined) work.known.set(node as Node, result)
  return result
}

const scalarValue = (node: unknown): Value => {
  const value = isScalar(node) ? node.value : null
  return { value: typeof value === 'bigint' ? Number(value) : (value ?? null), size: 1 }
}

const aliasValue = (alias: Alias, work: Work): Value => {
  const target = work.anchors.get(alias.source)
  if (!target) {
    work.problems.push({
      code: 'not-yaml',
      message: `\`*${alias.source}\` stands for nothing: no \`&${alias.source}\` before it`,
      place: placeOf(alias, work),
    })
    return NOTHING
  }
  if (work.open.has(target)) {
    work.problems.push({
      code: 'self-reference',
      message: `\`*${alias.source}\` stands inside what it stands for`,
      place: placeOf(alias, work),
      also: [placeOf(target, work)],
    })
    return NOTHING
  }
  work.targets.set(alias, target)
  const known = work.known.get(target) ?? NOTHING
  work.aliased += known.size
  if (work.aliased <= MOST_ALIASED) return known
  if (!work.problems.some(({ code }) => code === 'too-many-aliases')) {
    work.problems.push({
      code: 'too-many-aliases',
      message: 'aliases blow this file up',
      expected: `at most ${MOST_ALIASED} values that come in through aliases`,
      place: placeOf(alias, work),
    })
  }
  return NOTHING
}

const listValue = ({ items }: YAMLSeq, depth: number, work: Work): Value => {
  let size = 1
  const value = items.map((item) => {
    const one = isPair(item) ? NOTHING : plainOf(item, depth + 1, work)
    size += one.size
    return one.value
  })
  return { value, size }
}

const mapValue = ({ items }: YAMLMap, depth: number, work: Work): Value => {
  const result: Record<string, unknown> = {}
  const keys = new Map<string, Node>()
  const merges: Node[] = []
  let size = 1
  for (const pair of items as Pair[]) {
    const key = keyOf(pair, work)
    if (key === undefined) continue
    if (key === '<<') {
      merges.push(pair.value as Node)
      continue
    }
    const first = keys.get(key)
    if (first) work.problems.push(duplicateKey(key, placeOf(pair.key as Node, work), placeOf(first, work)))
    keys.set(key, pair.key as Node)
    const one = plainOf(pair.value, depth + 1, work)
    size += one.size
    result[key] = one.value
  }
  for (const merge of merges) size += mergeInto(result, merge, depth, work)
  return { value: result, size }
}

/** A key as text: `1: x` and `"1": x` are the same key. */
const keyOf = ({ key }: Pair, work: Work): string | undefined => {
  if (!isScalar(key)) {
    const place = isNode(key) ? placeOf(key as Node, work) : undefined
    work.problems.push({
      code: 'not-yaml',
      message: 'a key has to be a plain text',
      ...(place === undefined ? {} : { place }),
    })
    return undefined
  }
  const text = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
  if (RESERVED_KEYS.has(text)) {
    work.problems.push(reservedKey(text, placeOf(key as Node, work)))
    return undefined
  }
  return text
}

/** Keys of the mapping itself win; of several merged ones, those of the first. */
const mergeInto = (result: Record<string, unknown>, merge: Node, depth: number, work: Work): number => {
  let size = 0
  for (const source of isSeq(merge) ? (merge.items as Node[]) : [merge]) {
    const one = plainOf(source, depth + 1, work)
    size += one.size
    if (typeof one.value !== 'object' || one.value === null || Array.isArray(one.value)) {
      work.problems.push({
        code: 'not-yaml',
        message: '`<<` merges mappings only',
        place: placeOf(source, work),
      })
      continue
    }
    for (const [key, value] of Object.entries(one.value)) if (!Object.hasOwn(result, key)) result[key] = value
  }
  return size
}

const unknownTag = (tag: string, place: Place): Problem => ({
  code: 'unknown-tag',
  message: `the tag \`${tag}\` has no meaning here`,
  expected: 'plain values without `!` tags',
  place,
})
