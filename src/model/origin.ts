import type { Merged } from './defaults.js'
import type { Layer, Origin, Route } from './layer.js'
import { identityOf, isPlain } from './merge.js'
import { type ModelPath, segmentsOf } from './path.js'

/** A tree that may have claimed a value, and where its root stands. */
interface Candidate {
  readonly layer: Layer
  readonly base: Route
  readonly tree: unknown
  readonly words?: string
}

/**
 * Finds where a value was claimed. Nothing is kept per value: the trees that may have claimed it are tried in the
 * order in which they won when they were merged, so a place costs something only when it is reported.
 */
export const originFinder = (
  layers: readonly Layer[],
  assets: readonly Merged[],
): ((path: ModelPath) => Origin) => {
  let entries: ReadonlyMap<string, readonly Candidate[]> | undefined
  return (path) => {
    const [list = '', id = '', ...rest] = segmentsOf(path)
    entries ??= entriesOf(layers, assets)
    const own = entries.get(`${list}/${id}`)
    if (own) return list === 'assets' && rest[0] === 'exceptions' ? inException(own, rest) : best(own, rest)
    return best(layers.map(wholeLayer), id === '' ? (list === '' ? [] : [list]) : [list, id, ...rest])
  }
}

const wholeLayer = (layer: Layer): Candidate => ({ layer, base: [], tree: layer.tree })

/** Paths below an exception of a group: what the exception sets, then what the group says. */
const inException = (own: readonly Candidate[], [, why = '', ...rest]: readonly string[]): Origin => {
  const [first] = own
  const found = first && walk(first.tree, ['exceptions', why])
  if (!first || !found?.complete) return best(own, rest)
  const base = [...first.base, ...found.route, 'set']
  const set = { layer: first.layer, base, tree: isPlain(found.value) ? found.value['set'] : undefined }
  return best([set, ...own], rest)
}

/** The first candidate that states the value, else the one that states most of the way to it. */
const best = (candidates: readonly Candidate[], segments: readonly string[]): Origin => {
  let nearest: { candidate: Candidate; route: Route } | undefined
  for (const candidate of candidates) {
    const found = walk(candidate.tree, segments)
    if (found.complete) return originOf(candidate, candidates[0], found.route, true)
    if (!nearest || found.route.length > nearest.route.length) nearest = { candidate, route: found.route }
  }
  const first = candidates[0] as Candidate
  return originOf(nearest?.candidate ?? first, first, nearest?.route ?? [], false)
}

const originOf = (
  { layer, base, words }: Candidate,
  first: Candidate | undefined,
  route: Route,
  stated: boolean,
): Origin => {
  const origin = { document: layer.document, route: [...base, ...route], rank: layer.rank, stated }
  if (words === undefined || !first) return origin
  return { ...origin, also: { source: { document: first.layer.document, route: first.base }, words } }
}

/** Follows ids and keys as far as they are stated. */
const walk = (
  tree: unknown,
  segments: readonly string[],
): { route: Route; complete: boolean; value: unknown } => {
  const route: (string | number)[] = []
  let value = tree
  for (const segment of segments) {
    const step = stepInto(value, segment)
    if (step === undefined) return { route, complete: false, value }
    route.push(step)
    value = (value as Record<string | number, unknown>)[step]
  }
  return { route, complete: value !== undefined, value }
}

const stepInto = (value: unknown, segment: string): string | number | undefined => {
  if (Array.isArray(value)) {
    const index = value.findIndex((entry) => identityOf(entry) === segment || entry === segment)
    if (index >= 0) return index
    return /^\d+$/.test(segment) && Number(segment) < value.length ? Number(segment) : undefined
  }
  return isPlain(value) && Object.hasOwn(value, segment) ? segment : undefined
}

const LISTS = ['vendors', 'parties', 'data', 'zones', 'keys', 'backupPlans', 'flows', 'sites'] as const

const entriesOf = (
  layers: readonly Layer[],
  assets: readonly Merged[],
): ReadonlyMap<string, readonly Candidate[]> => {
  const entries = new Map<string, readonly Candidate[]>()
  for (const { asset, own, defaults } of assets) {
    const layer = layers[own.layer] as Layer
    const candidate = { layer, base: ['assets', own.index], tree: own.value }
    const under = defaults.map(({ document, route, set }) => ({
      layer: { ...layer, document },
      base: route,
      tree: set,
      words: `this default applies to ${asset.id}`,
    }))
    entries.set(`assets/${asset.id}`, [candidate, ...under])
  }
  for (const list of LISTS) {
    // Entries without an id are counted through all documents, as the joined list does.
    let joined = 0
    for (const layer of layers) {
      for (const [index, entry] of (layer.tree[list] ?? []).entries()) {
        const id = (entry as { readonly id?: string }).id ?? String(joined)
        entries.set(`${list}/${id}`, [{ layer, base: [list, index], tree: entry }])
        joined++
      }
    }
  }
  return entries
}
