import { citationText, type Standing } from '../knowledge/grounds.js'
import { SEVERITIES } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { Source } from '../model/layer.js'
import { cutBehindEntry, LISTS_OF_THINGS, type ModelPath, segmentsOf } from '../model/path.js'
import type { Place } from '../model/problem.js'
import { remembered } from '../model/remembered.js'
import type { Subject } from '../model/subjects/subject.js'
import { masked, valueText } from '../model/value-text.js'
import { type Accepted, acceptanceOf, NOTHING_ACCEPTED } from './acceptance.js'
import type { AnyRule } from './define-rule.js'
import { fingerprint } from './fingerprint.js'
import type { Alike, Judged } from './judge.js'
import { parameterText, withParameters } from './parameters.js'
import {
  type Acceptance,
  ENCRYPTION_SPECIFICATIONS,
  type Finding,
  MOST_NAMED,
  namesOf,
  type ReportedGround,
  type ReportedSubject,
} from './report.js'
import { stableField, stablePath } from './stable-path.js'

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

/** Outcomes with the same cause. */
type Group = readonly [Judged, ...Judged[]]

const groupsOf = (judged: readonly Judged[]): readonly Group[] => {
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

/** The first speaks for all: which one that is may not depend on the order of the description. */
const firstOf = (group: Group): Judged =>
  group.reduce((one, other) => (other.subject.id < one.subject.id ? other : one))

/** The words of the rule itself are the same in all that it says. */
const causeOf = (one: Judged, field: string): string => {
  const { rule, outcome, severity, verdict, alternative } = one
  const cause = `${rule.id}\0${outcome}\0${severity}\0${field}`
  if (verdict.is !== 'fail') return cause
  const { says = '', fix = '' } = verdict
  const covered = alternative === undefined ? '' : JSON.stringify(alternative.subjects)
  return `${cause}\0${says}\0${foundText(one) ?? ''}\0${fix}\0${covered}`
}

const decidingPath = (one: Judged): ModelPath =>
  one.alike ? one.subject.path + one.alike.below.path : (one.verdict.on[0]?.path ?? one.subject.path)

/** Takes the ids out of paths: the same remains for the same field of different things. */
const idsTakenOut = (): ((path: ModelPath) => string) => {
  const known = new Map<string, string>()
  return (path) => {
    const [entry, below] = cutBehindEntry(path)
    const list = entry.slice(0, Math.max(0, entry.indexOf('/')))
    // Of things in a list only the field is looked at, which thousands of them share.
    const its = LISTS_OF_THINGS.has(list) ? `/${list}/*${below}` : path
    let found = known.get(its)
    if (found === undefined) {
      found = withoutNames(its)
      known.set(its, found)
    }
    return found
  }
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
  const message = onceAsked(() => `${namesOf(foremost(), group.length)}: ${says(first)}${foundWords(first)}`)
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
  return excerptOf ? withExcerpt(finding, excerptOf) : finding
}

/** As an own value, like the others, made when it is asked for. */
const withExcerpt = (finding: Finding, excerptOf: NonNullable<FindingOptions['excerptOf']>): Finding => {
  const excerpt = onceAsked(() => excerptOf(finding.place as Place))
  return Object.defineProperty(finding, 'excerpt', { enumerable: true, get: excerpt })
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
const MANY = MOST_NAMED + 2

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

const notesOf = ({ rule, outcome, subject }: Judged): string[] => {
  const notes: string[] = []
  if (outcome === 'alternative' && ENCRYPTION_SPECIFICATIONS.has(String(rule.ground)))
    notes.push(
      'The breach safe harbor of 164.402 is lost for these assets: a loss counts as a breach of unsecured PHI.',
    )
  if (subject.reach === 'assumed') notes.push(assumedNote(subject))
  return notes
}

/** Why ePHI is assumed, and how to say what is true for this one or for many at once. */
const assumedNote = ({ assets: [id = ''], infrastructure }: Subject): string => {
  const asset = infrastructure.asset(id)
  if (!asset?.imported || infrastructure.scope.explain(id).length > 0)
    return 'That ePHI is here is assumed, because nobody stated what the flow carries: state `carries`, or `ephi` of the asset.'
  const kind = asset.value.kind === undefined ? '' : `kind: ${asset.value.kind}`
  return `That ePHI is here is assumed, because nobody classified what was imported. State it for many at once: \`defaults: [{ match: { ${kind} }, set: { ephi: [stores] } }]\`, or \`ephi: none\`; \`source\`, \`address\` (globs) and \`tag\` narrow the match.`
}
