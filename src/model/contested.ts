import { findTlsPolicy } from '../knowledge/cloud-tls-policies.js'
import { compareRanks } from './claims.js'
import type { Claim } from './defaults.js'
import type { Layer, Origin, Route } from './layer.js'
import { identityOf, isPlain } from './merge.js'
import { type OriginFinder, sourceOf } from './origin.js'
import { type ModelPath, pathOf } from './path.js'
import { sameValue } from './same-value.js'

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
  const policies = policiesOf(layers)
  return [
    ...LISTS.flatMap((list) =>
      idsOf(layers, list).flatMap((id) =>
        contestedIn({ list, id, path: pathOf('', list, id) }, finder.claimsOf(list, id), policies),
      ),
    ),
    ...[...domainsOf(layers)].flatMap(([id, claims]) =>
      contestedIn({ list: 'domains', id, path: pathOf('/email/domains', id) }, claims, policies),
    ),
    ...Object.entries(PARTS).flatMap(([part, factsOf]) =>
      contestedIn({ list: part, id: part, path: pathOf('', part) }, partsOf(layers, part, factsOf), policies),
    ),
  ]
}

/** Parts of a description that are no lists, and what of them several may claim. Rules between zones only add up. */
const PARTS: Readonly<Record<string, (tree: Layer['tree']) => object | undefined>> = {
  identity: ({ identity }) => identity,
  zonePolicy: ({ zonePolicy }) => zonePolicy && { default: zonePolicy.default },
}

/** What is claimed of such a part, the strongest claim first. */
const partsOf = (
  layers: readonly Layer[],
  part: string,
  factsOf: (tree: Layer['tree']) => object | undefined,
): readonly Claim[] =>
  layers
    .flatMap((layer): Claim[] => {
      const tree = factsOf(layer.tree)
      return tree ? [{ layer, base: [part], tree }] : []
    })
    .sort((one, other) => compareRanks(other.layer.rank, one.layer.rank))

/** What is claimed of each mail domain, the strongest claim first. */
const domainsOf = (layers: readonly Layer[]): ReadonlyMap<string, readonly Claim[]> => {
  const domains = new Map<string, Claim[]>()
  for (const layer of layers) {
    for (const [index, tree] of (layer.tree.email?.domains ?? []).entries()) {
      const claim: Claim = { layer, base: ['email', 'domains', index], tree }
      domains.set(tree.name, [claim, ...(domains.get(tree.name) ?? [])])
    }
  }
  for (const claims of domains.values())
    claims.sort((one, other) => compareRanks(other.layer.rank, one.layer.rank))
  return domains
}

/** A claim of each TLS policy, by name. */
type Policies = ReadonlyMap<string, Claim>

const policiesOf = (layers: readonly Layer[]): Policies =>
  new Map(
    layers.flatMap((layer) =>
      Object.entries(layer.tree.tlsPolicies ?? {}).map(([name, tree]): [string, Claim] => [
        name,
        { layer, base: ['tlsPolicies', name], tree },
      ]),
    ),
  )

const idsOf = (layers: readonly Layer[], list: (typeof LISTS)[number]): readonly string[] => [
  ...new Set(layers.flatMap(({ tree }) => (tree[list] ?? []).map(({ id }) => id))),
]

const contestedIn = (
  { list, id, path }: { readonly list: string; readonly id: string; readonly path: ModelPath },
  all: readonly Claim[],
  policies: Policies,
): ContestedFact[] => {
  const claims = all.filter(({ layer }) => compareRanks(layer.rank, 'stated') >= 0)
  if (claims.length < 2) return []
  const corrects = claims.map(({ tree }) => (tree as { corrects?: string }).corrects).find(Boolean)
  const seen = new Map<string, { claim: Claim; leaf: Leaf }>()
  const found: ContestedFact[] = []
  for (const claim of claims) {
    for (const leaf of leavesOf(claim.tree, policies)) {
      const name = leaf.name.join('\0')
      const winner = seen.get(name)
      if (!winner) seen.set(name, { claim, leaf })
      else if (
        winner.claim.layer.rank !== claim.layer.rank &&
        !sameValue(leaf.keys.at(-1), winner.leaf.value, leaf.value)
      ) {
        found.push({
          path: pathOf(path, ...(hasRank(claim, 'stated') ? leaf.keys : winner.leaf.keys)),
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

const contestedClaim = (claim: Claim, { route, value, from = claim }: Leaf): ContestedClaim => ({
  value,
  origin: { ...sourceOf(from, route), rank: claim.layer.rank, stated: true },
})

const hasRank = ({ layer }: Claim, rank: Layer['rank']): boolean => layer.rank === rank

interface Leaf {
  /** What names it whoever speaks of it: endpoints go by their port. */
  readonly name: readonly string[]
  readonly keys: readonly string[]
  readonly route: Route
  readonly value: unknown
  /** Where it stands, if not in the claim itself: a TLS policy that is named there. */
  readonly from?: Claim
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
const leavesOf = function* (
  value: unknown,
  policies: Policies,
  at: Omit<Leaf, 'value'> = ROOT,
): Generator<Leaf> {
  if (isPlain(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (!NOT_FACTS.has(key) && !key.startsWith('x-'))
        yield* leavesOf(one, policies, below(at, key, key, key))
    }
    if (at.keys.at(-1) === 'tls') yield* impliedLeaves(value, policies, at)
  } else if (Array.isArray(value) && value.some((entry) => identityOf(entry) !== undefined)) {
    for (const [index, one] of value.entries()) {
      const identity = identityOf(one) ?? String(index)
      const called = String((one as { port?: number }).port ?? identity)
      yield* leavesOf(one, policies, below(at, called, identity, index))
    }
  } else if (value !== undefined) yield { ...at, value }
}

/** What TLS settings say by the name of a policy: one of the description, or one of a cloud provider. */
const impliedLeaves = function* (
  tls: Readonly<Record<string, unknown>>,
  policies: Policies,
  at: Omit<Leaf, 'value'>,
): Generator<Leaf> {
  const policy = policies.get(String(tls['policy']))
  const shared = isPlain(policy?.tree) ? policy.tree : {}
  for (const [key, value] of Object.entries(shared)) {
    if (policy && tls[key] === undefined)
      for (const leaf of leavesOf(value, policies, { ...below(at, key, key, key), route: [key] }))
        yield { ...leaf, from: policy }
  }
  const named = tls['providerPolicy'] ?? shared['providerPolicy']
  const offer = typeof named === 'string' ? findTlsPolicy(named) : undefined
  if (!offer || tls['versions'] !== undefined || shared['versions'] !== undefined) return
  const own = tls['providerPolicy'] !== undefined
  const leaf = below(at, 'versions', 'versions', 'providerPolicy')
  yield {
    ...leaf,
    ...(own || !policy ? {} : { route: ['providerPolicy'], from: policy }),
    value: offer.versions,
  }
}

const below = (
  { name, keys, route }: Omit<Leaf, 'value'>,
  called: string,
  key: string,
  step: string | number,
): Omit<Leaf, 'value'> => ({ name: [...name, called], keys: [...keys, key], route: [...route, step] })
