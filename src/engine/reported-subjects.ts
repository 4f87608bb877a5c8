import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { Source } from '../model/layer.js'
import type { ModelPath } from '../model/path.js'
import type { Place } from '../model/problem.js'
import { onceAsked, remembered } from '../model/remembered.js'
import type { Subject } from '../model/subjects/subject.js'
import { masked, valueText } from '../model/value-text.js'
import { type Accepted, acceptanceOf, NOTHING_ACCEPTED } from './acceptance.js'
import { fingerprint } from './fingerprint.js'
import { type Judged, pathIn } from './judge.js'
import { maskedId, maskedLabel } from './masked-label.js'
import type { Finding, ReportedSubject } from './report.js'
import { stablePath } from './stable-path.js'

/** Makes a place of an origin; the engine knows no documents. */
export type PlaceOf = (source: Source) => Place

/** What findings are made with, besides the outcomes. */
export interface FindingOptions {
  readonly placeOf: PlaceOf
  readonly accepted?: Accepted
  /** The line of a place and its neighbours. */
  readonly excerptOf?: (place: Place) => NonNullable<Finding['excerpt']>
}

/** The subjects of a finding, by their ids. */
export const subjectsOf = (
  group: Iterable<Judged>,
  infrastructure: Infrastructure,
  { placeOf, accepted = NOTHING_ACCEPTED }: FindingOptions,
): readonly ReportedSubject[] =>
  Array.from(group, (one) => reportedSubject(one, infrastructure, placeOf, accepted)).sort(
    (one, other) => compareText(one.id, other.id) || compareText(one.fingerprint, other.fingerprint),
  )

/** So many are shown where not all are. */
const MOST_SHOWN = 6

/** Fewer subjects are worked out as a whole. */
const MANY = MOST_SHOWN + 2

/** The subjects of many that are shown first; `undefined` where they are few, or not told apart by their ids. */
export const foremostOf = (
  group: readonly Judged[],
  infrastructure: Infrastructure,
  options: FindingOptions,
): readonly ReportedSubject[] | undefined => {
  if (group.length < MANY) return undefined
  const least: Judged[] = []
  for (const one of group) {
    if (least.length === MOST_SHOWN && one.subject.id > (least.at(-1) as Judged).subject.id) continue
    least.push(one)
    least.sort((a, b) => compareText(a.subject.id, b.subject.id))
    if (least.length > MOST_SHOWN) least.pop()
  }
  const isClear = new Set(least.map(({ subject }) => subject.id)).size === least.length
  return isClear ? subjectsOf(least, infrastructure, options) : undefined
}

const reportedSubject = (
  one: Judged,
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
  accepted: Accepted,
): ReportedSubject => {
  const { subject } = one
  const path = decidingPath(one)
  const origin = infrastructure.origin(path)
  const also = origin.also ?? subject.also
  const found = foundText(one)
  const environment = environmentOf(subject)
  const stable = stablePath(path, infrastructure)
  const its = onceAsked(() => fingerprint([one.rule.id, subject.kind, subject.id, stable, environment ?? '']))
  const acceptance = acceptanceOf(one, { fingerprint: its, found }, accepted)
  const { kind, id, count, reach } = subject
  const label = maskedLabel(subject)
  const place = placeOf(origin)
  const shown = maskedId(path)
  // Most of what is reported is of this kind, and in a large system there is very much of it.
  const isBare = one.verdict.is === 'unproven' && environment === undefined && !also && !acceptance
  if (isBare && reach !== undefined)
    return { kind, id: maskedId(id), label, count, fingerprint: its(), path: shown, place, reach }
  return {
    kind,
    id: maskedId(id),
    label,
    count,
    ...(environment === undefined ? {} : { environment }),
    // The terminal shows none, and needs no `crypto` then.
    get fingerprint() {
      return its()
    },
    path: shown,
    ...(found === undefined ? {} : { found }),
    ...(one.verdict.is === 'unproven' ? {} : { rank: infrastructure.rankOf(path) }),
    place,
    ...(also === undefined ? {} : { also: [{ place: placeOf(also.source), words: also.words }] }),
    ...(reach === undefined ? {} : { reach }),
    ...(acceptance === undefined ? {} : { accepted: acceptance }),
  }
}

const environmentOf = ({ assets, infrastructure }: Subject): string | undefined =>
  hasEnvironments(infrastructure) ? infrastructure.asset(assets[0] ?? '')?.value.environment : undefined

const hasEnvironments = remembered(({ assets }: Infrastructure) =>
  assets.some(({ value }) => value.environment !== undefined),
)

/** The fact that decided. */
export const decidingPath = (one: Judged): ModelPath =>
  one.alike ? pathIn(one.alike, one.subject) : (one.verdict.on[0]?.path ?? one.subject.path)

/** What was found, as text; nothing where nobody stated it. */
export const foundText = ({ verdict }: Judged): string | undefined => {
  if (verdict.is === 'unproven') return undefined
  if (verdict.is === 'fail' && verdict.found !== undefined) return masked(verdict.found)
  const deciding = verdict.on[0]
  return deciding?.value === undefined ? undefined : valueText(deciding.value)
}
