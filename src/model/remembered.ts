import type { Infrastructure } from './infrastructure.js'

/** What is made of an infrastructure is made once, when it is first asked for. */
export const remembered = <T>(
  make: (infrastructure: Infrastructure) => T,
): ((infrastructure: Infrastructure) => T) => rememberedOf(make)

/** The same of any object that does not change. */
export const rememberedOf = <K extends object, T>(make: (of: K) => T): ((of: K) => T) => {
  const known = new WeakMap<K, { readonly made: T }>()
  return (of) => {
    let one = known.get(of)
    if (!one) {
      one = { made: make(of) }
      known.set(of, one)
    }
    return one.made
  }
}

/** What is made of a part of an infrastructure is made once; it lives as long as the infrastructure. */
export const rememberedWithin = <K extends object, T>(
  make: (infrastructure: Infrastructure, part: K) => T,
): ((infrastructure: Infrastructure, part: K) => T) => {
  const knownIn = remembered(() => new Map<K, T>())
  return (infrastructure, part) => {
    const known = knownIn(infrastructure)
    let one = known.get(part)
    if (one === undefined) {
      one = make(infrastructure, part)
      known.set(part, one)
    }
    return one
  }
}

/** What is made when it is first asked for, and kept. */
export const onceAsked = <T>(make: () => T): (() => T) => {
  let known: { readonly made: T } | undefined
  return () => {
    known ??= { made: make() }
    return known.made
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
