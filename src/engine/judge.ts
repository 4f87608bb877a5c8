import { type Standing, standingOf } from '../knowledge/grounds.js'
import { isAddressable } from '../knowledge/safeguards.js'
import { type Outcome, type Profile, RANKS, type Rank, type Severity } from '../knowledge/terms.js'
import type { Alternative } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { ModelPath } from '../model/path.js'
import type { DayText } from '../model/scalars/text.js'
import type { Subject } from '../model/subjects/subject.js'
import { alternativeFaults, alternativesFor } from './alternatives.js'
import type { AnyRule, Context } from './define-rule.js'
import { defaultsOf, type Parameters, type ParameterValues } from './parameters.js'
import { severityOf } from './severity.js'
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
  readonly severityChanged?: string
  readonly standing: Standing
  readonly parameters: ParameterValues<Parameters>
  readonly alternative?: Alternative
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

/** Whether a rule is judged in a profile: `law-only` leaves out what is not law, proposals are opt-in. */
export const speaksIn = (rule: AnyRule, profile: Profile): boolean => {
  if (rule.profiles !== undefined) return rule.profiles.includes(profile)
  const { basis } = standingOf(rule.ground, profile)
  if (profile === 'law-only') return !NOT_LAW.has(basis)
  if (basis === 'proposed') return profile === 'hipaa-2025-proposed'
  return profile === 'recommended' || !isAside(rule)
}

/** Good practice that no safeguard of the law is judged by: `recommended` adds it. */
const isAside = ({ ground, related = [] }: AnyRule): boolean =>
  typeof ground !== 'string' &&
  (ground.basis === 'guidance' || ground.basis === 'practice') &&
  ground.supports === undefined &&
  related.length === 0

const NOT_LAW: ReadonlySet<string> = new Set(['guidance', 'practice', 'proposed', 'not-implemented'])

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
  const subjects = rule.subjects.of(infrastructure)
  for (const subject of subjects) {
    const verdict = rule.check(subject as never, parameters as never, context)
    if (verdict.is === 'unproven' && rule.subjects.isLeftToVendor(subject)) continue
    if (verdict.is === 'pass') {
      counts.pass++
      if (verdict.note !== undefined) noted.push({ note: verdict.note, subject })
      const { rank, seen } = ranksOf(infrastructure, verdict)
      passesByRank[rank]++
      if (seen !== undefined) observed.push({ subject, path: seen })
      continue
    }
    const one = foldedOutcome(
      { rule, subject, verdict, standing, parameters },
      alternatives,
      options.severities?.[rule.id],
    )
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

type Unfolded = Pick<Judged, 'rule' | 'subject' | 'verdict' | 'standing' | 'parameters'>

/** A failure of an addressable specification that a valid alternative covers is an alternative, not a failure. */
const foldedOutcome = (
  one: Unfolded,
  alternatives: ReadonlySet<Alternative>,
  configured: Severity | undefined,
): Judged => {
  const { rule, subject, verdict, standing, parameters } = one
  const { severity, changed } = severityOf(rule, subject, verdict, standing, configured)
  if (verdict.is === 'unproven' && changed === undefined)
    return { rule, subject, verdict, standing, parameters, severity, outcome: 'unproven' }
  const weighed = { ...one, severity, ...(changed === undefined ? {} : { severityChanged: changed }) }
  if (verdict.is === 'unproven') return { ...weighed, outcome: 'unproven' }
  const alternative = coveringAlternative(rule, subject, alternatives)
  return alternative ? { ...weighed, outcome: 'alternative', alternative } : { ...weighed, outcome: 'fail' }
}

const coveringAlternative = (
  { ground }: AnyRule,
  subject: Subject,
  valid: ReadonlySet<Alternative>,
): Alternative | undefined =>
  valid.size > 0 && typeof ground === 'string' && isAddressable(ground)
    ? alternativesFor(ground, subject).find((alternative) => valid.has(alternative))
    : undefined
