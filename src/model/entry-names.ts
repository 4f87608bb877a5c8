import { compareText } from './compare-text.js'
import { identityOf, isPlain } from './merge.js'

/** A value as JSON with its keys in order: the same text for the same content, however it was written down. */
export const contentText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => compareText(one, other)))
      : part,
  ) ?? ''

/** The names of the entries of a list, in its order, and who has which. */
const NAMES = new WeakMap<readonly unknown[], readonly string[]>()

/**
 * A name for each entry of a list that does not depend on where it stands: its identity, else what is particular of
 * it. Of entries with the same name all but the first, by content, get a number.
 */
export const entryNames = (list: readonly unknown[]): readonly string[] => {
  let known = NAMES.get(list)
  if (!known) {
    known = numbered(list)
    NAMES.set(list, known)
  }
  return known
}

/** The places of a list in an order that does not depend on how it was written down: by the names of the entries. */
export const placesByName = (list: readonly unknown[]): readonly number[] => {
  const names = entryNames(list)
  return [...list.keys()].sort((one, other) => compareText(names[one] ?? '', names[other] ?? ''))
}

const numbered = (list: readonly unknown[]): readonly string[] => {
  const places = new Map<string, number[]>()
  for (const [index, entry] of list.entries()) {
    const name = nameOf(entry)
    const others = places.get(name)
    if (others) others.push(index)
    else places.set(name, [index])
  }
  const names: string[] = []
  for (const [name, indices] of places) {
    const ordered = indices.length === 1 ? indices : byContent(list, indices)
    for (const [nth, index] of ordered.entries()) names[index] = nth === 0 ? name : `${name}#${nth + 1}`
  }
  return names
}

const byContent = (list: readonly unknown[], indices: readonly number[]): readonly number[] =>
  indices
    .map((index) => ({ index, text: contentText(list[index]) }))
    .sort((one, other) => compareText(one.text, other.text))
    .map(({ index }) => index)

const nameOf = (entry: unknown): string => {
  if (!isPlain(entry)) return contentText(entry)
  const { id, from, to, protocol, date, specification, subjects } = entry
  if (typeof id === 'string') return id
  if (typeof from === 'string' && typeof to === 'string') return `${from}→${to}`
  const identity = identityOf(entry)
  if (identity !== undefined) return identity
  if (typeof specification === 'string') return `${specification} ${contentText(subjects)}`
  for (const one of [protocol, to, date]) if (typeof one === 'string') return one
  return contentText(entry)
}
