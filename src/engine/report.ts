import { type Outcome, type Profile, RANKS, type Rank, type Severity } from '../knowledge/terms.js'
import type { Place } from '../model/problem.js'
import type { DataFlowMap } from './data-flow-map.js'
import type { Finding, ReportedGround } from './reported-finding.js'
import type {
  DueDate,
  Remark,
  ReportedAlternative,
  ReportedBaseline,
  ReportedEvidence,
  ReportedVendor,
  ReportedWaiver,
} from './reported-registers.js'
import type { ReportedReach } from './reported-scope.js'

export { grouped } from '../model/value-text.js'
export * from './data-flow-map.js'
export { type FirstSubjects, firstSubjects } from './first-subjects.js'
export * from './reported-finding.js'
export * from './reported-registers.js'
export * from './reported-scope.js'

/** The shape of a report; raised when a field changes its meaning. */
export const REPORT_VERSION = 1

/** How many outcomes of each kind. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

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

/** How many passes rest on a claim that is weaker than a rank. */
export const passesBelow = (passes: Report['summary']['passesByRank'], rank: Rank): number =>
  RANKS.slice(0, RANKS.indexOf(rank)).reduce((sum, weaker) => sum + passes[weaker], 0)
