import { compareRanks } from './claims.js'
import type { Claim } from './defaults.js'
import type { Layer, Origin, Route } from './layer.js'
import { identityOf, isPlain } from './merge.js'
import { type OriginFinder, sourceOf } from './origin.js'
import { type ModelPath, pathOf } from './path.js'

/** One value on which two ranks differ: what counts, and what lost. */
export interface ContestedFact {
  readonly path: ModelPath
  /** The list that it belongs to, and the id there. */
  readonly list: string
  readonly id: string
  readonly counts: ContestedClaim
  readonly lost: ContestedClaim
  /** Why a person said that the description is right and the import wrong. */
  readonly corrects?: string
}

/** A claim that stands against another. */
export interface ContestedClaim {
  readonly value: unknown
  readonly origin: Origin
}

const LISTS = ['assets', 'vendors', 'keys', 'backupPlans', 'zones'] as const

/**
 * Every value of which a higher rank says something else than what was stated, attested or imported. What a provider
 * does by default is no statement that anything could contradict, and an asset may say otherwise than `defaults` do.
 */
export const contestedFacts = (layers: readonly Layer[], finder: OriginFinder): readonly ContestedFact[] => {
  if (new Set(layers.map(({ rank }) => rank)).size < 2) return []
  return LISTS.flatMap((list) => idsOf(layers, list).flatMap((id) => contestedIn(list, id, finder)))
}

const idsOf = (layers: readonly Layer[], list: (typeof LISTS)[number]): readonly string[] => [
  ...new Set(layers.flatMap(({ tree }) => (tree[list] ?? []).map(({ id }) => id))),
]

const contestedIn = (list: string, id: string, finder: OriginFinder): ContestedFact[] => {
  const claims = finder.claimsOf(list, id).filter(({ layer }) => compareRanks(layer.rank, 'stated') >= 0)
  if (claims.length < 2) return []
  const corrects = claims.map(({ tree }) => (tree as { corrects?: string }).corrects).find(Boolean)
  const seen = new Map<string, { claim: Claim; leaf: Leaf }>()
  const found: ContestedFact[] = []
  for (const claim of claims) {
    for (const leaf of leavesOf(claim.tree)) {
      const name = leaf.name.join('\0')
      const winner = seen.get(name)
      if (!winner) seen.set(name, { claim, leaf })
      else if (winner.claim.layer.rank !== claim.layer.rank && !sameValue(winner.leaf.value, leaf.value)) {
        found.push({
          path: pathOf(pathOf('', list, id), ...(hasRank(claim, 'stated') ? leaf.keys : winner.leaf.keys)),
          list,
          id,
          counts: contestedClaim(winner.claim, winner.leaf),
          lost: contestedClaim(claim, leaf),
          ...(corrects === undefined ? {} : { corrects }),
        })
      }
    }
  }
  return found
}

const contestedClaim = (claim: Claim, { route, value }: Leaf): ContestedClaim => ({
  value,
  origin: { ...sourceOf(claim, route), rank: claim.layer.rank, stated: true },
})

const hasRank = ({ layer }: Claim, rank: Layer['rank']): boolean => layer.rank === rank

interface Leaf {
  /** What names it whoever speaks of it: endpoints go by their port. */
  readonly name: readonly string[]
  readonly keys: readonly string[]
  readonly route: Route
  readonly value: unknown
}

/** What names an entry, or says nothing of the world. */
const NOT_FACTS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'notes',
  'address',
  'corrects',
  'tags',
  'count',
])

const ROOT: Omit<Leaf, 'value'> = { name: [], keys: [], route: [] }

/** Values that are not made of others: scalars, and lists whose entries have no names. */
const leavesOf = function* (value: unknown, at: Omit<Leaf, 'value'> = ROOT): Generator<Leaf> {
  if (isPlain(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (!NOT_FACTS.has(key) && !key.startsWith('x-')) yield* leavesOf(one, below(at, key, key, key))
    }
  } else if (Array.isArray(value) && value.some((entry) => identityOf(entry) !== undefined)) {
    for (const [index, one] of value.entries()) {
      const identity = identityOf(one) ?? String(index)
      yield* leavesOf(one, below(at, String((one as { port?: number }).port ?? identity), identity, index))
    }
  } else if (value !== undefined) yield { ...at, value }
}

const below = (
  { name, keys, route }: Omit<Leaf, 'value'>,
  called: string,
  key: string,
  step: string | number,
): Omit<Leaf, 'value'> => ({ name: [...name, called], keys: [...keys, key], route: [...route, step] })

/** Lists of names are sets: their order says nothing. */
const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((entry) => JSON.stringify(entry)).sort(byCodeUnit) : value

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
