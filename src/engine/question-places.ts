import { keptByText } from '../knowledge/kept-by-text.js'
import {
  cutBehindEntry,
  LISTS_OF_THINGS,
  type ModelPath,
  ofAnyEntry,
  segmentsOf,
  unescaped,
} from '../model/path.js'

/** Where a missing fact would be stated. */
export interface Placed {
  readonly list: string
  readonly thing?: string
  readonly key: string
  readonly field: string
}

/** Which list, which of its things, which part of it, and the field below. */
export const placed = (path: ModelPath): Placed => {
  const general = ofAnyEntry(path)
  if (general === path) return placedBy(path)
  const [entry] = cutBehindEntry(path)
  const { list, key, field } = placedOfAny(general)
  return { list, thing: unescaped(entry.slice(list.length + 1)), key, field }
}

/** The fields below the entries of a list, which thousands of them share. */
const placedOfAny = keptByText((path) => placedBy(path))

const placedBy = (path: ModelPath): Placed => {
  const segments = segmentsOf(path)
  const [list = 'system', second] = segments
  if (LISTS_OF_THINGS.has(list)) {
    if (second === undefined) return { list, key: '', field: '' }
    const inException = list === 'assets' && segments[2] === 'exceptions'
    const rest = withoutNames(inException ? segments.slice(4) : segments.slice(2))
    return { list, thing: second, key: rest[0] ?? '', field: rest.join('.') }
  }
  if (PARTS_WITH_LISTS.has(`${list}.${second}`) && segments.length > 2) {
    const rest = withoutNames(segments.slice(3))
    return { list: `${list}.${second}`, thing: segments[2] ?? '', key: rest[0] ?? '', field: rest.join('.') }
  }
  if (UNNAMED_LISTS.has(list) && second !== undefined) {
    const rest = withoutNames(segments.slice(2))
    return { list, thing: second, key: rest[0] ?? '', field: rest.join('.') }
  }
  return { list, key: '', field: withoutNames(segments.slice(1)).join('.') }
}

/** Lists one step in whose entries have an id, or a name. */
const PARTS_WITH_LISTS: ReadonlySet<string> = new Set([
  'email.streams',
  'email.domains',
  'governance.risks',
  'system.domains',
  'system.customers',
])

/** Those of them whose entries have a name, and no id. */
export const BY_NAME: ReadonlySet<string> = new Set(['email.domains', 'system.domains', 'system.customers'])

/** Lists whose entries are only counted. */
export const UNNAMED_LISTS: ReadonlySet<string> = new Set([
  'alternatives',
  'attestations',
  'retentionFloors',
  'moves',
])

/** Lists further in: what follows is the name of an entry, which is not part of the field. */
export const INNER_LISTS: ReadonlySet<string> = new Set([
  'endpoints',
  'copies',
  'thirdPartyScripts',
  'groups',
  'restoreTests',
  'subcontractors',
  'retentionFloors',
])

const withoutNames = (segments: readonly string[]): string[] =>
  segments.filter((segment, index) => !INNER_LISTS.has(segments[index - 1] ?? '') && !/^\d+$/.test(segment))
