/** A plain object; an empty one for anything else. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

/** A list; an empty one for anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text that is not empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** A port, written as a number or as its digits. */
export const portOf = (value: unknown): number | undefined => {
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  return typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined
}

/** A time of a scanner, in UTC as RFC 3339 writes it; scanners leave the offset out and mean UTC. */
export const timeOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e11)
    return instant(value * 1000)
  const text = textOf(value)
  if (text === undefined) return undefined
  if (/^\d{9,10}$/.test(text)) return instant(Number(text) * 1000)
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?$/.test(text)
    ? `${text.replace(' ', 'T')}Z`
    : text
  return instant(Date.parse(zoned))
}

const instant = (milliseconds: number): string | undefined => {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? date.toISOString().replace(/\.\d+Z$/, 'Z') : undefined
}

/** The day of a time. */
export const dayOf = (value: unknown): string | undefined => timeOf(value)?.slice(0, 10)

/** An object without what is not known. */
export const known = <T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never

const DAY = 24 * 60 * 60
const MOST_DAYS = 1_000_000

/** Seconds as a duration; whole days where there is at least one, at most what a duration may be. */
export const durationOf = (seconds: number): string =>
  seconds < DAY ? `PT${seconds}S` : `P${Math.min(Math.floor(seconds / DAY), MOST_DAYS)}D`
