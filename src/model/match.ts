import type { Asset, Data, Match } from './description.generated.js'
import { matchesGlob } from './scalars/glob.js'

/** What a match is tried on: an asset's values, and the classes of the data it may name. */
export interface Matchable {
  readonly id: string
  readonly asset: Partial<Asset>
}

/** Class of each named data set, to let `holds: ephi` find an asset that holds the data set `chart`. */
export type DataClasses = ReadonlyMap<string, Data['class']>

/**
 * Whether every selector of the match holds; `{}` matches every asset. Each plan and default is tried on all of them:
 * of an asset nothing is read that the match does not ask for.
 */
export const matchesAsset = (match: Match, { id, asset }: Matchable, classes: DataClasses): boolean =>
  (match.id === undefined || meets(match.id, id)) &&
  (match.kind === undefined || meets(match.kind, asset.kind ?? 'other')) &&
  (match.zone === undefined || meets(match.zone, asset.zone)) &&
  (match.vendor === undefined || meets(match.vendor, asset.vendor)) &&
  (match.environment === undefined || meets(match.environment, asset.environment)) &&
  (match.address === undefined || meets(match.address, asset.address)) &&
  (match.source === undefined || meets(match.source, sourceOf(asset.address))) &&
  (match.holds === undefined || meetsOne(match.holds, namesOfData(asset.holds ?? [], classes))) &&
  (match.tag === undefined || meetsTags(match.tag, asset.tags))

const meetsTags = (wanted: NonNullable<Match['tag']>, tags: Asset['tags']): boolean =>
  Object.entries(wanted).every(([key, globs]) => meets(globs, tags?.[key]))

const meetsOne = (globs: readonly string[], values: readonly string[]): boolean =>
  values.some((value) => meets(globs, value))

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

/** Whether one of the globs finds a value; where there are none, whatever it is. */
const meets = (globs: readonly string[] | string | undefined, value: string | undefined): boolean => {
  if (globs === undefined) return true
  if (value === undefined) return false
  if (typeof globs === 'string') return matchesGlob(globs, value)
  for (const glob of globs) if (matchesGlob(glob, value)) return true
  return false
}
