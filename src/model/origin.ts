import type { Rank } from '../knowledge/terms.js'
import { compareRanks } from './claims.js'
import type { Claim, Merged } from './defaults.js'
import type { Asset } from './description.generated.js'
import type { Layer, Origin, Route, Source } from './layer.js'
import { identityOf, isPlain } from './merge.js'
import { cutBehindEntry, type ModelPath, segmentsOf, unescaped } from './path.js'
import { positionByIdentity } from './positions.js'

/** Finds who claimed what stands at a path. */
export interface OriginFinder {
  /** Where the claim that counts stands, or the nearest stated place above it. */
  origin(path: ModelPath): Origin
  /** The rank of that claim. */
  rankOf(path: ModelPath): Rank
  /** Every claim of an entry of a list, the winning one first; none for what is in no list. */
  claimsOf(list: string, id: string): readonly Claim[]
}

/**
 * Finds where a value was claimed. Nothing is kept per value: the trees that may have claimed it are tried in the
 * order in which they won when they were merged, so a place costs something only when it is reported.
 */
export const originFinder = (layers: readonly Layer[], assets: readonly Merged[]): OriginFinder => {
  let known: ReadonlyMap<string, readonly Claim[]> | undefined
  const entries = () => {
    known ??= entriesOf(layers, assets)
    return known
  }
  const unstated: Unstated = new Map()
  const find = (path: ModelPath): Found => {
    const [entry, below] = cutBehindEntry(path)
    const own = entries().get(unescaped(entry))
    if (!own) return best(layers.map(wholeLayer).reverse(), segmentsOf(path))
    const rest = segmentsOf(below)
    return path.startsWith('/assets/') && rest[0] === 'exceptions' ? inException(own, rest) : best(own, rest)
  }
  return {
    claimsOf: (list, id) => entries().get(`${list}/${id}`) ?? [],
    origin: (path) => originIn(find(path), unstated),
    rankOf: (path) => find(path).claim.layer.rank,
  }
}

/** The claim that counts for a path, and how far it says something of it. */
interface Found {
  readonly claim: Claim
  readonly claims: readonly Claim[]
  readonly route: Route
  /** What stands there. */
  readonly value: unknown
  readonly stated: boolean
}

const wholeLayer = (layer: Layer): Claim => ({ layer, base: [], tree: layer.tree })

/** Paths below an exception of a group: what the exception sets, then what the group says. */
const inException = (own: readonly Claim[], [, why = '', ...rest]: readonly string[]): Found => {
  const [first] = own
  const found = first && walk(first.tree, ['exceptions', why])
  if (!first || !found?.complete) return best(own, rest)
  const base = [...first.base, ...found.route, 'set']
  const set = { layer: first.layer, base, tree: isPlain(found.value) ? found.value['set'] : undefined }
  return best([set, ...own], rest)
}

/** The place of all that is missing in a part of a claim. */
type Unstated = Map<object, { readonly claim: Claim; readonly origin: Origin }>

const originIn = ({ claim, claims, route, value, stated }: Found, unstated: Unstated): Origin => {
  // A default is the same for many assets, and says of which it speaks.
  if (stated || typeof value !== 'object' || value === null || claim.shared)
    return originOf(claim, claims, route, stated)
  const known = unstated.get(value)
  // What a mapping is made of may be shared between claims.
  if (known?.claim === claim) return known.origin
  const origin = originOf(claim, claims, route, false)
  unstated.set(value, { claim, origin })
  return origin
}

/** The first claim that states the value, else the one that states most of the way to it. */
const best = (claims: readonly Claim[], segments: readonly string[]): Found => {
  let nearest: Found | undefined
  const names = claims.length > 1 ? namesOfEndpoint(claims, segments) : undefined
  for (const claim of claims) {
    const { route, value, complete } = walk(claim.tree, segments, names)
    const found = { claim, claims, route, value, stated: complete }
    if (complete) return found
    if (!nearest || isNearer(claim, route, nearest)) nearest = found
  }
  return nearest ?? { claim: claims[0] as Claim, claims, route: [], value: undefined, stated: false }
}

/** What nobody states is stated where the thing is described; evidence only says what was seen of it. */
const isNearer = (
  claim: Claim,
  route: Route,
  than: { readonly claim: Claim; readonly route: Route },
): boolean => {
  const [own, others] = [claim.layer.evidence === true, than.claim.layer.evidence === true]
  return own === others ? route.length > than.route.length : others
}

