import { identityOf, isPlain } from './merge.js'

/** Finds where an entry of a list stands, by a name; -1 for none. */
type PositionOf = (list: readonly unknown[], name: string) => number

/** A shorter list is looked through; there may be thousands of flows, and they are asked for one by one. */
const SHORT = 16

const positions = (nameOf: (entry: unknown) => unknown): PositionOf => {
  const known = new WeakMap<readonly unknown[], ReadonlyMap<unknown, number>>()
  return (list, name) => {
    if (list.length < SHORT) return list.findIndex((entry) => nameOf(entry) === name)
    let places = known.get(list)
    if (!places) {
      // The first of those with the same name is meant.
      places = new Map(list.map((entry, index) => [nameOf(entry), index] as const).reverse())
      known.set(list, places)
    }
    return places.get(name) ?? -1
  }
}

/** Where the first entry stands that has this identity, or is this text. */
export const positionByIdentity = positions((entry) => (isPlain(entry) ? identityOf(entry) : entry))

/** Where the first entry stands that has this id, whatever else could name it. */
export const positionById = positions((entry) => (isPlain(entry) ? entry['id'] : undefined))
