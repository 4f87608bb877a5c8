import type { Place } from '../model/problem.js'

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
