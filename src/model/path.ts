/**
 * A model path names a value by ids, never by position: `/assets/patients/audit/enabled`.
 * `~` and `/` inside a segment are written `~0` and `~1`, as in RFC 6901.
 */
export type ModelPath = string

/** One segment of a model path, unescaped. */
export type Segment = string

/** Joins segments below a path. */
export const pathOf = (parent: ModelPath, ...segments: readonly (string | number)[]): ModelPath => {
  let path = parent
  for (let index = 0; index < segments.length; index++) path += `/${escaped(String(segments[index]))}`
  return path
}

/** The segments of a path, unescaped. */
export const segmentsOf = (path: ModelPath): Segment[] => {
  if (path === '') return []
  const segments = path.slice(1).split('/')
  return path.includes('~') ? segments.map(unescaped) : segments
}

/** A path cut behind the entry that it lies in, both parts still escaped: `assets/patients` and `/audit/enabled`. */
export const cutBehindEntry = (path: ModelPath): readonly [entry: string, below: string] => {
  const second = path.indexOf('/', 1)
  const third = second < 0 ? -1 : path.indexOf('/', second + 1)
  return third < 0 ? [path.slice(1), ''] : [path.slice(1, third), path.slice(third)]
}

/** The path in the words of the description: `audit.reviewedEvery` for `/assets/patients/audit/reviewedEvery`. */
export const fieldOf = (path: ModelPath): string => {
  const segments = segmentsOf(path)
  const list = LISTS_OF_THINGS.has(segments[0] ?? '')
  const numbered = /^\d+$/.test(segments[1] ?? '')
  return ((list || numbered) && segments.length > 2 ? segments.slice(2) : segments).join('.')
}

/** A path as it is for every entry of its list, `/assets/‹any›/audit/enabled`; itself where it lies in no such list. */
export const ofAnyEntry = (path: ModelPath): ModelPath => {
  const [entry, below] = cutBehindEntry(path)
  const list = entry.slice(0, Math.max(0, entry.indexOf('/')))
  return LISTS_OF_THINGS.has(list) ? `/${list}/*${below}` : path
}

/** Top-level lists whose entries have an id of their own. */
export const LISTS_OF_THINGS: ReadonlySet<string> = new Set([
  'assets',
  'vendors',
  'parties',
  'data',
  'zones',
  'keys',
  'backupPlans',
  'flows',
  'sites',
  'tlsPolicies',
])

const escaped = (segment: string): string =>
  segment.includes('/') || segment.includes('~')
    ? segment.replaceAll('~', '~0').replaceAll('/', '~1')
    : segment

/** What stands in a path, as it is written elsewhere. */
export const unescaped = (segment: string): string =>
  segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment
