import { type Standing, standingOf } from '../knowledge/grounds.js'
import { isAddressable } from '../knowledge/safeguards.js'
import { type Outcome, type Profile, RANKS, type Rank, type Severity } from '../knowledge/terms.js'
import type { Alternative } from '../model/description.generated.js'
import { type Below, belowPlace } from '../model/fact.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { ModelPath } from '../model/path.js'
import type { DayText } from '../model/scalars/text.js'
import type { Subject } from '../model/subjects/subject.js'
import { alternativeFaults, alternativesFor } from './alternatives.js'
import type { AnyRule, Context } from './define-rule.js'
import { defaultsOf, type Parameters, type ParameterValues } from './parameters.js'
import { severityOf } from './severity.js'
import { speaksIn } from './speaks-in.js'
import type { Verdict } from './verdict.js'

/** What to judge by. */
export interface JudgeOptions {
  readonly today: DayText
  readonly profile: Profile
  /** Values for parameters of rules, by rule id and name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Severities that the configuration sets, by rule id. */
  readonly severities?: Readonly<Record<string, Severity>>
}

/** What came of one rule for one subject, where it is more than a pass. */
export interface Judged {
  readonly rule: AnyRule
  readonly subject: Subject
  readonly outcome: 'fail' | 'unproven' | 'alternative'
  readonly verdict: Verdict
  readonly severity: Severity
  readonly severityChanged?: string | undefined
  readonly standing: Standing
  readonly parameters: ParameterValues<Parameters>
  readonly alternative?: Alternative | undefined
  /** The same object in outcomes that differ in nothing but their subject. */
  readonly alike?: Alike
}

/** What is the same in all outcomes of a rule of which one field was not stated: of each asset or endpoint, or for all. */
export interface Alike extends Pick<Judged, 'rule' | 'standing' | 'parameters' | 'severity'> {
  readonly severityChanged: string | undefined
  readonly asks: string | undefined
  /** Where the field stands: below each subject, or at one path for all. */
  readonly field: Below | ModelPath
}

/** Where the field stands that an outcome asks for. */
export const pathIn = ({ field }: Alike, subject: Subject): ModelPath =>
  typeof field === 'string' ? field : subject.path + field.path

/** There are very many of them in a large system: each keeps its subject, and shares the rest. */
class Unstated implements Judged {
  constructor(
    readonly alike: Alike,
    readonly subject: Subject,
  ) {}

  get outcome() {
    return 'unproven' as const
  }
  get rule() {
    return this.alike.rule
  }
  get standing() {
    return this.alike.standing
  }
  get parameters() {
    return this.alike.parameters
  }
  get severity() {
    return this.alike.severity
  }
  get severityChanged() {
    return this.alike.severityChanged
  }
  get verdict(): Verdict {
    const { asks } = this.alike
    const on = [{ path: pathIn(this.alike, this.subject), value: undefined }]
    return asks === undefined ? { is: 'unproven', on } : { is: 'unproven', on, asks }
  }
}

/** A pass, and the observed fact that it rests on. */
export interface ObservedPass {
  readonly subject: Subject
  readonly path: ModelPath
}

/** What came of one rule. */
export interface RuleResult {
  readonly rule: AnyRule
  readonly standing: Standing
  readonly counts: Readonly<Record<Outcome, number>>
  readonly passesByRank: Readonly<Record<Rank, number>>
  readonly judged: readonly Judged[]
  /** Passes that rest on something observed. */
  readonly observed: readonly ObservedPass[]
  /** What passes, and what a reader should know of it all the same. */
  readonly noted: readonly { readonly note: string; readonly subject: Subject }[]
  /** Time spent, in milliseconds. */
  readonly milliseconds: number
}

/** Asks every rule of every subject. Rules of other profiles are left out. */
export const judge = (
  infrastructure: Infrastructure,
  rules: readonly AnyRule[],
  options: JudgeOptions,
): readonly RuleResult[] => {
  const valid = new Set(
    (infrastructure.description.alternatives ?? []).filter(
      (alternative) => alternativeFaults(alternative, options.today).length === 0,
    ),
  )
  return rules
    .filter((rule) => speaksIn(rule, options.profile))
    .map((rule) => resultOf(rule, infrastructure, options, valid))
}

