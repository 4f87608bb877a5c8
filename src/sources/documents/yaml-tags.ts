import {
  isAlias,
  isMap,
  isNode,
  isSeq,
  type Node,
  Pair,
  Scalar,
  visit,
  YAMLMap,
  type Document as YamlTree,
} from 'yaml'

/** Tags that a format gives a meaning, as the key that stands for each: `!Sub x` is `{ "Fn::Sub": x }`. */
export interface TagKeys {
  /** Every word that may stand after `!`. */
  readonly words: readonly string[]
  /** The key for the word after `!`. */
  keyOf(word: string): string | undefined
}

/** Tags for the parser, which otherwise warns of each. */
export const customTags = (words: readonly string[]) =>
  words.flatMap((word) => [
    { tag: `!${word}`, resolve: (text: string) => text },
    { tag: `!${word}`, collection: 'seq' as const, resolve: (node: unknown) => node },
    { tag: `!${word}`, collection: 'map' as const, resolve: (node: unknown) => node },
  ])

/** Writes each tag as the mapping of one key that it is short for; every part keeps its place. */
export const tagsAsKeys = (tree: YamlTree, { keyOf }: TagKeys): void => {
  visit(tree as never, {
    Node: (_key, node) => {
      if (isAlias(node) || !isNode(node)) return undefined
      const { tag } = node as { tag?: string }
      const key = tag?.startsWith('!') ? keyOf(tag.slice(1)) : undefined
      return key === undefined ? undefined : wrapped(node as Node & { tag?: string }, key)
    },
  })
}

const wrapped = (node: Node & { tag?: string; anchor?: string }, key: string): YAMLMap => {
  delete node.tag
  if (isMap(node) || isSeq(node)) Object.assign(node, { tag: undefined })
  const name = new Scalar(key)
  const map = new YAMLMap()
  map.items.push(new Pair(name, node) as never)
  // A mapping that stands for a tag is where the tag is.
  Object.assign(name, { range: node.range })
  Object.assign(map, { range: node.range })
  if (node.anchor !== undefined) {
    Object.assign(map, { anchor: node.anchor })
    delete node.anchor
  }
  return map
}
