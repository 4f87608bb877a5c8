import type { Asset, Data, Match } from './description.generated.js'
import { matchesGlob } from './scalars/glob.js'

/** What a match is tried on: an asset's values, and the classes of the data it may name. */
export interface Matchable {
  readonly id: string
  readonly asset: Partial<Asset>
}

/** Class of each named data set, to let `holds: ephi` find an asset that holds the data set `chart`. */
export type DataClasses = ReadonlyMap<string, Data['class']>

/** Whether every selector of the match holds; `{}` matches every asset. */
export const matchesAsset = (match: Match, { id, asset }: Matchable, classes: DataClasses): boolean => {
  if (!anyGlob(match.id, [id])) return false
  if (!anyGlob(match.kind, [asset.kind ?? 'other'])) return false
  if (!anyGlob(match.zone, [asset.zone])) return false
  if (!anyGlob(match.vendor, [asset.vendor])) return false
  if (!anyGlob(match.environment, [asset.environment])) return false
  if (!anyGlob(match.address, [asset.address])) return false
  if (!anyGlob(match.source, [sourceOf(asset.address)])) return false
  if (match.holds && !anyGlob(match.holds, namesOfData(asset.holds ?? [], classes))) return false
  return Object.entries(match.tag ?? {}).every(([key, globs]) => anyGlob(globs, [asset.tags?.[key]]))
}

/** How many selectors a match has; each tag counts. The more specific default wins. */
export const specificityOf = (match: Match): number =>
  Object.keys(match).filter((key) => key !== 'tag' && !key.startsWith('x-') && key !== 'notes').length +
  Object.keys(match.tag ?? {}).length

/** The data sets that a list names, and their classes. */
export const namesOfData = (held: readonly string[], classes: DataClasses): string[] =>
  held.flatMap((name) => {
    const known = classes.get(name)
    return known === undefined ? [name] : [name, known]
  })

const sourceOf = (address: string | undefined): string | undefined =>
  address?.includes(':') ? address.slice(0, address.indexOf(':')) : undefined

const anyGlob = (
  globs: readonly string[] | string | undefined,
  values: readonly (string | undefined)[],
): boolean => {
  if (globs === undefined) return true
  const list = typeof globs === 'string' ? [globs] : globs
  return list.some((glob) => values.some((value) => value !== undefined && matchesGlob(glob, value)))
}
