import { citationText, type Standing } from '../knowledge/grounds.js'
import { SEVERITIES } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Alternative } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { Source } from '../model/layer.js'
import { LISTS_OF_THINGS, type ModelPath, segmentsOf } from '../model/path.js'
import type { Place } from '../model/problem.js'
import type { Subject } from '../model/subjects/subject.js'
import { masked, valueText } from '../model/value-text.js'
import { type Accepted, acceptanceOf, NOTHING_ACCEPTED } from './acceptance.js'
import type { AnyRule } from './define-rule.js'
import { notesOf } from './finding-notes.js'
import { fingerprint } from './fingerprint.js'
import type { Judged } from './judge.js'
import { maskedId, maskedLabel } from './masked-label.js'
import { parameterText, withParameters } from './parameters.js'
import {
  type Acceptance,
  type Finding,
  namesOf,
  type ReportedGround,
  type ReportedSubject,
} from './report.js'
import { stableField, stablePath } from './stable-path.js'

/** Makes a place of an origin; the engine knows no documents. */
export type PlaceOf = (source: Source) => Place

/**
 * Makes findings of outcomes: those of one rule that come from one cause are one finding. A cause is the same fact
 * with the same value in the same words, whether it was stated once, in a default, or many times.
 */
export const findingsOf = (
  judged: readonly Judged[],
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
  accepted: Accepted = NOTHING_ACCEPTED,
): readonly Finding[] => {
  const groups = new Map<string, [Judged, ...Judged[]]>()
  for (const one of judged) {
    const key = causeOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
    .map((group) => findingOf(group, infrastructure, placeOf, accepted))
    .sort(worstFirst)
}

const causeOf = (one: Judged): string => {
  const { rule, outcome, severity, verdict, alternative } = one
  return [
    rule.id,
    outcome,
    severity,
    says(one),
    foundText(one) ?? '',
    verdict.is === 'fail' ? (verdict.fix ?? '') : '',
    withoutIds(decidingPath(one)),
    alternative === undefined ? '' : JSON.stringify(alternative.subjects),
  ].join('\0')
}

const decidingPath = ({ verdict, subject }: Judged): ModelPath => verdict.on[0]?.path ?? subject.path

/** The path with the ids taken out: the same for the same field of different things. */
export const withoutIds = (path: ModelPath): string => {
  const segments = segmentsOf(path)
  return segments
    .map((segment, index) =>
      (index === 1 && LISTS_OF_THINGS.has(segments[0] ?? '')) || NAMED_LISTS.has(segments[index - 1] ?? '')
        ? '*'
        : segment,
    )
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

const ORDER = { fail: 0, unproven: 1, alternative: 2 } as const

const worstFirst = (one: Finding, other: Finding): number =>
  ORDER[one.outcome] - ORDER[other.outcome] ||
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
  compareText(one.rule, other.rule) ||
  compareText(one.subjects[0]?.id ?? '', other.subjects[0]?.id ?? '') ||
  compareText(one.fingerprint, other.fingerprint)

const findingOf = (
  group: readonly [Judged, ...Judged[]],
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
  accepted: Accepted,
): Finding => {
  // The first speaks for all: which one that is may not depend on the order of the description.
  const [first] = group.toSorted((one, other) => compareText(one.subject.id, other.subject.id)) as [Judged]
  const { rule, outcome, severity, severityChanged, verdict, standing, alternative } = first
  const subjects = group
    .map((one) => reportedSubject(one, infrastructure, placeOf, accepted))
    .sort((one, other) => compareText(one.id, other.id) || compareText(one.fingerprint, other.fingerprint))
  const place = subjects[0]?.place
  const acceptances = acceptancesOf(subjects)
  return {
    fingerprint: fingerprint(rule.id, ...subjects.map((subject) => subject.fingerprint)),
    rule: rule.id,
    title: rule.title,
    outcome,
    severity,
    ...(severityChanged === undefined ? {} : { severityChanged }),
    ground: groundOf(rule, standing),
    related: rule.related ?? [],
    subjects,
    ...(place === undefined ? {} : { place }),
    message: `${namesOf(subjects)}: ${says(first)}${maskedId(foundWords(first))}`,
    why: filled(rule.why, first),
    fix: filled(verdict.is === 'fail' && verdict.fix !== undefined ? verdict.fix : rule.fix, first),
    thresholds: thresholdsOf(first),
    ...(alternative === undefined
      ? {}
      : { alternative: alternative.equivalentMeasure ?? alternative.decision ?? '' }),
    ...(acceptances.length === 0 ? {} : { accepted: acceptances }),
    notes: notesOf(first),
    references: rule.references ?? [],
  }
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
  const its = fingerprint(
    one.rule.id,
    subject.kind,
    subject.id,
    stablePath(path, infrastructure),
    environment ?? '',
  )
  const acceptance = acceptanceOf(one, { fingerprint: its, found }, accepted)
  return {
    kind: subject.kind,
    id: maskedId(subject.id),
    label: maskedLabel(subject),
    count: subject.count,
    ...(environment === undefined ? {} : { environment }),
    fingerprint: its,
    path: maskedId(path),
    ...(found === undefined ? {} : { found }),
    ...(one.verdict.is === 'unproven' ? {} : { rank: infrastructure.rankOf(path) }),
    place: placeOf(origin),
    ...(also === undefined ? {} : { also: [{ place: placeOf(also.source), words: also.words }] }),
    ...(subject.reach === undefined ? {} : { reach: subject.reach }),
    ...(acceptance === undefined ? {} : { accepted: acceptance }),
  }
}

const environmentOf = ({ assets, infrastructure }: Subject): string | undefined =>
  infrastructure.asset(assets[0] ?? '')?.value.environment

const says = (one: Judged): string => {
  const { verdict, rule } = one
  if (verdict.is === 'unproven') return `not shown: ${lowerFirst(rule.title)}`
  return filled((verdict.is === 'fail' ? verdict.says : undefined) ?? rule.says, one)
}

/** Acronyms keep their capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const foundText = ({ verdict }: Judged): string | undefined => {
  if (verdict.is === 'unproven') return undefined
  if (verdict.is === 'fail' && verdict.found !== undefined) return masked(verdict.found)
  const deciding = verdict.on[0]
  return deciding?.value === undefined ? undefined : valueText(deciding.value)
}

const foundWords = (one: Judged): string => {
  const { verdict, subject } = one
  const fieldAt = (path: ModelPath) => stableField(path, subject.infrastructure)
  if (verdict.is === 'unproven') {
    const fields = [...new Set(verdict.on.map(({ path }) => fieldAt(path)))].filter((field) => field !== '')
    if (verdict.asks !== undefined) return ` (${verdict.asks})`
    return fields.length === 0
      ? ''
      : ` (${fields.join(', ')} ${fields.length === 1 ? 'is' : 'are'} not stated)`
  }
  const found = foundText(one)
  if (found === undefined) return ''
  if (verdict.is === 'fail' && verdict.found !== undefined) return ` (${found})`
  return ` (${fieldAt(decidingPath(one))} is ${found})`
}

const filled = (text: string, { parameters }: Judged): string =>
  withParameters(text, parameters as Readonly<Record<string, unknown>>)

const thresholdsOf = ({ rule, parameters }: Judged): Finding['thresholds'] =>
  Object.entries(rule.parameters ?? {}).map(([name, { whose, meaning }]) => ({
    name,
    meaning,
    value: parameterText((parameters as Record<string, unknown>)[name]),
    whose: whose === 'ours' ? 'ours, not the law’s' : whose.source,
  }))

/** The alternatives that cover findings, by what they are written for. */
export const coveredBy = (judged: readonly Judged[], alternative: Alternative): readonly Judged[] =>
  judged.filter((one) => one.alternative === alternative)
