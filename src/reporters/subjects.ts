import type { RelatedPlace, ReportedSubject } from '../engine/report.js'
import { isInRepository } from './escape.js'

/** The place of a subject for those who show only files of the repository, and all its other places. */
export interface ShownPlace {
  readonly place?: RelatedPlace['place']
  readonly others: readonly RelatedPlace[]
}

/**
 * Where to show a subject. What stands in a module from elsewhere, or in a file outside of the repository, is shown at
 * the first place that belongs to the repository, such as the call of the module.
 */
export const shownPlace = ({ place, also = [] }: ReportedSubject): ShownPlace => {
  const inside = also.find((other) => isInRepository(other.place.file))
  if (place === undefined || inside === undefined || isInRepository(place.file))
    return { ...(place === undefined ? {} : { place }), others: also }
  return {
    place: inside.place,
    others: [{ place, words: 'stated here' }, ...also.filter((other) => other !== inside)],
  }
}

/** The asset where a subject begins: of `portal/web` and of `portal→tracker` it is `portal`. */
export const assetIdOf = ({ id }: Pick<ReportedSubject, 'id'>): string => id.replace(/[/~→:].*$/s, '').trim()
