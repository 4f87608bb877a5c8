import { isPlain } from '../../model/merge.js'
import type { Place, Problem } from '../../model/problem.js'
import type { Document } from '../documents/document.js'
import { branchFor, descriptionSchema, resolved, type SchemaNode } from './schema-node.js'

/** A description that was read, and the document that it came from. */
export interface ReadTree {
  readonly document: Document
  readonly tree: Readonly<Record<string, unknown>>
}

type Route = readonly (string | number)[]

/** Words that stand for something where an id may stand, so that no id may be one of them. */
const RESERVED: ReadonlySet<string> = new Set([
  'us',
  'none',
  'any',
  'all',
  'ephi',
  'limited-data-set',
  'deidentified',
  'synthetic',
  'internet',
  'everyone',
  'system',
  'paper',
  'never',
  'forever',
  'remote',
  'admin',
  'true',
  'false',
  'unknown',
])

/** Ids that stand twice or may not stand at all, in one file or in several. */
export const identityProblems = (trees: readonly ReadTree[]): readonly Problem[] => {
  const ends: Known = new Map()
  return [
    ...topLists().flatMap(([list, key]) => {
      const known: Known = SHARED_NAMES.has(list) ? ends : new Map()
      return trees.flatMap(({ document, tree }) => duplicatesIn(tree[list], [list], key, known, document))
    }),
    ...trees.flatMap(({ document, tree }) => [
      ...nestedDuplicates(tree, document),
      ...namelessDefaults(tree, document),
    ]),
  ]
}

/** A default for an endpoint that nothing names would be one of none of the endpoints of an asset. */
const namelessDefaults = ({ defaults }: ReadTree['tree'], document: Document): Problem[] =>
  (Array.isArray(defaults) ? defaults : []).flatMap((one: unknown, index) => {
    const set = isPlain(one) ? one['set'] : undefined
    const endpoints = isPlain(set) ? set['endpoints'] : undefined
    return (Array.isArray(endpoints) ? endpoints : []).flatMap((endpoint: unknown, at): Problem[] =>
      !isPlain(endpoint) || ['port', 'id', 'protocol'].some((key) => endpoint[key] !== undefined)
        ? []
        : [
            {
              code: 'missing-key',
              message: 'a default for endpoints does not say for which',
              expected: '`port` and `protocol` of the endpoints that it is for',
              place: document.locate(['defaults', index, 'set', 'endpoints', at]),
            },
          ],
    )
  })

/** Assets, vendors and parties are one name space: any of them may be an end of a flow. */
const SHARED_NAMES: ReadonlySet<string> = new Set(['assets', 'vendors', 'parties'])

const topLists = (): [string, readonly string[]][] =>
  Object.entries(descriptionSchema().properties ?? {}).flatMap(([name, node]) => {
    const key = resolved(node)['x-key']
    return key === undefined ? [] : [[name, key] as [string, readonly string[]]]
  })

const keyOf = (entry: unknown, keys: readonly string[]): string | undefined => {
  if (!isPlain(entry)) return undefined
  const [only] = keys
  if (only !== undefined && keys.length === 1 && typeof entry[only] === 'string') return entry[only]
  const parts = keys.map((key) => entry[key])
  return parts.every((part) => typeof part === 'string' || typeof part === 'number')
    ? parts.join('/')
    : undefined
}

/** Where a name was first given; the place is only looked for when it was given again. */
type Known = Map<string, { readonly document: Document; readonly at: Route }>

const duplicatesIn = (
  list: unknown,
  route: Route,
  keys: readonly string[],
  known: Known,
  document: Document,
): Problem[] => {
  const problems: Problem[] = []
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const id = keyOf(entry, keys)
    if (id === undefined) continue
    const at = [...route, index, keys[0] as string]
    const first = known.get(id)
    if (first) problems.push(duplicate(id, keys, document.locate(at), first.document.locate(first.at)))
    else {
      known.set(id, { document, at })
      if (keys[0] === 'id' && RESERVED.has(id)) problems.push(reserved(id, document.locate(at)))
    }
  }
  return problems
}

const duplicate = (id: string, keys: readonly string[], place: Place, first: Place): Problem => ({
  code: 'duplicate-id',
  message: `${keys.join(' and ')} \`${id}\` ${keys.length === 1 ? 'is' : 'are'} taken`,
  expected: `another ${keys[0]}; the first is at ${first.file}:${first.line}:${first.column}`,
  place,
  also: [first],
})

const reserved = (id: string, place: Place): Problem => ({
  code: 'reserved-id',
  message: `\`${id}\` cannot be an id: the word has a meaning where ids may stand`,
  suggestion: `${id}-1, or a longer name`,
  place,
})

/** Lists further in, such as endpoints and groups: each is looked at by itself. */
const nestedDuplicates = (tree: unknown, document: Document): Problem[] => {
  const problems: Problem[] = []
  const route: (string | number)[] = []
  const below = (key: string | number, value: unknown, node: SchemaNode): void => {
    route.push(key)
    visit(value, node)
    route.pop()
  }
  const visit = (value: unknown, node: SchemaNode): void => {
    const its = branchFor(node, value)
    if (Array.isArray(value)) {
      if (route.length > 1 && its['x-key'])
        for (const problem of duplicatesIn(value, [...route], its['x-key'], new Map(), document))
          problems.push(problem)
      if (its.items) for (const [index, one] of value.entries()) below(index, one, its.items)
    } else if (isPlain(value)) {
      for (const key of Object.keys(value)) {
        const one = value[key]
        const member = its.properties?.[key] ?? its.additionalProperties
        if (typeof member === 'object' && typeof one === 'object') below(key, one, member)
      }
    }
  }
  visit(tree, descriptionSchema())
  return problems
}
