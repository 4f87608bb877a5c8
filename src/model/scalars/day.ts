import { keptByText } from '../../knowledge/kept-by-text.js'
import type { Duration } from './duration.js'
import type { DayText } from './text.js'

const DAY = 24 * 60 * 60 * 1000
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads an ISO 8601 day that exists; `undefined` for anything else, such as `2026-02-30`. */
export const parseDay = keptByText((text) => readDay(text))

const readDay = (text: string): DayText | undefined => {
  const match = ISO_DAY.exec(text)
  if (!match) return undefined
  const time = timeOf(text)
  return Number.isNaN(time) || textOf(time) !== text ? undefined : (text as DayText)
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const textOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The last year that can be written with four digits. */
const LAST = Date.UTC(9999, 11, 31)

/**
 * The day on which a duration that starts on a day is over. A month that is too short ends on its last day (31 January
 * and a month is the last of February). `undefined` where it never ends. A part of a day counts as a whole one.
 */
export const addDuration = (
  day: DayText,
  { months, milliseconds, endless }: Duration,
): DayText | undefined => {
  if (endless) return undefined
  const start = new Date(timeOf(day))
  const year = start.getUTCFullYear()
  const month = start.getUTCMonth() + months
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const time =
    Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) + Math.ceil(milliseconds / DAY) * DAY
  return Number.isNaN(time) || time > LAST ? undefined : (textOf(time) as DayText)
}

/** Whole days from one day to another; negative if the other is earlier. */
export const daysBetween = (from: DayText, to: DayText): number =>
  Math.round((timeOf(to) - timeOf(from)) / DAY)
