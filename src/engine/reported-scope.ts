import type { Place } from '../model/problem.js'

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
