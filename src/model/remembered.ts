import type { Infrastructure } from './infrastructure.js'

/** What is made of an infrastructure is made once, when it is first asked for. */
export const remembered = <T>(
  make: (infrastructure: Infrastructure) => T,
): ((infrastructure: Infrastructure) => T) => {
  const known = new WeakMap<Infrastructure, { readonly made: T }>()
  return (infrastructure) => {
    let one = known.get(infrastructure)
    if (!one) {
      one = { made: make(infrastructure) }
      known.set(infrastructure, one)
    }
    return one.made
  }
}

/** Things by one or several keys of each, in their order. */
export const byKeys = <T, K = string>(
  things: Iterable<T>,
  keysOf: (thing: T) => readonly (K | undefined)[],
): ReadonlyMap<K, readonly T[]> => {
  const found = new Map<K, T[]>()
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      if (key === undefined) continue
      const list = found.get(key)
      if (list) list.push(thing)
      else found.set(key, [thing])
    }
  }
  return found
}
