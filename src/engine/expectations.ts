import type { Document, Person } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import { addDuration, parseDay } from '../model/scalars/day.js'
import { atLeast, atMost, parseDuration } from '../model/scalars/duration.js'
import type { DayText, DurationText } from '../model/scalars/text.js'
import { type FailureDetails, fail, pass, unproven, type Verdict } from './verdict.js'

/** The value is `true`. */
export const expectTrue = (fact: Fact<boolean>, details?: FailureDetails): Verdict =>
  decide(fact, (value) => value, details)

/** The value is `false`. */
export const expectFalse = (fact: Fact<boolean>, details?: FailureDetails): Verdict =>
  decide(fact, (value) => !value, details)

/** A value is stated, whatever it is. */
export const expectStated = (fact: Fact<unknown>): Verdict =>
  fact.value === undefined ? unproven(fact) : pass(fact)

/** The value is one of these. */
export const expectOneOf = <T>(fact: Fact<T>, allowed: readonly T[], details?: FailureDetails): Verdict =>
  decide(fact, (value) => allowed.includes(value), details)

/** The value is none of these. */
export const expectNoneOf = <T>(fact: Fact<T>, refused: readonly T[], details?: FailureDetails): Verdict =>
  decide(fact, (value) => !refused.includes(value), details)

/** A list has all of these; what is missing is named. */
export const expectAllOf = <T extends string>(
  fact: Fact<readonly T[]>,
  wanted: readonly T[],
  details?: FailureDetails,
): Verdict => {
  if (fact.value === undefined) return unproven(fact)
  const { value } = fact
  const missing = wanted.filter((one) => !value.includes(one))
  return missing.length === 0 ? pass(fact) : fail(fact, { found: `without ${listed(missing)}`, ...details })
}

/** A document exists: only `none` says that it does not, alone or with a note beside it. */
export const expectDocument = (fact: Fact<Document | 'none'>, details?: FailureDetails): Verdict =>
  decide(fact, (value) => value !== 'none' && value.document !== 'none', details)

/** A person is named: only `none` says that there is nobody. */
export const expectPerson = (fact: Fact<Person | 'none'>, details?: FailureDetails): Verdict =>
  decide(fact, (value) => value !== 'none', details)

/** A period or interval is no longer than a bound. `never` is longer than any. */
export const expectAtMost = (
  fact: Fact<DurationText | string>,
  bound: DurationText | string,
  details?: FailureDetails,
): Verdict => decide(fact, (value) => compares(value, bound, atMost), details)

/** A period is no shorter than a bound. `forever` is longer than any. */
export const expectAtLeast = (
  fact: Fact<DurationText | string>,
  bound: DurationText | string,
  details?: FailureDetails,
): Verdict => decide(fact, (value) => compares(value, bound, atLeast), details)

/** A number is no smaller than a bound. */
export const expectNumberAtLeast = (fact: Fact<number>, bound: number, details?: FailureDetails): Verdict =>
  decide(fact, (value) => value >= bound, details)

/** A number is no larger than a bound. */
export const expectNumberAtMost = (fact: Fact<number>, bound: number, details?: FailureDetails): Verdict =>
  decide(fact, (value) => value <= bound, details)

/** A day is no longer ago than a period; `never` is always too long ago. One that lies ahead shows nothing yet. */
export const expectWithin = (
  fact: Fact<DayText | 'never' | string>,
  period: DurationText | string,
  today: DayText,
  details?: FailureDetails,
): Verdict =>
  isAhead(fact, today)
    ? unproven(fact, aheadWords(fact.value))
    : decide(fact, (value) => isWithin(value, period, today), details)

/** Whether a day is stated that has not come yet. */
export const isAhead = ({ value }: Fact<DayText | 'never' | string>, today: DayText): boolean =>
  value !== undefined && value !== 'never' && value > today

/** What to state in place of a day that has not come yet. */
export const aheadWords = (day: string | undefined): string =>
  `${day} lies ahead: state the day on which it was done last`

/** A day lies not before today. */
export const expectNotPast = (
  fact: Fact<DayText | string>,
  today: DayText,
  details?: FailureDetails,
): Verdict => decide(fact, (value) => value >= today, details)

/** Whether a day that has come, plus a period, is today or later; `never` is not. */
export const isWithin = (day: string, period: string, today: DayText): boolean => {
  const from = parseDay(day)
  const length = parseDuration(period)
  if (from === undefined || length === undefined) return false
  const until = addDuration(from, length)
  return until === undefined || until >= today
}

/** All hold: a failure outweighs what is unproven, and that outweighs a pass. */
export const all = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find(({ is }) => is === 'fail') ??
  verdicts.find(({ is }) => is === 'unproven') ??
  combined(verdicts)

/** One holds: a pass outweighs what is unproven, and that outweighs a failure. */
export const any = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find(({ is }) => is === 'pass') ??
  verdicts.find(({ is }) => is === 'unproven') ??
  (verdicts[0] as Verdict)

const combined = (verdicts: readonly Verdict[]): Verdict => ({
  is: 'pass',
  on: verdicts.flatMap(({ on }) => on),
})

/** Compares a stated value; what is not stated is unproven. */
export const decide = <T>(fact: Fact<T>, holds: (value: T) => boolean, details?: FailureDetails): Verdict => {
  if (fact.value === undefined) return unproven(fact)
  return holds(fact.value) ? pass(fact) : fail(fact, details)
}

const compares = (
  value: string,
  bound: string,
  holds: (
    a: NonNullable<ReturnType<typeof parseDuration>>,
    b: NonNullable<ReturnType<typeof parseDuration>>,
  ) => boolean,
): boolean => {
  const [one, other] = [parseDuration(value), parseDuration(bound)]
  return one !== undefined && other !== undefined && holds(one, other)
}

/** `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
