import { keptByText } from '../../knowledge/kept-by-text.js'

/**
 * A duration in calendar units (ISO 8601): months are kept apart from days, because a month has 28 to 31 of them.
 * `endless` is `never` of an interval or a limit, and `forever` of how long a thing is kept.
 */
export interface Duration {
  readonly months: number
  /** Days, with hours, minutes and seconds as fractions of one, in milliseconds. */
  readonly milliseconds: number
  readonly endless: boolean
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

const UNITS: Readonly<Record<string, Partial<Duration>>> = {
  second: { milliseconds: SECOND },
  minute: { milliseconds: MINUTE },
  hour: { milliseconds: HOUR },
  day: { milliseconds: DAY },
  week: { milliseconds: WEEK },
  month: { months: 1 },
  year: { months: 12 },
}

/** The units that a duration may be written in, in singular. */
export const DURATION_UNITS = Object.keys(UNITS)

/** More than this is no duration that anybody means. */
const LARGEST = 1_000_000

const ISO =
  /^P(?=.)(?:(\d{1,7})Y)?(?:(\d{1,7})M)?(?:(\d{1,7})W)?(?:(\d{1,7})D)?(?:T(?=.)(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})S)?)?$/
const WORDS = /^(\d{1,7}) ?([a-z]+)$/i

/**
 * Reads ISO 8601 (`P6Y`, `PT15M`) or one whole number and a unit (`6 years`), `never` or `forever`.
 * `undefined` for anything else.
 */
export const parseDuration = keptByText((text) => readDuration(text.trim()))

const readDuration = (text: string): Duration | undefined => {
  if (text === 'never' || text === 'forever') return { months: 0, milliseconds: 0, endless: true }
  const words = WORDS.exec(text)
  return words ? fromWords(Number(words[1]), words[2] as string) : fromIso(text)
}

const fromWords = (count: number, word: string): Duration | undefined => {
  const name = word.toLowerCase()
  const singular = name.endsWith('s') ? name.slice(0, -1) : name
  const unit = Object.hasOwn(UNITS, singular) ? UNITS[singular] : undefined
  if (!unit || count > LARGEST) return undefined
  return {
    months: count * (unit.months ?? 0),
    milliseconds: count * (unit.milliseconds ?? 0),
    endless: false,
  }
}

const fromIso = (text: string): Duration | undefined => {
  const match = ISO.exec(text)
  if (!match) return undefined
  const parts = match.slice(1).map((part) => Number(part ?? 0))
  if (parts.some((part) => part > LARGEST)) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
  return {
    months: years * 12 + months,
    milliseconds: weeks * WEEK + days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND,
    endless: false,
  }
}

/**
 * Days of so many months in a row, at the fewest and at the most. Every fourth year is a leap year, as it is from 1901
 * to 2099: 6 years have 2191 or 2192 days.
 */
const daysOfMonths = (months: number): readonly [fewest: number, most: number] => {
  const cycles = Math.floor(months / CYCLE_MONTHS)
  const rest = months % CYCLE_MONTHS
  const [fewest, most] = withinCycle(rest)
  return [cycles * CYCLE_DAYS + fewest, cycles * CYCLE_DAYS + most]
}

const CYCLE_MONTHS = 48
const CYCLE_DAYS = 1461

let starts: readonly number[] | undefined
const EXTREMES = new Map<number, readonly [number, number]>()

/** Day number of the first of each month, over two cycles. */
const monthStarts = (): readonly number[] => {
  starts ??= Array.from({ length: 2 * CYCLE_MONTHS + 1 }, (_, month) =>
    Math.round((Date.UTC(2000 + Math.floor(month / 12), month % 12, 1) - Date.UTC(2000, 0, 1)) / DAY),
  )
  return starts
}

const withinCycle = (months: number): readonly [number, number] => {
  let known = EXTREMES.get(months)
  if (!known) {
    const first = monthStarts()
    let [fewest, most] = [Number.POSITIVE_INFINITY, 0]
    for (let month = 0; month < CYCLE_MONTHS; month++) {
      const days = (first[month + months] as number) - (first[month] as number)
      fewest = Math.min(fewest, days)
      most = Math.max(most, days)
    }
    known = [fewest, most]
    EXTREMES.set(months, known)
  }
  return known
}

/** How long a duration lasts, in milliseconds: at its shortest and at its longest. */
export const rangeOf = ({
  months,
  milliseconds,
  endless,
}: Duration): readonly [shortest: number, longest: number] => {
  if (endless) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const [fewest, most] = daysOfMonths(months)
  return [fewest * DAY + milliseconds, most * DAY + milliseconds]
}

/**
 * Whether one is no longer than the other. Calendar units are compared at their shortest and at their longest, and
 * only what fails at both fails: `31 days` is no longer than `1 month`, `32 days` is.
 */
export const atMost = (one: Duration, other: Duration): boolean => {
  if (sameUnits(one, other)) return compareSame(one, other) <= 0
  return rangeOf(one)[0] <= rangeOf(other)[1]
}

/** Whether one is no shorter than the other: `2190 days` is not `6 years`, `2191 days` may be. */
export const atLeast = (one: Duration, other: Duration): boolean => {
  if (sameUnits(one, other)) return compareSame(one, other) >= 0
  return rangeOf(one)[1] >= rangeOf(other)[0]
}

/** Whether one is shorter than the other. `1 month` may be shorter than `30 days`, and `30 days` is not. */
export const isShorter = (one: Duration, other: Duration): boolean => {
  if (sameUnits(one, other)) return compareSame(one, other) < 0
  return rangeOf(one)[0] < rangeOf(other)[1]
}

const sameUnits = (one: Duration, other: Duration): boolean =>
  one.endless === other.endless &&
  ((one.months === 0 && other.months === 0) || (one.milliseconds === 0 && other.milliseconds === 0))

const compareSame = (one: Duration, other: Duration): number =>
  one.months - other.months || one.milliseconds - other.milliseconds

/** A total order for sorting: by the shortest, then by the longest. */
export const compareDurations = (one: Duration, other: Duration): number => {
  const [[a, b], [c, d]] = [rangeOf(one), rangeOf(other)]
  return a === c ? (b === d ? 0 : b - d) : a - c
}
