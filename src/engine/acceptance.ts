import { SEVERITIES } from '../knowledge/terms.js'
import { matchWords } from '../model/subjects/things.js'
import { masked } from '../model/value-text.js'
import { concerns } from './alternatives.js'
import { names, type Waiver } from './config.js'
import type { Judged } from './judge.js'
import {
  type Acceptance,
  type Finding,
  messageFor,
  type ReportedBaseline,
  type ReportedWaiver,
} from './report.js'

/** A failure that was known when a baseline was written. */
export interface KnownFinding {
  /** Of rule, subject and fact by ids: neither lines, nor names of files, nor any order. */
  readonly fingerprint: string
  readonly rule: string
  readonly subject: string
  readonly outcome: 'fail' | 'unproven'
  readonly severity: string
  /** What was found then; where something else is found, it is another failure. */
  readonly found?: string
  readonly message: string
}

/** What somebody accepted before this audit. */
export interface Accepted {
  readonly waivers: readonly Waiver[]
  readonly known: ReadonlyMap<string, KnownFinding>
  /** Whether a baseline was given, be it an empty one. */
  readonly hasBaseline?: boolean
}

/** Nothing is accepted. */
export const NOTHING_ACCEPTED: Accepted = { waivers: [], known: new Map() }

/** Bases on which a failure contradicts what the law requires of everybody. */
const REQUIRED: ReadonlySet<string> = new Set(['required', 'standard'])

/** Who accepted a failure, if anybody did and it still holds. A waiver says more than a baseline, and counts first. */
export const acceptanceOf = (
  one: Judged,
  { fingerprint, found }: { readonly fingerprint: () => string; readonly found?: string | undefined },
  { waivers, known }: Accepted,
): Acceptance | undefined => {
  if (one.outcome === 'alternative' || (waivers.length === 0 && known.size === 0)) return undefined
  const required = REQUIRED.has(one.standing.basis)
  const waiver = waivers.find((candidate) => isInForce(candidate, one) && isFor(candidate, one))
  if (waiver) {
    const { reason, owner, until } = waiver
    return { by: 'waiver', reason: masked(reason), owner: masked(owner.name), until, required }
  }
  const before = known.get(fingerprint())
  return before && before.outcome === one.outcome && before.found === found && weighsNoMore(one, before)
    ? { by: 'baseline', required }
    : undefined
}

/** What was known as slight is not known as grave: when ePHI is declared where it was assumed, it gates again. */
const weighsNoMore = ({ severity }: Judged, known: KnownFinding): boolean => {
  const before = (SEVERITIES as readonly string[]).indexOf(known.severity)
  return before >= 0 && SEVERITIES.indexOf(severity) >= before
}

const isInForce = ({ until }: Waiver, { subject }: Judged): boolean => until >= subject.infrastructure.asOf

const isFor = ({ rule, subjects }: Waiver, one: Judged): boolean =>
  names(rule, one.rule) && concerns(subjects, one.subject, one.subject.infrastructure.dataClasses)

/** Every waiver: whether it holds, and what it is for. One that matches nothing is told, for it may be a slip. */
export const reportedWaivers = (
  { waivers }: Pick<Accepted, 'waivers'>,
  judged: readonly Judged[],
  asOf: string,
): readonly ReportedWaiver[] =>
  waivers.map((waiver) => {
    const for_ = judged.filter((one) => one.outcome !== 'alternative' && isFor(waiver, one))
    const { rule, subjects, reason, owner, until } = waiver
    return {
      rule,
      subjects: matchWords(subjects),
      reason: masked(reason),
      owner: masked(owner.name),
      until,
      state: for_.length === 0 ? 'unused' : until < asOf ? 'expired' : 'in-force',
      required: for_.some(({ standing }) => REQUIRED.has(standing.basis)),
      failures: for_.length,
    }
  })

/**
 * What became of the known failures: one is fixed where it is found no more, whatever stands in its place. Of rules that
 * were not asked nobody knows.
 */
export const reportedBaseline = (
  known: ReadonlyMap<string, KnownFinding>,
  findings: readonly Finding[],
  asked: ReadonlySet<string>,
): ReportedBaseline => {
  const there = new Set(
    findings.flatMap(({ outcome, subjects }) =>
      outcome === 'alternative' ? [] : subjects.map(({ fingerprint }) => fingerprint),
    ),
  )
  const fixed = [...known.values()].filter(
    ({ fingerprint, rule }) => asked.has(rule) && !there.has(fingerprint),
  )
  return {
    known: known.size,
    fixed: fixed.map(({ rule, subject, message }) => ({ rule, subject, message })),
  }
}

/** The failures of a report as a baseline keeps them. */
export const knownFindings = (findings: readonly Finding[]): readonly KnownFinding[] =>
  findings.flatMap(({ rule, outcome, severity, subjects, message }) =>
    outcome === 'alternative'
      ? []
      : subjects.map((subject) => ({
          fingerprint: subject.fingerprint,
          rule,
          subject: subject.id,
          outcome,
          severity,
          ...(subject.found === undefined ? {} : { found: subject.found }),
          message: messageFor({ subjects, message }, subject),
        })),
  )
