import { type Node, parseTree } from 'jsonc-parser'
import type { Problem } from '../../model/problem.js'
import { DEEPEST, RESERVED_KEYS, type ReadDocument, type Route, reservedKey, tooDeep } from './document.js'
import type { SourceText } from './text.js'

/**
 * Reads JSON with the engine's own parser; places are looked up in a tree that is built only when one is asked for.
 * `undefined` if the text is no JSON: it may still be YAML in flow style.
 */
export const jsonDocument = (source: SourceText): ReadDocument | undefined => {
  if (deeperThan(source.text, DEEPEST)) return { problems: [tooDeep(source.placeAt(0))] }
  let value: unknown
  try {
    value = JSON.parse(source.text)
  } catch {
    return undefined
  }
  let tree: Node | undefined
  const walk = walker()
  const root = (): Node | undefined => {
    tree ??= parseTree(source.text)
    return tree
  }
  const problems = keyProblems(root, source)
  if (problems.length > 0) return { problems }
  return {
    document: {
      file: source.file,
      digest: source.digest,
      format: 'json',
      value,
      locate: (route, part = 'value') => {
        const { node } = walk(root(), route)
        const property =
          part === 'key' && node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined
        const found = property ?? node
        return found ? source.placeAt(found.offset, found.offset + found.length) : source.placeAt(0)
      },
      sourceText: (route) => {
        const { node, complete } = walk(root(), route)
        if (!node || !complete) return undefined
        return node.type === 'string'
          ? String(node.value)
          : source.text.slice(node.offset, node.offset + node.length)
      },
      usedAt: () => undefined,
      line: source.line,
    },
  }
}

/** What a route leads to, or the nearest above it. */
type Walk = (
  root: Node | undefined,
  route: Route,
) => { readonly node: Node | undefined; readonly complete: boolean }

/** Members are found by an index of each object that was walked through: a template may have thousands of resources. */
const walker = (): Walk => {
  const indices = new Map<Node, ReadonlyMap<string, Node>>()
  const membersOf = (object: Node): ReadonlyMap<string, Node> => {
    let members = indices.get(object)
    if (!members) {
      members = new Map(
        (object.children ?? []).flatMap(({ children: [name, value] = [] }) =>
          name && value ? [[String(name.value), value] as const] : [],
        ),
      )
      indices.set(object, members)
    }
    return members
  }
  return (root, route) => {
    let node = root
    for (const segment of route) {
      const next =
        node?.type === 'object'
          ? membersOf(node).get(String(segment))
          : node?.type === 'array'
            ? node.children?.[Number(segment)]
            : undefined
      if (!next) return { node, complete: false }
      node = next
    }
    return { node, complete: node !== undefined }
  }
}

/** Whether brackets nest deeper than so many levels; strings are skipped. */
export const deeperThan = (text: string, levels: number): boolean => {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (quoted) {
      if (code === 0x5c) index++
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) quoted = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > levels) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}

/** `JSON.parse` keeps the last of two equal keys and says nothing. */
const keyProblems = (root: () => Node | undefined, source: SourceText): Problem[] => {
  const problems: Problem[] = []
  const pending: Node[] = [root() ?? []].flat()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'object') problems.push(...ownKeyProblems(node, source))
    // One by one: a list may have more entries than a call may have arguments.
    for (const child of node.children ?? []) pending.push(child)
  }
  return problems.slice(0, MOST)
}

const MOST = 20

const ownKeyProblems = (object: Node, source: SourceText): Problem[] => {
  const known = new Map<string, Node>()
  return (object.children ?? []).flatMap((property) => {
    const name = property.children?.[0]
    if (!name) return []
    const key = String(name.value)
    const place = source.placeAt(name.offset, name.offset + name.length)
    const first = known.get(key)
    known.set(key, name)
    if (RESERVED_KEYS.has(key)) return [reservedKey(key, place)]
    if (!first) return []
    const other = source.placeAt(first.offset, first.offset + first.length)
    return [duplicateKey(key, place, other)]
  })
}

/** A key that stands twice in one mapping. */
export const duplicateKey = (
  key: string,
  place: Problem['place'],
  first: NonNullable<Problem['place']>,
): Problem => ({
  code: 'duplicate-key',
  message: `the key \`${key}\` stands here a second time`,
  expected: `each key once; the first is on line ${first.line}`,
  ...(place === undefined ? {} : { place }),
  also: [first],
})
