import { compareRanks } from './claims.js'
import type { Asset, Default } from './description.generated.js'
import type { Layer, Route } from './layer.js'
import { matchesAsset, specificityOf } from './match.js'
import { merged } from './merge.js'

/** What one tree claims of an asset or of another entry of a list, and where that stands in the tree. */
export interface Claim {
  readonly layer: Layer
  readonly base: Route
  readonly tree: unknown
  /** Whether it comes from `defaults`, which nobody wrote for this entry alone. */
  readonly shared?: boolean
}

/** An asset with all that is claimed of it. */
export interface Merged {
  readonly asset: Asset
  /** What was claimed, the winning claim first. */
  readonly claims: readonly Claim[]
}

interface Candidate extends Claim {
  readonly tree: Partial<Asset>
  readonly match: Default['match']
  readonly specificity: number
}

interface Own {
  readonly layer: Layer
  readonly index: number
  readonly value: Asset
}

/**
 * Merges what is claimed of each asset: the higher rank wins. `defaults` lie under all that is stated, like CSS: the
 * more specific match wins, then the later one. A match sees an asset's own values only, so that the order cannot
 * matter.
 */
export const applyDefaults = (layers: readonly Layer[]): readonly Merged[] => {
  const candidates = candidatesOf(layers)
  const classes = new Map(
    layers.flatMap(({ tree }) => (tree.data ?? []).map(({ id, class: its }) => [id, its] as const)),
  )
  const shared = sharedSets()
  return [...ownClaims(layers).values()].map((own) => {
    const itself = mergedClaims(own)
    const applying = candidates.filter(({ match }) =>
      matchesAsset(match, { id: itself.id, asset: itself }, classes),
    )
    return own.length === 1 ? simple(own[0] as Own, applying, shared(applying)) : layered(own, applying)
  })
}

/** What each layer says of each asset, the weakest first. */
const ownClaims = (layers: readonly Layer[]): ReadonlyMap<string, Own[]> => {
  const claims = new Map<string, Own[]>()
  for (const layer of layers) {
    for (const [index, value] of (layer.tree.assets ?? []).entries()) {
      const list = claims.get(value.id)
      if (list) list.push({ layer, index, value })
      else claims.set(value.id, [{ layer, index, value }])
    }
  }
  for (const list of claims.values()) if (list.length > 1) list.sort(weakestFirst)
  return claims
}

/** `corrects` puts what is stated over what is imported, not over what is observed. */
const strengthOf = ({ layer, value }: Own): number =>
  layer.rank === 'stated' && value.corrects !== undefined
    ? CORRECTION
    : compareRanks(layer.rank, 'default') * 2

/** Between imported and observed. */
const CORRECTION = compareRanks('imported', 'default') * 2 + 1

const weakestFirst = (one: Own, other: Own): number => strengthOf(one) - strengthOf(other)

const mergedClaims = (own: readonly Own[]): Asset =>
  own.reduce<unknown>((under, { value }) => merged(under, value), undefined) as Asset

const claimOf = ({ layer, index, value }: Own): Claim => ({ layer, base: ['assets', index], tree: value })

/** All defaults, the one that wins first. */
const candidatesOf = (layers: readonly Layer[]): readonly Candidate[] =>
  layers
    .flatMap((layer) =>
      (layer.tree.defaults ?? []).map(({ match, set }, index) => ({
        layer,
        match,
        tree: set as Partial<Asset>,
        base: ['defaults', index, 'set'],
        shared: true,
        specificity: specificityOf(match),
      })),
    )
    .reverse()
    .sort((one, other) => other.specificity - one.specificity)

interface SharedSet {
  /** All that the defaults set. */
  readonly set: unknown
  readonly claims: readonly Candidate[]
  /** The sets of these defaults and one more. */
  readonly more: Map<Candidate, SharedSet>
}

/** What some defaults set together, found by one after the other: assets with the same defaults share it. */
const sharedSets = (): ((applying: readonly Candidate[]) => SharedSet) => {
  const sharedSet = (claims: readonly Candidate[]): SharedSet => ({
    set: setBy(claims),
    claims,
    more: new Map(),
  })
  const none = sharedSet([])
  return (applying) => {
    let found = none
    for (const candidate of applying) {
      const next = found.more.get(candidate) ?? sharedSet([...found.claims, candidate])
      found.more.set(candidate, next)
      found = next
    }
    return found
  }
}

/** One claim and its defaults, as nearly all assets are. */
const simple = (own: Own, applying: readonly Candidate[], found: SharedSet): Merged => {
  if (applying.length === 0) return { asset: own.value, claims: [claimOf(own)] }
  const stronger = compareRanks(own.layer.rank, 'stated') >= 0
  const [under, over] = stronger ? [found.set, own.value] : [own.value, found.set]
  const claims = stronger ? [claimOf(own), ...found.claims] : [...found.claims, claimOf(own)]
  return { asset: merged(under, over) as Asset, claims }
}

const setBy = (applying: readonly Candidate[]): unknown =>
  applying.reduceRight<unknown>((under, { tree }) => merged(under, tree), undefined)

/** Claims of several ranks: what a provider does by default, then `defaults`, then the rest. */
const layered = (own: readonly Own[], applying: readonly Candidate[]): Merged => {
  const under = own.filter(({ layer }) => compareRanks(layer.rank, 'stated') < 0)
  const over = own.slice(under.length)
  const asset = [mergedClaims(under), setBy(applying), ...over.map(({ value }) => value)].reduce<unknown>(
    (below, above) => merged(below, above),
    undefined,
  )
  const claims = [...over.map(claimOf).reverse(), ...applying, ...under.map(claimOf).reverse()]
  return { asset: asset as Asset, claims }
}
