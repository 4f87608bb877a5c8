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

/** Endpoints merge by port and protocol, whatever their ids. */
const mergeKeyOf = (entry: unknown): string | undefined => {
  if (!isPlain(entry)) return undefined
  if (entry['port'] !== undefined) return `${entry['port']}/${entry['protocol'] ?? ''}`
  return identityOf(entry)
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
  const result: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) result[key] = merged(under[key], value)
  return result
}

const mergedLists = (under: readonly unknown[], over: readonly unknown[]): readonly unknown[] => {
  const keys = over.map(mergeKeyOf)
  if (over.length === 0 || keys.includes(undefined)) return over
  const byKey = new Map(under.map((entry) => [mergeKeyOf(entry), entry]))
  if (byKey.has(undefined)) return over
  over.forEach((entry, index) => {
    const key = keys[index]
    byKey.set(key, merged(byKey.get(key), entry))
  })
  return [...byKey.values()]
}
