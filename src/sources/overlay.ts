import type { Layer } from '../model/layer.js'
import type { Place, Problem } from '../model/problem.js'
import type { ReadTree } from './description/identities.js'
import type { Document } from './documents/document.js'
import { nearest } from './suggest.js'

/** Addresses that two imports have in common, and addresses of a description at which nothing was imported. */
export const addressProblems = (
  layers: readonly Layer[],
  documents: readonly Document[],
  trees: readonly ReadTree[],
): readonly Problem[] => {
  const imported = importedAddresses(layers, documents)
  if (imported.places.size === 0) return imported.problems
  const known = [...imported.places.keys()].map((name) => name.slice(name.indexOf(' ') + 1))
  return [...imported.problems, ...trees.flatMap((read) => danglingAddresses(read, new Set(known)))]
}

const importedAddresses = (layers: readonly Layer[], documents: readonly Document[]) => {
  const places = new Map<string, () => Place>()
  const problems: Problem[] = []
  for (const layer of layers.filter(({ rank }) => rank === 'imported' || rank === 'observed')) {
    for (const [index, { address }] of (layer.tree.assets ?? []).entries()) {
      if (address === undefined) continue
      const place = (): Place => {
        const { document, route } = layer.sourceOf?.(['assets', index]) ?? {
          document: layer.document,
          route: [],
        }
        return (documents[document] as Document).locate(route)
      }
      const name = `${layer.rank} ${address}`
      const first = places.get(name)
      if (first && problems.length < MOST) problems.push(importedTwice(address, place(), first()))
      else places.set(name, place)
    }
  }
  return { places, problems }
}

const MOST = 20

const importedTwice = (address: string, place: Place, first: Place): Problem => ({
  code: 'imported-twice',
  message: `\`${address}\` is imported twice`,
  expected: `each resource once; the first is at ${first.file}:${first.line}:${first.column}. Give each import an id of its own in \`sources\``,
  place,
  also: [first],
})

const danglingAddresses = ({ tree, document }: ReadTree, known: ReadonlySet<string>): Problem[] =>
  (Array.isArray(tree['assets']) ? tree['assets'] : []).flatMap(
    (asset: { readonly address?: unknown } | null, index) => {
      const address = asset?.address
      if (typeof address !== 'string' || known.has(address)) return []
      const suggestion = nearest(address, [...known])
      return [
        {
          code: 'dangling-reference',
          message: `\`address\` names \`${address}\`, which was not imported`,
          expected: 'the address of a resource that `sources` import, with the id of the source before it',
          ...(suggestion === undefined ? {} : { suggestion }),
          place: document.locate(['assets', index, 'address']),
        } satisfies Problem,
      ]
    },
  )
