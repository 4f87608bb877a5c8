import type { Basis as StandingBasis } from '../knowledge/grounds.js'
import { type Outcome, type Profile, RANKS, type Rank, type Severity } from '../knowledge/terms.js'
import type { Place } from '../model/problem.js'
import type { DataFlowMap } from './data-flow-map.js'

export type {
  DataFlowMap,
  MapFlow,
  MapHop,
  MapNode,
  MapReach,
  MapZone,
  Protection,
} from './data-flow-map.js'
export { IMPLIED_WORDS, PROTECTIONS } from './data-flow-map.js'

/** The shape of a report; raised when a field changes its meaning. */
export const REPORT_VERSION = 1

/** The ground of a rule, resolved for the reader. */
export interface ReportedGround {
  /** As one writes it: `45 CFR 164.312(a)(2)(iv)`. */
  readonly citation: string
  readonly basis: StandingBasis
  /** What that means, in words: `addressable implementation specification`. */
  readonly label: string
  /** Whether a documented alternative (164.306(d)(3)) is open. */
  readonly alternativeOpen: boolean
}

/** A place and why it is named. */
export interface RelatedPlace {
  readonly place: Place
  readonly words: string
}

/** Somebody accepted a failure: it stays one, and the gate lets it through, but for a waiver of what the law requires. */
export interface Acceptance {
  readonly by: 'waiver' | 'baseline'
  readonly reason?: string
  readonly owner?: string
  /** The last day on which a waiver holds. */
  readonly until?: string
  /** Whether what is accepted is required by law, which nobody can waive: reports show it in red. */
  readonly required: boolean
}

/**
 * Whether an acceptance lifts the gate. The baseline only says that a failure is known; nobody can waive what the law
 * requires.
 */
export const isLetThrough = (acceptance: Acceptance | undefined): boolean =>
  acceptance !== undefined && (acceptance.by === 'baseline' || !acceptance.required)

/** One subject of a finding. */
export interface ReportedSubject {
  readonly kind: string
  readonly id: string
  readonly label: string
  /** How many like things it stands for. */
  readonly count: number
  readonly environment?: string
  /** The same as long as rule, subject and fact are the same. */
  readonly fingerprint: string
  /** The fact that decided, by ids. */
  readonly path: string
  /** What was found there, as text; absent where nothing is stated. */
  readonly found?: string
  /** Whose claim decided; absent where there is none. */
  readonly rank?: Rank
  readonly place?: Place
  readonly also?: readonly RelatedPlace[]
  /** How ePHI came to it. */
  readonly reach?: 'declared' | 'inferred' | 'assumed'
  readonly accepted?: Acceptance
}

/** The names with which the message of a finding begins: at most three; the finding lists the rest. */
export const namesOf = (subjects: readonly Pick<ReportedSubject, 'label'>[]): string =>
  someNames(
    subjects.slice(0, 3).map(({ label }) => label),
    subjects.length,
  )

