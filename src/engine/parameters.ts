import { parseDuration } from '../model/scalars/duration.js'
import type { DurationText } from '../model/scalars/text.js'

/** Whose a threshold is. HIPAA names hardly any, so that most are ours, and say so. */
export type Whose = 'ours' | { readonly source: string }

/** A threshold of a rule, which a configuration may set. */
export interface Parameter<T> {
  readonly type: 'duration' | 'number'
  readonly default: T
  readonly meaning: string
  readonly whose: Whose
  /** Which way is stricter: what is law may be tightened, never loosened. */
  readonly stricter: 'lower' | 'higher'
  readonly parse: (text: unknown) => T | undefined
}

interface ParameterDetails {
  readonly whose?: Whose
  readonly stricter?: 'lower' | 'higher'
}

/** A period or an interval, as `duration('P1M', 'The longest time between two reviews.')`. */
export const duration = (
  value: string,
  meaning: string,
  { whose = 'ours', stricter = 'lower' }: ParameterDetails = {},
): Parameter<DurationText> => ({
  type: 'duration',
  default: value as DurationText,
  meaning,
  whose,
  stricter,
  parse: (text) => (typeof text === 'string' && parseDuration(text) ? (text as DurationText) : undefined),
})

/** A whole number. */
export const number = (
  value: number,
  meaning: string,
  { whose = 'ours', stricter = 'lower' }: ParameterDetails = {},
): Parameter<number> => ({
  type: 'number',
  default: value,
  meaning,
  whose,
  stricter,
  parse: (text) => (typeof text === 'number' && Number.isFinite(text) ? text : undefined),
})

/** The parameters of a rule. */
export type Parameters = Readonly<Record<string, Parameter<DurationText> | Parameter<number>>>

/** What a check gets for its parameters. */
export type ParameterValues<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never
}

/** The defaults of a rule's parameters. */
export const defaultsOf = <P extends Parameters>(parameters: P): ParameterValues<P> =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, { default: value }]) => [key, value]),
  ) as ParameterValues<P>

/** Durations of one unit read better in words: `P6Y` is `6 years`. */
export const parameterText = (value: unknown): string => {
  const match = /^P(T?)(\d+)([YMWDHS])$/.exec(String(value))
  if (!match) return String(value)
  const [, time = '', count = '', unit = ''] = match
  const word = (time === 'T' ? TIME_UNITS : DAY_UNITS)[unit] ?? unit
  return count === '1' ? `1 ${word}` : `${count} ${word}s`
}

const DAY_UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }
const TIME_UNITS: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' }

/** Fills `{interval}` in: `every {interval}` of one month reads `every month`. */
export const withParameters = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/(every )?\{(\w+)\}/g, (whole, every: string | undefined, name: string) => {
    if (!Object.hasOwn(values, name)) return whole
    const value = parameterText(values[name])
    return every === undefined ? value : `every ${value.replace(/^1 /, '')}`
  })
