import { SEVERITIES } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Place } from '../model/problem.js'
import type { GateOptions } from './gate.js'
import { type Finding, isLetThrough, messageFor, type Report } from './report.js'
import { isAtLeast } from './severity.js'

/** One subject of a finding, as one report has it. */
export interface DiffEntry {
  readonly fingerprint: string
  readonly rule: string
  readonly subject: string
  readonly outcome: Finding['outcome']
  readonly severity: Finding['severity']
  readonly message: string
  readonly fix: string
  /** The fact that decides, by ids. */
  readonly path: string
  readonly found?: string
  readonly place?: Place
  /** Whether somebody accepted it, so that it does not gate. */
  readonly accepted: boolean
  /** Whether a waiver in force is what accepts it. */
  readonly waived: boolean
}

/** An entry, and what it was before. */
export interface ChangedEntry extends DiffEntry {
  readonly before: Pick<DiffEntry, 'outcome' | 'severity' | 'found' | 'waived'>
}

/** What became of a system between two reports. */
export interface ReportDiff {
  readonly from: string
  readonly to: string
  /** Failures that were not there. */
  readonly added: readonly DiffEntry[]
  /** Failures that are gone, or that an alternative covers now. */
  readonly fixed: readonly DiffEntry[]
  /** Failures of rules that the later report did not ask: nobody knows what became of them. */
  readonly notAsked: readonly DiffEntry[]
  /** Failures that weigh more, that were only unproven before, or whose waiver is gone. */
  readonly worse: readonly ChangedEntry[]
  /** What is not proven now, and was neither a failure nor unproven before. */
  readonly noLongerProven: readonly DiffEntry[]
  /** What is not proven of things that are new. */
  readonly notProven: readonly DiffEntry[]
  /** What is still there and is found differently. */
  readonly changed: readonly ChangedEntry[]
  readonly unchanged: number
}

/** Compares two reports by the fingerprints of their subjects, so that moved lines and renamed files change nothing. */
export const compareReports = (old: Report, now: Report): ReportDiff => {
  const before = entriesOf(old)
  const after = entriesOf(now)
  const kept = [...after.values()].flatMap((entry) => {
    const its = before.get(entry.fingerprint)
    return its
      ? [
          {
            ...entry,
            before: { outcome: its.outcome, severity: its.severity, waived: its.waived, ...foundOf(its) },
          },
        ]
      : []
  })
  const fresh = [...after.values()].filter(({ fingerprint }) => !before.has(fingerprint))
  const worse = kept.filter(isWorse)
  const covered = kept.filter(
    ({ outcome, before: { outcome: was } }) => was === 'fail' && outcome === 'alternative',
  )
  const isFixed = new Set(covered.map(({ fingerprint }) => fingerprint))
  const changed = kept.filter((one) => !isWorse(one) && !isFixed.has(one.fingerprint) && differs(one))
  const asked = new Set(now.rules.map(({ id }) => id))
  const gone = [...before.values()].filter(
    ({ outcome, fingerprint }) => outcome === 'fail' && (!after.has(fingerprint) || isFixed.has(fingerprint)),
  )
  return {
    from: old.asOf,
    to: now.asOf,
    added: ordered(fresh.filter(({ outcome }) => outcome === 'fail')),
    fixed: ordered(gone.filter(({ rule }) => asked.has(rule))),
    notAsked: ordered(gone.filter(({ rule }) => !asked.has(rule))),
    worse: ordered(worse),
    noLongerProven: ordered(fresh.filter((entry) => entry.outcome === 'unproven' && wasThere(entry, old))),
    notProven: ordered(fresh.filter((entry) => entry.outcome === 'unproven' && !wasThere(entry, old))),
    changed: ordered(changed),
    unchanged: kept.length - worse.length - changed.length - covered.length,
  }
}

/** Whether the earlier report knew the thing that an entry is about, so that something was proven of it. */
const wasThere = ({ path, rule }: DiffEntry, { map, rules }: Report): boolean => {
  const [, list, id] = path.split('/')
  const asked = rules.some(({ id: its }) => its === rule)
  return asked && (!THINGS.has(list ?? '') || map.nodes.some((node) => node.id === id))
}

/** Lists whose entries are things on the map. */
const THINGS: ReadonlySet<string> = new Set(['assets', 'vendors', 'parties'])

const foundOf = ({ found }: DiffEntry): { readonly found?: string } => (found === undefined ? {} : { found })

const entriesOf = ({ findings }: Report): ReadonlyMap<string, DiffEntry> =>
  new Map(
    findings.flatMap(({ rule, outcome, severity, message, fix, subjects }) =>
      subjects.map((subject) => [
        subject.fingerprint,
        {
          fingerprint: subject.fingerprint,
          rule,
          subject: subject.label,
          outcome,
          severity,
          message: messageFor({ subjects, message }, subject),
          fix,
          path: subject.path,
          ...(subject.found === undefined ? {} : { found: subject.found }),
          ...(subject.place === undefined ? {} : { place: subject.place }),
          accepted: isLetThrough(subject.accepted),
          waived: subject.accepted?.by === 'waiver' && isLetThrough(subject.accepted),
        },
      ]),
    ),
  )

const isWorse = ({ outcome, severity, before, accepted }: ChangedEntry): boolean =>
  outcome === 'fail' &&
  (before.outcome !== 'fail' ||
    (before.waived && !accepted) ||
    SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(before.severity))

const differs = ({ outcome, severity, found, before }: ChangedEntry): boolean =>
  outcome !== before.outcome || severity !== before.severity || found !== before.found

const ordered = <T extends DiffEntry>(entries: readonly T[]): readonly T[] =>
  [...entries].sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      compareText(one.rule, other.rule) ||
      compareText(one.subject, other.subject) ||
      compareText(one.fingerprint, other.fingerprint),
  )

/** Whether a difference fails: what is new or worse, from a severity on; with `strict` also what is no longer proven. */
export const diffFails = (
  { added, worse, noLongerProven }: ReportDiff,
  { failOn, strict }: Pick<GateOptions, 'failOn' | 'strict'>,
): boolean => {
  const least = failOn === 'unproven' ? 'info' : failOn
  const unproven = strict || failOn === 'unproven' ? noLongerProven : []
  return [...added, ...worse, ...unproven].some(
    ({ severity, accepted }) => !accepted && isAtLeast(severity, least),
  )
}
