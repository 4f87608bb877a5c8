import type { DueDate } from '../engine/report.js'

/** The spans of a list of what lapses: one plans a month, two or three ahead. */
const SPANS = [30, 60, 90] as const

/** How far ahead something lies, in words: `overdue by 12 days`, `within 30 days`. */
export const dueWords = ({ days }: DueDate): string => {
  if (days < 0) return `overdue by ${-days} ${days === -1 ? 'day' : 'days'}`
  const span = SPANS.find((one) => days <= one)
  return span === undefined ? 'later' : `within ${span} days`
}

/** What is overdue, or lapses within 90 days. */
export const dueSoon = (list: readonly DueDate[]): readonly DueDate[] =>
  list.filter(({ days }) => days <= SPANS[2])
