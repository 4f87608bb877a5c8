type Plain = Readonly<Record<string, unknown>>

/** Whether a value is a plain object: not a list, not null. */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What names an entry within its list: its id, else its port, name or reason, as the schema's `x-key` says.
 * `undefined` where entries have no identity; such a list is replaced, not merged.
 */
export const identityOf = (entry: unknown): string | undefined => {
  if (!isPlain(entry)) return undefined
  for (const key of IDENTITY_KEYS) {
    const value = entry[key]
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return undefined
}

const IDENTITY_KEYS = ['id', 'port', 'name', 'why', 'vendor'] as const

/** Endpoints merge by port, whatever their ids, and without one by protocol. */
const mergeKeyOf = (entry: unknown): string | undefined => {
  if (!isPlain(entry)) return undefined
  if (entry['port'] !== undefined) return `port ${entry['port']}`
  return identityOf(entry) ?? (typeof entry['protocol'] === 'string' ? entry['protocol'] : undefined)
}

/** One port may have several protocols; where one side does not say which, it is the same. */
const isSame = (one: unknown, other: unknown): boolean => {
  const protocols = [one, other].map((entry) =>
    isPlain(entry) && entry['port'] !== undefined ? entry['protocol'] : undefined,
  )
  return protocols.includes(undefined) || protocols[0] === protocols[1]
}

/**
 * Lays one value over another: objects merge deeply, lists of things with an identity merge by it, and
 * everything else is replaced. Neither argument is changed, and untouched parts are shared.
 */
export const merged = (under: unknown, over: unknown): unknown => {
  if (over === undefined) return under
  if (isPlain(under) && isPlain(over)) return mergedObjects(under, over)
  if (Array.isArray(under) && Array.isArray(over)) return mergedLists(under, over)
  return over
}

const mergedObjects = (under: Plain, over: Plain): Plain => {
  // A spread of objects of many shapes gives each of its results a shape of its own, and whatever reads them is slow.
  const result: Record<string, unknown> = Object.assign({}, under, over)
  for (const key of Object.keys(over)) result[key] = merged(under[key], over[key])
  return result
}

/** Where no entry has an identity, the list is replaced; else nothing of either list is lost. */
const mergedLists = (under: readonly unknown[], over: readonly unknown[]): readonly unknown[] => {
  const keys = over.map(mergeKeyOf)
  if (over.length === 0 || [...keys, ...under.map(mergeKeyOf)].every((key) => key === undefined)) return over
  const waiting = new Map<string, unknown[]>()
  over.forEach((entry, index) => {
    const key = keys[index]
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), entry])
  })
  const taken = new Set<unknown>()
  const lower = under.flatMap((entry) => {
    const same = (waiting.get(mergeKeyOf(entry) ?? '') ?? []).filter((one) => isSame(entry, one))
    for (const one of same) taken.add(one)
    return same.length === 0 ? [entry] : same.map((one) => merged(entry, one))
  })
  return [...lower, ...over.filter((entry) => !taken.has(entry))]
}