/** At most three names; of more the first two, and how many there are besides. `count` counts those not given too. */
export const someNames = (names: readonly string[], count = names.length): string =>
  count <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${count - 2} more`

/** Outcomes of one rule with one cause, on which somebody has to act. */
export interface Finding {
  readonly fingerprint: string
  readonly rule: string
  readonly title: string
  readonly outcome: 'fail' | 'unproven' | 'alternative'
  readonly severity: Severity
  /** Why the severity is not the rule's own. */
  readonly severityChanged?: string
  readonly ground: ReportedGround
  readonly related: readonly string[]
  readonly subjects: readonly ReportedSubject[]
  readonly place?: Place
  /** The line of the place and its neighbours, with secrets masked. */
  readonly excerpt?: readonly { readonly number: number; readonly text: string }[]
  readonly message: string
  readonly why: string
  readonly fix: string
  /** Whose the thresholds are by which it was judged. */
  readonly thresholds: readonly {
    readonly name: string
    readonly meaning?: string
    readonly value: string
    readonly whose: string
  }[]
  /** The alternative that covers it, where the outcome says so. */
  readonly alternative?: string
  /** Present where every subject is accepted: each acceptance once. */
  readonly accepted?: readonly Acceptance[]
  /** What has to be said besides: that the breach safe harbor is lost, that ePHI is only assumed. */
  readonly notes: readonly string[]
  readonly references: readonly string[]
}

/** How many outcomes of each kind. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/** The message of a finding as it is for one of its subjects. */
export const messageFor = (
  { subjects, message }: Pick<Finding, 'subjects' | 'message'>,
  { label }: Pick<ReportedSubject, 'label'>,
): string => {
  const names = `${namesOf(subjects)}: `
  return message.startsWith(names) ? `${label}: ${message.slice(names.length)}` : message
}

/** How many passes rest on a claim that is weaker than a rank. */
export const passesBelow = (passes: Report['summary']['passesByRank'], rank: Rank): number =>
  RANKS.slice(0, RANKS.indexOf(rank)).reduce((sum, weaker) => sum + passes[weaker], 0)

/** One paragraph of the law, and what was seen of it. */
export interface MatrixRow {
  readonly citation: string
  readonly name: string
  readonly kind: 'standard' | 'required' | 'addressable'
  /** `below-practice`: no rule of the law fails, but one of guidance or practice that supports the paragraph does. */
  readonly status: Outcome | 'below-practice' | 'not-checked'
  readonly counts: OutcomeCounts
  readonly rules: readonly string[]
  /** What no description of an infrastructure can show of it. */
  readonly evidence: 'yes' | 'partly' | 'no'
}

/** What to state next: one place that settles the most. */
export interface Question {
  readonly id: string
  readonly asks: string
  /** Where it is stated: once for all that it settles. */
  readonly place: string
  /** The fields, relative to that place. */
  readonly fields: readonly string[]
  /** How many unproven outcomes it settles. */
  readonly settles: number
  /** Settled outcomes, weighed by severity; questions are ranked by it. */
  readonly worth: number
  readonly subjects: readonly string[]
  readonly rules: readonly string[]
  /** To paste into the description; values in `<…>` are to be filled in. */
  readonly yaml: string
}

/** One step of the way of ePHI, for people. */
export interface ReportedStep {
  readonly from: string
  readonly to: string
  readonly connection: string
  readonly assumed: boolean
  readonly place?: Place
}

/** A place that ePHI reaches. */
export interface ReportedReach {
  readonly id: string
  readonly kind: 'asset' | 'vendor' | 'party'
  readonly name?: string
  readonly assetKind?: string
  readonly reach: 'declared' | 'inferred' | 'assumed'
  readonly count: number
  readonly place?: Place
  /** Of a long way the first and the last eight steps. */
  readonly way: readonly ReportedStep[]
  /** How many steps were left out between these. */
  readonly stepsLeftOut?: number
}

/** How many steps of a long way are told at each of its ends: whole ways of all places would grow as their square. */
export const STEPS_AT_EACH_END = 8

/** The way of ePHI in words, `ehr → relay → reports`; empty where it was stated on the spot. */
export const wayWords = ({ way, stepsLeftOut }: Pick<ReportedReach, 'way' | 'stepsLeftOut'>): string => {
  const words = way.map(({ to, assumed }) => (assumed ? `${to} (assumed)` : to))
  if (stepsLeftOut !== undefined) words.splice(STEPS_AT_EACH_END, 0, `… ${stepsLeftOut} more …`)
  return [way[0]?.from ?? '', ...words].join(' → ')
}

/**
 * Implementation specifications of encryption. It decides whether a loss is a breach of unsecured PHI (164.402, guidance
 * 74 FR 19006), and no alternative to it changes that.
 */
export const ENCRYPTION_SPECIFICATIONS: ReadonlySet<string> = new Set([
  '164.312(a)(2)(iv)',
  '164.312(e)(2)(ii)',
])

export interface ReportedAlternative {
  readonly specification: string
  readonly subjects: string
  readonly decision: string
  readonly measure?: string
  readonly approvedBy?: string
  readonly approvedOn?: string
  readonly reviewBy?: string
  readonly state: 'valid' | 'void'
  /** Why it is void. */
  readonly faults: readonly string[]
  /** Findings that it covers, by fingerprint. */
  readonly covers: readonly string[]
  readonly place?: Place
}

export interface ReportedVendor {
  readonly id: string
  readonly name: string
  readonly relationship?: string
  readonly agreement: 'signed' | 'none' | 'not stated' | 'not needed'
  readonly executedOn?: string
  readonly expiresOn?: string
  readonly assurances: readonly {
    readonly kind: string
    readonly validUntil?: string
    readonly document?: string
  }[]
  readonly responsibilities: readonly { readonly duty: string; readonly by: string }[]
  readonly reached: boolean
  readonly runs: readonly string[]
  readonly place?: Place
}

/** A failure that somebody accepts until a day, and what became of it. */
export interface ReportedWaiver {
  readonly rule: string
  readonly subjects: string
  readonly reason: string
  readonly owner: string
  readonly until: string
  /** `expired` gates again; `unused` matches no failure. */
  readonly state: 'in-force' | 'expired' | 'unused'
  /** Whether it is for what the law requires, which nobody can waive. */
  readonly required: boolean
  /** How many failures it is for. */
  readonly failures: number
}

/** What became of the failures that were known before. */
export interface ReportedBaseline {
  readonly known: number
  /** Known failures that are gone. */
  readonly fixed: readonly { readonly rule: string; readonly subject: string; readonly message: string }[]
}

/** An observation that made no fact. */
export interface ReportedObservation {
  /** What it is of: `portal.example.org:443`. */
  readonly about: string
  readonly observedAt: string
  readonly how: string
  /** Why it made none: with the other side’s own words where it could not be seen. */
  readonly why: string
  readonly place: Place
}

/** An answer that passes by what was observed, and would not pass by what is claimed. */
export interface ClearedAnswer {
  readonly rule: string
  readonly subject: string
  /** What came of it without the evidence. */
  readonly was: 'fail' | 'unproven' | 'alternative'
  /** The fact that was observed, and where the evidence stands. */
  readonly path: string
  readonly place: Place
}

/** What was observed of what really runs. */
export interface ReportedEvidence {
  readonly files: readonly { readonly file: string; readonly tool: string; readonly observations: number }[]
  /** How old an observation might be. */
  readonly maxAge: string
  /** How many observations made facts. */
  readonly used: number
  /** What could not be seen. */
  readonly notProven: readonly ReportedObservation[]
  /** What was seen, and is too old, or of nothing that is described. */
  readonly notUsed: readonly ReportedObservation[]
  readonly cleared: readonly ClearedAnswer[]
}

/** Something that lapses by the calendar. */
export interface DueDate {
  readonly date: string
  /** Days until then; negative where it has passed. */
  readonly days: number
  readonly what: string
  readonly subject: string
  readonly place?: Place
}

/** What holds, and what a reader should know of it all the same. */
export interface Remark {
  readonly rule: string
  readonly note: string
  /** Labels of the subjects that it is said of. */
  readonly subjects: readonly string[]
}

export interface ReportedRule {
  readonly id: string
  readonly title: string
  readonly ground: ReportedGround
  readonly counts: OutcomeCounts
  readonly subjects: string
}

/** Everything that an audit found, as plain data with its places resolved. Reporters need nothing else. */
export interface Report {
  readonly reportVersion: typeof REPORT_VERSION
  readonly tool: { readonly name: 'hipaacheck'; readonly version: string; readonly rules: number }
  readonly asOf: string
  readonly profile: Profile
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[]
  /** Types of resources and files that nothing was made of: no verdict speaks of them. */
  readonly notRead: readonly {
    readonly what: string
    readonly count: number
    readonly why: string
    readonly file?: string
  }[]
  readonly system: {
    readonly name: string
    readonly entity?: string
    readonly providerType?: string
    readonly jurisdictions: readonly string[]
    readonly individuals?: number
    readonly describedAsOf?: string
  }
  readonly summary: {
    readonly outcomes: OutcomeCounts
    /** Passes by the rank of the weakest fact that they rest on. */
    readonly passesByRank: Readonly<Record<Rank, number>>
    readonly findingsBySeverity: Readonly<Record<Severity, number>>
    readonly findings: {
      readonly fail: number
      readonly unproven: number
      readonly alternative: number
      /** Of the failures, those that somebody accepted; they gate only where the law requires what was waived. */
      readonly accepted: number
    }
    readonly assets: {
      readonly described: number
      readonly declared: number
      readonly inferred: number
      readonly assumed: number
      readonly administering: number
    }
  }
  readonly gate: {
    readonly failOn: Severity | 'unproven'
    readonly strict: boolean
    readonly minRank?: Rank
    readonly gating: number
    readonly exitCode: 0 | 1
  }
  readonly findings: readonly Finding[]
  readonly matrix: readonly MatrixRow[]
  readonly scope: {
    readonly reached: readonly ReportedReach[]
    readonly administering: readonly {
      readonly id: string
      readonly target: string
      readonly how: string
      readonly place?: Place
    }[]
  }
  /** Where data flows, and how it is protected on its way. */
  readonly map: DataFlowMap
  readonly alternatives: readonly ReportedAlternative[]
  readonly waivers: readonly ReportedWaiver[]
  /** Absent where no baseline was given. */
  readonly baseline?: ReportedBaseline
  /** Absent where no evidence was given. */
  readonly evidence?: ReportedEvidence
  readonly vendors: readonly ReportedVendor[]
  readonly questions: readonly Question[]
  readonly dueDates: readonly DueDate[]
  readonly remarks: readonly Remark[]
  readonly notChecked: readonly string[]
  /** Rules that the configuration leaves out, and whether the law requires what they ask. */
  readonly leftOut: readonly { readonly rule: string; readonly required: boolean }[]
  readonly rules: readonly ReportedRule[]
}
