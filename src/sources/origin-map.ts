import type { Route, Source } from '../model/layer.js'

/** Where parts of an imported tree stand: a sparse map from routes through the tree to places in documents. */
export interface OriginMap {
  /** The note says what one has to know of a claim that nobody wrote. */
  set(route: Route, source: Source, note?: string): void
  /** The source of the longest known route that leads towards this one. */
  sourceOf(route: Route): Source
}

interface Placed {
  readonly route: Route
  readonly source: Source
  readonly note: string | undefined
}

/**
 * A map in which nothing has a place but the first document as a whole. Places are kept by the entry of the list that
 * they lie in, and compared only when somebody asks: many are set, few are ever looked up.
 */
export const originMap = (document = 0): OriginMap => {
  const whole: Source = { document, route: [] }
  const lists = new Map<string | number, Map<string | number, Placed[]>>()
  const placedIn = ([list = '', entry = '']: Route): Placed[] => {
    const entries = lists.get(list) ?? new Map<string | number, Placed[]>()
    lists.set(list, entries)
    const placed = entries.get(entry) ?? []
    entries.set(entry, placed)
    return placed
  }
  return {
    set: (route, source, note) => void placedIn(route).push({ route, source, note }),
    sourceOf: (route) => {
      const [list = '', entry = ''] = route
      const entries = lists.get(list)
      const found = longest(entries?.get(entry), route) ?? longest(entries?.get(''), route)
      return found ? plainly(found) : whole
    },
  }
}

/** A source may work its parts out when they are asked for; whoever asks for a place gets plain data. */
const plainly = ({ source: { document, route, address, note: own }, note = own }: Placed): Source => ({
  document,
  route,
  ...(address === undefined ? {} : { address }),
  ...(note === undefined ? {} : { note }),
})

/** Of two claims of the same thing the later one stands. */
const longest = (placed: readonly Placed[] | undefined, route: Route): Placed | undefined => {
  let found: Placed | undefined
  for (const one of placed ?? [])
    if (one.route.length >= (found?.route.length ?? 0) && leadsTo(one.route, route)) found = one
  return found
}

const leadsTo = (start: Route, route: Route): boolean =>
  start.length <= route.length && start.every((step, index) => step === route[index])
