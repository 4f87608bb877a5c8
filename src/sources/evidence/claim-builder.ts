import type { Rank } from '../../knowledge/terms.js'
import type { ClaimTree, Layer, Route, Source } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'

/** Builds what several observations claim into one tree that knows where each value was seen. */
export interface ClaimBuilder {
  /** The index of an entry of a list, which is made with its first values when it is first asked for. */
  entry(list: Route, key: string, first: Readonly<Record<string, unknown>>, source: Source): number
  /** Lays a value over what is there: objects merge, everything else is replaced. */
  put(route: Route, value: unknown, sourceOf: (below: Route) => Source): void
  /** Takes a value away that does not hold any more. */
  drop(route: Route, isOutdated?: (value: unknown) => boolean): void
  /** What was built; `undefined` if nothing was. */
  layer(rank: Rank): Layer | undefined
}

/** An empty builder. */
export const claimBuilder = (): ClaimBuilder => {
  const tree: Record<string, unknown> = { version: 1 }
  const sources = new Map<string, (further: Route) => Source>()
  const entries = new Map<string, number>()
  let first: Source | undefined
  const put: ClaimBuilder['put'] = (route, value, sourceOf) => {
    const set = (below: Route, one: unknown): void => {
      const whole = [...route, ...below]
      if (isPlain(one)) {
        const holder = holderOf(tree, whole)
        const key = whole.at(-1) as string
        if (!isPlain(holder[key])) holder[key] = {}
        for (const [name, inner] of Object.entries(one)) if (inner !== undefined) set([...below, name], inner)
        if (!sources.has(keyOf(whole))) sources.set(keyOf(whole), () => sourceOf(below))
      } else {
        holderOf(tree, whole)[whole.at(-1) as string] = one
        sources.set(keyOf(whole), (further) => sourceOf([...below, ...further]))
      }
    }
    first ??= sourceOf([])
    set([], value)
  }
  return {
    put,
    drop: (route, isOutdated) => dropIn(tree, route, isOutdated),
    entry: (list, key, values, source) => {
      const name = keyOf([...list, key])
      const known = entries.get(name)
      if (known !== undefined) return known
      const holder = holderOf(tree, list)
      const last = list.at(-1) as string
      holder[last] ??= []
      const index = (holder[last] as unknown[]).push({}) - 1
      entries.set(name, index)
      put([...list, index], values, () => source)
      return index
    },
    layer: (rank) =>
      first && {
        rank,
        evidence: true,
        document: first.document,
        tree: tree as unknown as ClaimTree,
        sourceOf: (route) => nearest(sources, route) ?? (first as Source),
      },
  }
}

const dropIn = (
  tree: Record<string, unknown>,
  route: Route,
  isOutdated: (value: unknown) => boolean = () => true,
): void => {
  const holder = holderOf(tree, route)
  const key = route.at(-1) as string
  if (isOutdated(holder[key])) delete holder[key]
}

const keyOf = (route: Route): string => route.join('\0')

/** The object or list in which the last step of a route stands; what is missing on the way is made. */
const holderOf = (tree: Record<string, unknown>, route: Route): Record<string, unknown> => {
  let holder = tree
  for (const step of route.slice(0, -1)) {
    holder[step] ??= {}
    holder = holder[step] as Record<string, unknown>
  }
  return holder
}

const nearest = (
  sources: ReadonlyMap<string, (further: Route) => Source>,
  route: Route,
): Source | undefined => {
  for (let length = route.length; length > 0; length--) {
    const found = sources.get(keyOf(route.slice(0, length)))
    if (found) return found(route.slice(length))
  }
  return undefined
}