const resultOf = (
  rule: AnyRule,
  infrastructure: Infrastructure,
  options: JudgeOptions,
  alternatives: ReadonlySet<Alternative>,
): RuleResult => {
  const started = performance.now()
  const context: Context = { today: options.today, profile: options.profile }
  const parameters = {
    ...defaultsOf(rule.parameters ?? {}),
    ...options.parameters?.[rule.id],
  } as ParameterValues<Parameters>
  const standing = standingOf(rule.ground, options.profile)
  const counts = { 'not-applicable': 0, pass: 0, alternative: 0, fail: 0, unproven: 0 }
  const passesByRank = { default: 0, stated: 0, attested: 0, imported: 0, observed: 0 }
  const judged: Judged[] = []
  const observed: ObservedPass[] = []
  const noted: { note: string; subject: Subject }[] = []
  const outcomeOf = outcomes({ rule, standing, parameters }, alternatives, options.severities?.[rule.id])
  const subjects = rule.subjects.of(infrastructure)
  for (const subject of subjects) {
    const verdict = rule.check(subject as never, parameters as never, context)
    if (verdict.is === 'unproven' && isNotAsked(rule, subject, verdict)) continue
    if (verdict.is === 'pass') {
      counts.pass++
      if (verdict.note !== undefined) noted.push({ note: verdict.note, subject })
      const { rank, seen } = ranksOf(infrastructure, verdict)
      passesByRank[rank]++
      if (seen !== undefined) observed.push({ subject, path: seen })
      continue
    }
    const one = outcomeOf(subject, verdict)
    counts[one.outcome]++
    judged.push(one)
  }
  if (judged.length === 0 && counts.pass === 0) counts['not-applicable'] = 1
  return {
    rule,
    standing,
    counts,
    passesByRank,
    judged,
    observed,
    noted,
    milliseconds: performance.now() - started,
  }
}

/** Whether somebody else answers for what a subject leaves open: its vendor, or another subject for what it does not state. */
const isNotAsked = ({ subjects }: AnyRule, subject: Subject, { on }: Verdict): boolean =>
  subjects.isLeftToVendor(subject) ||
  (subject.isAskedElsewhere === true && on.every(({ value }) => value === undefined))

/** The weakest rank of what a pass rests on, and the first fact of it that was observed. */
const ranksOf = (
  infrastructure: Infrastructure,
  { on }: Verdict,
): { readonly rank: Rank; readonly seen: ModelPath | undefined } => {
  let rank: Rank = 'observed'
  let seen: ModelPath | undefined
  for (const { path, value } of on) {
    if (value === undefined) continue
    const its = infrastructure.rankOf(path)
    if (its === 'observed') seen ??= path
    if (RANKS.indexOf(its) < RANKS.indexOf(rank)) rank = its
  }
  return { rank, seen }
}

type Asked = Pick<Judged, 'rule' | 'standing' | 'parameters'>

/**
 * Makes outcomes of what one rule says. A failure of an addressable specification that a valid alternative covers is an
 * alternative, not a failure.
 */
const outcomes = (
  { rule, standing, parameters }: Asked,
  alternatives: ReadonlySet<Alternative>,
  configured: Severity | undefined,
): ((subject: Subject, verdict: Verdict) => Judged) => {
  const known = new Map<Alike['field'], Alike[]>()
  const severityIn = severityOf(rule, standing, configured)
  return (subject, verdict) => {
    const { severity, changed: severityChanged } = severityIn(subject, verdict)
    const isOpen = verdict.is === 'unproven'
    const field = isOpen ? fieldLacked(subject, verdict) : undefined
    // Keys are written out: copies of objects are slow where there are hundreds of thousands.
    if (isOpen && field !== undefined) {
      const { asks } = verdict
      let alike = known.get(field)?.find((one) => isOf(one, severity, severityChanged, asks))
      if (!alike) {
        alike = { rule, standing, parameters, severity, severityChanged, asks, field }
        known.set(field, [...(known.get(field) ?? []), alike])
      }
      return new Unstated(alike, subject)
    }
    const alternative = isOpen ? undefined : coveringAlternative(rule, subject, alternatives)
    const outcome = isOpen ? 'unproven' : alternative ? 'alternative' : 'fail'
    return { rule, subject, outcome, verdict, severity, severityChanged, standing, parameters, alternative }
  }
}

const isOf = (
  one: Alike,
  severity: Severity,
  changed: string | undefined,
  asks: string | undefined,
): boolean => one.severity === severity && one.severityChanged === changed && one.asks === asks

/**
 * The one field that was not stated, where many outcomes may share it; exceptions of groups are told apart by their
 * paths.
 */
const fieldLacked = (subject: Subject, { on }: Verdict): Alike['field'] | undefined => {
  const [fact, ...others] = on
  if (!fact || others.length > 0 || fact.value !== undefined) return undefined
  const below = hasOwnPath(subject) ? belowPlace(fact, subject.path) : undefined
  return below ?? (isForAll(fact.path) ? fact.path : undefined)
}

/** Whether what is stated at a path is stated once for many: in no entry of a list, or in one that many name. */
const isForAll = (path: ModelPath): boolean =>
  path.startsWith('/identity/') || path.startsWith('/tlsPolicies/') || path.indexOf('/', 1) < 0

const hasOwnPath = ({ kind, id, assets }: Subject): boolean =>
  kind === 'asset' ? assets[0] === id : kind === 'endpoint' && id.startsWith(`${assets[0]}/`)

const coveringAlternative = (
  { ground }: AnyRule,
  subject: Subject,
  valid: ReadonlySet<Alternative>,
): Alternative | undefined =>
  valid.size > 0 && typeof ground === 'string' && isAddressable(ground)
    ? alternativesFor(ground, subject).find((alternative) => valid.has(alternative))
    : undefined
