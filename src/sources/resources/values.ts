/** A value of infrastructure as code that is known, or known in part: what cannot be told is an `Unknown` in its place. */
export type Value = string | number | boolean | null | readonly Value[] | ValueObject | Unknown

export interface ValueObject {
  readonly [key: string]: Value
}

const MARK = Symbol('unknown')

/** Something that is written and cannot be told from the files: what a resource gets on apply, or a foreign module says. */
export interface Unknown {
  readonly [MARK]: true
  /** The resources that it comes from. */
  readonly refs: readonly string[]
  /** A text of which parts are known, with `UNRESOLVED` for the others. */
  readonly text?: string
}

/** Makes an unknown value. */
export const unknown = (refs: readonly string[] = [], text?: string): Unknown => ({
  [MARK]: true,
  refs,
  ...(text === undefined ? {} : { text }),
})

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && MARK in value

export const isObject = (value: Value | undefined): value is ValueObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value)

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

/** The resources that a value comes from, however deep they stand. */
export const refsIn = (value: Value | undefined): readonly string[] => {
  if (isUnknown(value)) return value.refs
  if (isList(value)) return [...new Set(value.flatMap(refsIn))]
  return isObject(value) ? [...new Set(Object.values(value).flatMap(refsIn))] : []
}

/** Whether nothing in a value is unknown. */
export const isWhole = (value: Value): boolean => {
  if (isUnknown(value)) return false
  if (isList(value)) return value.every(isWhole)
  return isObject(value) ? Object.values(value).every(isWhole) : true
}

/** Sizes of lists and objects that were measured: a list in which one list stands twice is as large as a copy. */
const SIZES = new WeakMap<object, number>()

/** So many characters weigh as much as one value. */
const CHARACTERS = 64

/** How many values stand in a value, each as often as it is written out; long texts count as several. */
export const sizeOf = (value: Value): number => {
  if (typeof value === 'string') return 1 + value.length / CHARACTERS
  if (typeof value !== 'object' || value === null) return 1
  let size = SIZES.get(value)
  if (size === undefined) {
    size = 1
    if (isUnknown(value)) size += value.refs.length + (value.text?.length ?? 0) / CHARACTERS
    else for (const one of isList(value) ? value : Object.values(value)) size += sizeOf(one)
    SIZES.set(value, size)
  }
  return size
}

/** More entries or longer texts than these are made by nobody on purpose. */
export const MOST_ENTRIES = 10_000
export const LONGEST_TEXT = 1024 * 1024

/** Texts as one; `undefined` where that would be longer than any that somebody means. */
export const joinedTexts = (texts: readonly string[], between: string): string | undefined => {
  const length = texts.reduce((sum, text) => sum + text.length + between.length, 0)
  return length > LONGEST_TEXT + between.length ? undefined : texts.join(between)
}

/** Several values of which at least one cannot be told. */
export const unknownOf = (...values: readonly (Value | undefined)[]): Unknown =>
  unknown([...new Set(values.flatMap(refsIn))])

/** As a text, where a value can be one. */
export const textOf = (value: Value): string | undefined => {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A list or an object without what is unknown in it. */
export const knownPart = (value: Value): unknown => {
  if (isUnknown(value)) return undefined
  if (Array.isArray(value)) return value.map(knownPart)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (isUnknown(one) ? [] : [[key, knownPart(one)]])),
  )
}
