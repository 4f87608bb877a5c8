import { citationText, type Standing } from '../knowledge/grounds.js'
import { SEVERITIES } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { Source } from '../model/layer.js'
import type { Place } from '../model/problem.js'
import { remembered } from '../model/remembered.js'
import type { Subject } from '../model/subjects/subject.js'
import { type Accepted, acceptanceOf, NOTHING_ACCEPTED } from './acceptance.js'
import { firstOf, type Group, groupsOf } from './causes.js'
import type { AnyRule } from './define-rule.js'
import { decidingPath, filled, foundText, foundWords, notesOf, says, thresholdsOf } from './finding-words.js'
import { fingerprint } from './fingerprint.js'
import type { Judged } from './judge.js'
import {
  type Acceptance,
  type Finding,
  MOST_NAMED,
  namesOf,
  type ReportedGround,
  type ReportedSubject,
} from './report.js'
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

/**
 * Makes findings of outcomes: those of one rule that come from one cause are one finding. A cause is the same fact
 * with the same value in the same words, whether it was stated once, in a default, or many times.
 */
export const findingsOf = (
  judged: readonly Judged[],
  infrastructure: Infrastructure,
  options: FindingOptions,
): readonly Finding[] =>
  groupsOf(judged)
    .map((group) => ({ first: firstOf(group), finding: findingOf(group, infrastructure, options) }))
    .sort(worstFirst)
    .map(({ finding }) => finding)

const ORDER = { fail: 0, unproven: 1, alternative: 2 } as const

/** A finding, and the outcome that speaks for it. */
interface Spoken {
  readonly first: Judged
  readonly finding: Finding
}

const worstFirst = ({ first, finding: one }: Spoken, { first: second, finding: other }: Spoken): number =>
  ORDER[one.outcome] - ORDER[other.outcome] ||
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
  compareText(one.rule, other.rule) ||
  compareText(first.subject.id, second.subject.id) ||
  compareText(one.fingerprint, other.fingerprint)

const findingOf = (group: Group, infrastructure: Infrastructure, options: FindingOptions): Finding => {
  const { accepted = NOTHING_ACCEPTED, excerptOf } = options
  const first = firstOf(group)
  const { rule, outcome, severity, severityChanged, verdict, standing, alternative } = first
  const subjects = onceAsked(() => subjectsOf(group, infrastructure, options))
  const its = onceAsked(() => fingerprint([rule.id, ...subjects().map((subject) => subject.fingerprint)]))
  const foremost = foremostOf(group, infrastructure, options) ?? subjects()
  const place = foremost[0]?.place
  const acceptances = isNothing(accepted) ? [] : acceptancesOf(subjects())
  return {
    // Thousands of subjects are worked out for whoever looks at them.
    get fingerprint() {
      return its()
    },
    rule: rule.id,
    title: rule.title,
    outcome,
    severity,
    ...(severityChanged === undefined ? {} : { severityChanged }),
    ground: groundOf(rule, standing),
    related: rule.related ?? [],
    get subjects() {
      return subjects()
    },
    ...(place === undefined ? {} : { place }),
    message: `${namesOf(foremost, group.length)}: ${says(first)}${foundWords(first)}`,
    why: filled(rule.why, first),
    fix: filled(verdict.is === 'fail' && verdict.fix !== undefined ? verdict.fix : rule.fix, first),
    thresholds: thresholdsOf(first),
    ...(alternative === undefined
      ? {}
      : { alternative: alternative.equivalentMeasure ?? alternative.decision ?? '' }),
    ...(acceptances.length === 0 ? {} : { accepted: acceptances }),
    notes: notesOf(first),
    references: rule.references ?? [],
    ...(place === undefined || excerptOf === undefined ? {} : { excerpt: excerptOf(place) }),
  }
}

const onceAsked = <T>(make: () => T): (() => T) => {
  let known: { readonly made: T } | undefined
  return () => {
    known ??= { made: make() }
    return known.made
  }
}

const isNothing = ({ waivers, known }: Accepted): boolean => waivers.length === 0 && known.size === 0

const subjectsOf = (
  group: Iterable<Judged>,
  infrastructure: Infrastructure,
  { placeOf, accepted = NOTHING_ACCEPTED }: FindingOptions,
): readonly ReportedSubject[] =>
  Array.from(group, (one) => reportedSubject(one, infrastructure, placeOf, accepted)).sort(
    (one, other) => compareText(one.id, other.id) || compareText(one.fingerprint, other.fingerprint),
  )

/** Fewer subjects are worked out as a whole. */
const MANY = 32

/** The subjects of many that are named in the message; `undefined` where they are few, or not told apart by their ids. */
const foremostOf = (
  group: Group,
  infrastructure: Infrastructure,
  options: FindingOptions,
): readonly ReportedSubject[] | undefined => {
  if (group.length < MANY) return undefined
  const least: Judged[] = []
  for (const one of group) {
    if (least.length === MOST_NAMED && one.subject.id > (least.at(-1) as Judged).subject.id) continue
    least.push(one)
    least.sort((a, b) => compareText(a.subject.id, b.subject.id))
    if (least.length > MOST_NAMED) least.pop()
  }
  const isClear = new Set(least.map(({ subject }) => subject.id)).size === least.length
  return isClear ? subjectsOf(least, infrastructure, options) : undefined
}

/** The ground of a rule in the words of the reader. */
export const groundOf = ({ ground }: AnyRule, { basis, label }: Standing): ReportedGround => ({
  citation: citationText(ground),
  basis,
  label,
  alternativeOpen: basis === 'addressable',
})

/** Each acceptance once, where nothing is left that nobody accepted. */
const acceptancesOf = (subjects: readonly ReportedSubject[]): readonly Acceptance[] => {
  const each = subjects.flatMap(({ accepted }) => accepted ?? [])
  if (each.length < subjects.length) return []
  return [...new Map(each.map((one) => [JSON.stringify(one), one])).values()]
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
  const its = fingerprint([one.rule.id, subject.kind, subject.id, stable, environment ?? ''])
  const acceptance = acceptanceOf(one, { fingerprint: its, found }, accepted)
  const { kind, id, label, count, reach } = subject
  const place = placeOf(origin)
  // Most of what is reported is of this kind, and in a large system there is very much of it.
  if (
    one.verdict.is === 'unproven' &&
    environment === undefined &&
    reach !== undefined &&
    !also &&
    !acceptance
  )
    return { kind, id, label, count, fingerprint: its, path, place, reach }
  return {
    kind,
    id,
    label,
    count,
    ...(environment === undefined ? {} : { environment }),
    fingerprint: its,
    path,
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
