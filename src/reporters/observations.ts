import type { ReportedEvidence, ReportedObservation } from '../engine/report.js'

/** Observations that made no fact, and what became of each: what could not be seen first. */
export const withoutFact = ({
  notProven,
  notUsed,
}: Pick<ReportedEvidence, 'notProven' | 'notUsed'>): readonly (readonly [
  what: string,
  observation: ReportedObservation,
])[] => [
  ...notProven.map((one) => ['not proven', one] as const),
  ...notUsed.map((one) => ['not used', one] as const),
]
