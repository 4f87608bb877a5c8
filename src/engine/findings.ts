import { citationText, type Standing } from '../knowledge/grounds.js'
import { SEVERITIES } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { ModelPath } from '../model/path.js'
import type { Place } from '../model/problem.js'
import { onceAsked } from '../model/remembered.js'
import { type Accepted, NOTHING_ACCEPTED } from './acceptance.js'
import { type Group, groupsOf } from './causes.js'
import type { AnyRule } from './define-rule.js'
import { notesOf } from './finding-notes.js'
import { fingerprint } from './fingerprint.js'
import { withFirstSubjects } from './first-subjects.js'
import type { Judged } from './judge.js'
import { maskedId } from './masked-label.js'
import { parameterText, withParameters } from './parameters.js'
import {
  type Acceptance,
  type Finding,
  namesOf,
  type ReportedGround,
  type ReportedSubject,
} from './report.js'
import { decidingPath, type FindingOptions, foremostOf, foundText, subjectsOf } from './reported-subjects.js'
import { stableField } from './stable-path.js'

export type { FindingOptions, PlaceOf } from './reported-subjects.js'

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

/** The first speaks for all: which one that is may not depend on the order of the description. */
const firstOf = (group: Group): Judged =>
  group.reduce((one, other) => (other.subject.id < one.subject.id ? other : one))

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
  const foremost = onceAsked(() => foremostOf(group, infrastructure, options) ?? subjects())
  const message = onceAsked(
    () => `${namesOf(foremost(), group.length)}: ${says(first)}${maskedId(foundWords(first))}`,
  )
  const acceptances = isNothing(accepted) ? [] : acceptancesOf(subjects())
  const finding: Finding = {
    // What is not shown is not worked out: there may be thousands of subjects, and most runs show only what fails.
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
    get place() {
      return foremost()[0]?.place as Place
    },
    get message() {
      return message()
    },
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
  return withFirstSubjects(excerptOf ? withExcerpt(finding, excerptOf) : finding, {
    get first() {
      return foremost()
    },
    count: group.length,
    mayBeAccepted: !isNothing(accepted),
  })
}

/** As an own value, like the others, made when it is asked for. */
const withExcerpt = (finding: Finding, excerptOf: NonNullable<FindingOptions['excerptOf']>): Finding => {
  const excerpt = onceAsked(() => excerptOf(finding.place as Place))
  return Object.defineProperty(finding, 'excerpt', { enumerable: true, get: excerpt })
}

const isNothing = ({ waivers, known }: Accepted): boolean => waivers.length === 0 && known.size === 0

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

const says = (one: Judged): string => {
  const { verdict, rule } = one
  if (verdict.is === 'unproven') return `not shown: ${lowerFirst(rule.title)}`
  return filled((verdict.is === 'fail' ? verdict.says : undefined) ?? rule.says, one)
}

/** Acronyms keep their capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

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
