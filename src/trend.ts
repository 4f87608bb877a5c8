import { SEVERITIES, type Severity } from './knowledge/terms.js'
import type { Entry } from './store/entry.js'
import type { Link } from './store/history.js'

/** The reports on one system by one profile, the oldest first. */
export interface Series {
  readonly system: string
  readonly profile: string
  readonly entries: readonly Entry[]
}

/** Parts the reports by system and profile, which cannot be compared with each other, in the order of their first. */
export const seriesOf = (links: readonly Link[], last = Number.POSITIVE_INFINITY): readonly Series[] => {
  const found = new Map<string, Entry[]>()
  for (const { entry } of links) {
    const key = JSON.stringify([entry.system, entry.profile])
    const entries = found.get(key)
    if (entries) entries.push(entry)
    else found.set(key, [entry])
  }
  return [...found.values()].map((entries) => ({
    system: (entries[0] as Entry).system,
    profile: (entries[0] as Entry).profile,
    entries: entries.slice(-Math.min(last, entries.length)),
  }))
}

/** How many failures an entry counts. */
export const totalFailures = ({ failures }: Pick<Entry, 'failures'>): number =>
  SEVERITIES.reduce((sum, severity) => sum + failures[severity], 0)

/**
 * Parts a bar: how many of its columns each severity gets, the whole bar being `most` failures. What occurs gets one
 * at least, so that nothing critical is too little to be seen.
 */
export const barParts = (
  failures: Entry['failures'],
  most: number,
  columns: number,
): readonly (readonly [severity: Severity, columns: number])[] => {
  let left = columns
  return SEVERITIES.filter((severity) => failures[severity] > 0).map((severity, index, all) => {
    const others = all.length - index - 1
    const part = Math.max(1, Math.min(left - others, Math.round((failures[severity] / most) * columns)))
    left -= part
    return [severity, part] as const
  })
}