const originOf = (claim: Claim, claims: readonly Claim[], route: Route, stated: boolean): Origin => {
  const { document, route: whole, address, note } = sourceOf(claim, route)
  const { rank } = claim.layer
  const origin: Origin =
    address === undefined
      ? { document, route: whole, rank, stated }
      : { document, route: whole, address, rank, stated }
  if (note !== undefined && stated) {
    const source = { document, route: whole, ...(address === undefined ? {} : { address }) }
    return { ...origin, also: { source, words: note } }
  }
  const own = claim.shared === true ? claims.find(({ shared }) => shared !== true) : undefined
  if (!own) return origin
  const words = `this default applies to ${(own.tree as { id?: string }).id ?? 'it'}`
  return { ...origin, also: { source: sourceOf(own, []), words } }
}

/** Where a part of a claim stands in the documents. */
export const sourceOf = ({ layer, base }: Claim, route: Route): Source => {
  const whole = base.concat(route)
  return layer.sourceOf?.(whole) ?? { document: layer.document, route: whole }
}

/** An endpoint has an id for one who claims something of it, and only a port for another. */
const namesOfEndpoint = (claims: readonly Claim[], [list, name]: readonly string[]) => {
  if (list !== 'endpoints' || name === undefined) return undefined
  const names = new Set([name])
  for (const { tree } of claims) {
    for (const { id, port } of (tree as Partial<Asset>).endpoints ?? []) {
      if (id === undefined || port === undefined) continue
      if (names.has(id) || names.has(String(port))) names.add(id).add(String(port))
    }
  }
  return names
}

/** Follows ids and keys as far as they are stated. */
const walk = (
  tree: unknown,
  segments: readonly string[],
  namesOfSecond?: ReadonlySet<string>,
): { route: Route; complete: boolean; value: unknown } => {
  const route: (string | number)[] = []
  let value = tree
  for (let index = 0; index < segments.length; index++) {
    const step = stepInto(value, segments[index] as string, index === 1 ? namesOfSecond : undefined)
    if (step === undefined) return { route, complete: false, value }
    route.push(step)
    value = (value as Record<string | number, unknown>)[step]
  }
  return { route, complete: value !== undefined, value }
}

const isNamed = (identity: string | undefined, name: string, others: ReadonlySet<string>): boolean =>
  identity !== undefined && (identity === name || others.has(identity))

const stepInto = (
  value: unknown,
  segment: string,
  names?: ReadonlySet<string>,
): string | number | undefined => {
  if (Array.isArray(value)) {
    const index = names
      ? value.findIndex((entry) => isNamed(identityOf(entry), segment, names))
      : positionByIdentity(value, segment)
    if (index >= 0) return index
    return /^\d+$/.test(segment) && Number(segment) < value.length ? Number(segment) : undefined
  }
  return isPlain(value) && Object.hasOwn(value, segment) ? segment : undefined
}

const LISTS = ['vendors', 'parties', 'data', 'zones', 'keys', 'backupPlans', 'flows', 'sites'] as const

const entriesOf = (
  layers: readonly Layer[],
  assets: readonly Merged[],
): ReadonlyMap<string, readonly Claim[]> => {
  const entries = new Map<string, readonly Claim[]>()
  for (const { asset, claims } of assets) entries.set(`assets/${asset.id}`, claims)
  for (const list of LISTS) {
    // Entries without an id are counted through all documents, as the joined list does.
    let joined = 0
    for (const layer of layers) {
      for (const [index, entry] of (layer.tree[list] ?? []).entries()) {
        const id = (entry as { readonly id?: string }).id ?? String(joined)
        const name = `${list}/${id}`
        const others = entries.get(name) ?? []
        if (others.length === 0) joined++
        entries.set(name, [{ layer, base: [list, index], tree: entry }, ...others])
      }
    }
  }
  for (const claims of entries.values())
    if (claims.length > 1 && !claims.some(({ shared }) => shared)) sortStrongestFirst(claims)
  return entries
}

const sortStrongestFirst = (claims: readonly Claim[]): void => {
  // A correction of an asset has been put in its place already.
  if (claims.some(({ tree }) => isPlain(tree) && tree['corrects'] !== undefined)) return
  ;(claims as Claim[]).sort((one, other) => compareRanks(other.layer.rank, one.layer.rank))
}
