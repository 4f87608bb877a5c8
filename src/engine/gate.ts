import type { Rank, Severity } from '../knowledge/terms.js'
import { isLetThrough, passesBelow, type Report } from './report.js'
import { isAtLeast } from './severity.js'

/** What lets an audit fail. */
export interface GateOptions {
  /** The least severity of a failure that fails the audit; `unproven`: any failure, and what is not shown. */
  readonly failOn: Severity | 'unproven'
  /** Let what is not shown fail too, from the same severity on. */
  readonly strict: boolean
  /** Count a pass that rests on a weaker claim as not shown. */
  readonly minRank?: Rank
}

/** Judges a report by a gate: how many findings fail it, and the exit code that says so. */
export const gateOf = (
  { findings, summary }: Pick<Report, 'findings' | 'summary'>,
  options: GateOptions,
): Report['gate'] => {
  const { failOn, strict, minRank } = options
  const least = failOn === 'unproven' ? 'info' : failOn
  const gated = findings.filter(
    ({ outcome, severity, accepted }) =>
      !(accepted?.every(isLetThrough) ?? false) &&
      (outcome === 'fail' || (outcome === 'unproven' && (strict || failOn === 'unproven'))) &&
      isAtLeast(severity, least),
  ).length
  const weak = minRank === undefined ? 0 : passesBelow(summary.passesByRank, minRank)
  const gating = gated + weak
  return {
    failOn,
    strict,
    ...(minRank === undefined ? {} : { minRank }),
    gating,
    exitCode: gating > 0 ? 1 : 0,
  }
}
