import type { Asset, Default } from './description.generated.js'
import type { Layer, Source } from './layer.js'
import { matchesAsset, specificityOf } from './match.js'
import { merged } from './merge.js'

/** A default that applies to an asset, and where it stands. */
export interface AppliedDefault extends Source {
  readonly set: Partial<Asset>
}

/** An asset with all that its defaults add, and where each part was said. */
export interface Merged {
  readonly asset: Asset
  readonly own: { readonly layer: number; readonly index: number; readonly value: Asset }
  /** The defaults that apply, the winning one first. Assets with the same defaults share the list. */
  readonly defaults: readonly AppliedDefault[]
}

interface Candidate extends AppliedDefault {
  readonly match: Default['match']
  readonly specificity: number
}

/**
 * Merges every matching default under each asset, like CSS: the more specific match wins, then the later one, and
 * an asset's own value over all. A match sees an asset's own values only, so that the order cannot matter.
 */
export const applyDefaults = (layers: readonly Layer[]): readonly Merged[] => {
  const candidates = candidatesOf(layers)
  const classes = new Map(
    layers.flatMap(({ tree }) => (tree.data ?? []).map(({ id, class: its }) => [id, its] as const)),
  )
  const shared = new Map<string, { set: unknown; defaults: readonly AppliedDefault[] }>()
  return layers.flatMap(({ tree }, layer) =>
    (tree.assets ?? []).map((own, index) => {
      const applying = candidates.filter(({ match }) =>
        matchesAsset(match, { id: own.id, asset: own }, classes),
      )
      const { set, defaults } = sharedDefaults(shared, applying)
      const asset = (set === undefined ? own : merged(set, own)) as Asset
      return { asset, own: { layer, index, value: own }, defaults }
    }),
  )
}

/** All defaults, the one that wins first. */
const candidatesOf = (layers: readonly Layer[]): readonly Candidate[] =>
  layers
    .flatMap(({ tree, document }) =>
      (tree.defaults ?? []).map(({ match, set }, index) => ({
        match,
        set: set as Partial<Asset>,
        document,
        route: ['defaults', index, 'set'],
        specificity: specificityOf(match),
      })),
    )
    .reverse()
    .sort((one, other) => other.specificity - one.specificity)

const sharedDefaults = (
  shared: Map<string, { set: unknown; defaults: readonly AppliedDefault[] }>,
  applying: readonly Candidate[],
) => {
  const key = applying.map(({ document, route }) => `${document}:${route[1]}`).join()
  let found = shared.get(key)
  if (!found) {
    const set = applying.reduceRight<unknown>((under, { set: over }) => merged(under, over), undefined)
    found = { set, defaults: applying }
    shared.set(key, found)
  }
  return found
}
