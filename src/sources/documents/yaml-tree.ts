import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node } from 'yaml'
import type { Place } from '../../model/problem.js'
import type { ReadDocument, Route } from './document.js'
import type { QuickPlace } from './quick-yaml.js'
import type { SourceText } from './text.js'
import { type Resolved, resolveYaml } from './yaml-value.js'

/** More faults than this of one file help nobody. */
const MOST = 20

/** A document of a parsed tree: its plain value, and where each part of it stands. */
export const yamlTree = (contents: Node, source: SourceText): ReadDocument => {
  const resolved = resolveYaml(contents, source)
  if (resolved.problems.length > 0) return { problems: resolved.problems.slice(0, MOST) }
  return {
    document: {
      file: source.file,
      digest: source.digest,
      format: 'yaml',
      value: resolved.value,
      locate: (route, part = 'value') => placeOf(walk(contents, route, resolved), part, source),
      sourceText: (route) => textAt(walk(contents, route, resolved), route, source),
      usedAt: (route) => {
        const { usedAt } = walk(contents, route, resolved)
        return usedAt && placeOfNode(usedAt, source)
      },
      line: source.line,
    },
  }
}

interface Found {
  /** The node, or the nearest above it. */
  readonly node: Node
  readonly key?: Node
  readonly complete: boolean
  /** The last alias on the way. */
  readonly usedAt?: Alias
}

const walk = (root: Node, route: Route, { targets }: Resolved): Found => {
  let found: Found = { node: root, complete: true }
  const follow = (node: Node): Node => {
    if (!isAlias(node)) return node
    found = { ...found, usedAt: node }
    return targets.get(node) ?? node
  }
  for (const segment of route) {
    const next = childOf(follow(found.node), segment, targets)
    if (!next) return { ...found, complete: false }
    found = { ...found, ...next }
  }
  return {
    ...found,
    node: follow(found.node),
    ...(found.usedAt === undefined ? {} : { usedAt: found.usedAt }),
  }
}

type Child = { node: Node; key?: Node; usedAt?: Alias }

const childOf = (node: Node, segment: string | number, targets: Resolved['targets']): Child | undefined => {
  if (isSeq(node)) {
    const item = node.items[Number(segment)]
    return item === undefined || isPair(item) ? undefined : { node: item as Node }
  }
  if (!isMap(node)) return undefined
  for (const pair of node.items) {
    if (isScalar(pair.key) && String(pair.key.value) === String(segment) && pair.key.value !== '<<') {
      return { node: (pair.value ?? pair.key) as Node, key: pair.key as Node }
    }
  }
  return mergedChild(node.items, segment, targets)
}

const mergedChild = (
  pairs: readonly { key: unknown; value: unknown }[],
  segment: string | number,
  targets: Resolved['targets'],
): Child | undefined => {
  for (const { key, value } of pairs) {
    if (!isScalar(key) || key.value !== '<<') continue
    for (const source of isSeq(value) ? value.items : [value]) {
      const target = isAlias(source) ? targets.get(source) : (source as Node)
      const child = target && childOf(target, segment, targets)
      if (child) return isAlias(source) ? { usedAt: source, ...child } : child
    }
  }
  return undefined
}

const placeOf = ({ node, key, complete }: Found, part: 'key' | 'value', source: SourceText): Place =>
  complete && part === 'key' && key ? placeOfNode(key, source) : placeOfNode(node, source)

/** A mapping or list in block style is shown by its first line. */
const placeOfNode = (node: Node, source: SourceText): Place => {
  const [start, end] = node.range ?? [0, 1]
  return placeOfRange({ start, end, isScalar: isScalar(node) }, source)
}

/** Where a range of offsets stands; of what has several lines the first. */
export const placeOfRange = (
  { start, end, isScalar: whole }: Pick<QuickPlace, 'start' | 'end' | 'isScalar'>,
  source: SourceText,
): Place => {
  const newline = source.text.indexOf('\n', start)
  const first = newline < 0 || newline > end ? end : newline
  return source.placeAt(start, Math.max(start + 1, whole ? end : first))
}

const textAt = ({ node, complete }: Found, _route: Route, { text }: SourceText): string | undefined => {
  if (!complete || !isScalar(node)) return undefined
  if (typeof node.value === 'string') return node.value
  const [start, end] = node.range ?? [0, 0]
  return node.source ?? text.slice(start, end)
}
