import { keptByText } from '../knowledge/kept-by-text.js'
import { type ModelPath, ofAnyEntry, segmentsOf } from '../model/path.js'
import type { Alike, Judged } from './judge.js'
import { decidingPath, foundText } from './reported-subjects.js'

/** Outcomes with the same cause. */
export type Group = readonly [Judged, ...Judged[]]

/**
 * Groups outcomes of one rule by their cause: the same fact with the same value in the same words, whether it was stated
 * once, in a default, or many times.
 */
export const groupsOf = (judged: readonly Judged[]): readonly Group[] => {
  const groups = new Map<string, [Judged, ...Judged[]]>()
  const byAlike = new Map<Alike, [Judged, ...Judged[]]>()
  const withoutIds = idsTakenOut()
  for (const one of judged) {
    let group = one.alike && byAlike.get(one.alike)
    if (group) {
      group.push(one)
      continue
    }
    const key = causeOf(one, withoutIds(decidingPath(one)))
    group = groups.get(key)
    if (group) group.push(one)
    else group = [one]
    groups.set(key, group)
    if (one.alike) byAlike.set(one.alike, group)
  }
  return [...groups.values()]
}

/** The words of the rule itself are the same in all that it says. */
const causeOf = (one: Judged, field: string): string => {
  const { rule, outcome, severity, verdict, alternative } = one
  const cause = `${rule.id}\0${outcome}\0${severity}\0${field}`
  if (verdict.is !== 'fail') return cause
  const { says = '', fix = '' } = verdict
  const covered = alternative === undefined ? '' : JSON.stringify(alternative.subjects)
  return `${cause}\0${says}\0${foundText(one) ?? ''}\0${fix}\0${covered}`
}

/** Takes the ids out of paths: the same remains for the same field of different things. */
const idsTakenOut = (): ((path: ModelPath) => string) => {
  const namesTakenOut = keptByText(withoutNames)
  // Of things in a list only the field is looked at, which thousands of them share.
  return (path) => namesTakenOut(ofAnyEntry(path))
}

const withoutNames = (path: ModelPath): string => {
  const segments = segmentsOf(path)
  return segments
    .map((segment, index) => (NAMED_LISTS.has(segments[index - 1] ?? '') ? '*' : segment))
    .join('.')
}

const NAMED_LISTS: ReadonlySet<string> = new Set([
  'endpoints',
  'copies',
  'streams',
  'groups',
  'exceptions',
  'domains',
  'alternatives',
  'subcontractors',
])
