import type { Basis as StandingBasis } from '../knowledge/grounds.js'
import type { Rank, Severity } from '../knowledge/terms.js'
import type { Place } from '../model/problem.js'

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
export const namesOf = (
  subjects: readonly Pick<ReportedSubject, 'label'>[],
  count = subjects.length,
): string =>
  someNames(
    subjects.slice(0, MOST_NAMED).map(({ label }) => label),
    count,
  )

/** How many subjects a message names. */
export const MOST_NAMED = 3

/** At most three names; of more the first two, and how many there are besides. `count` counts those not given too. */
export const someNames = (names: readonly string[], count = names.length): string =>
  count <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED - 1).join(', ')} and ${count - MOST_NAMED + 1} more`

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

/** The message of a finding as it is for one of its subjects. */
export const messageFor = (
  { subjects, message }: Pick<Finding, 'subjects' | 'message'>,
  { label }: Pick<ReportedSubject, 'label'>,
): string => {
  const names = `${namesOf(subjects)}: `
  return message.startsWith(names) ? `${label}: ${message.slice(names.length)}` : message
}
