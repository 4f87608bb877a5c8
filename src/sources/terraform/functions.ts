import { jsonIn } from '../resources/json-text.js'
import { UNRESOLVED } from '../resources/policy.js'
import {
  isList,
  isObject,
  isUnknown,
  isWhole,
  joinedTexts,
  LONGEST_TEXT,
  MOST_ENTRIES,
  refsIn,
  textOf,
  unknown,
  unknownOf,
  type Value,
  type ValueObject,
} from '../resources/values.js'

type Static = (...given: readonly Value[]) => Value | undefined

const texts = (list: readonly Value[]): string[] | undefined => {
  const found = list.map(textOf)
  return found.includes(undefined) ? undefined : (found as string[])
}

const onText =
  (change: (text: string) => string): Static =>
  (value) => {
    const text = value === undefined ? undefined : textOf(value)
    return text === undefined ? undefined : change(text)
  }

/** Functions whose arguments are known whole. */
const STATIC: Readonly<Record<string, Static>> = {
  join: (by, list) => (isList(list) ? joined(texts(list), textOf(by ?? '') ?? '') : undefined),
  split: (by, text) =>
    textOf(text ?? null)
      ?.split(textOf(by ?? '') ?? '')
      .slice(0, MOST_ENTRIES),
  lower: onText((text) => text.toLowerCase()),
  upper: onText((text) => text.toUpperCase()),
  trimspace: onText((text) => text.trim()),
  title: onText((text) => text.replace(/\b[a-z]/g, (first) => first.toUpperCase())),
  tostring: (value) => (value === null ? null : textOf(value ?? null)),
  tonumber: (value) => (Number.isFinite(Number(value)) ? Number(value) : undefined),
  tobool: (value) =>
    value === 'true' || value === true ? true : value === 'false' || value === false ? false : undefined,
  format: (pattern, ...given) => formatted(textOf(pattern ?? null), given),
  replace: (text, from, to) => replaced(...(texts([text ?? '', from ?? '', to ?? '']) ?? [])),
  substr: (text, from, length) =>
    textOf(text ?? null)?.substr(Number(from), Number(length) < 0 ? undefined : Number(length)),
  contains: (list, value) => (isList(list) ? list.includes(value as Value) : undefined),
  max: (...given) => Math.max(...given.map(Number)),
  min: (...given) => Math.min(...given.map(Number)),
  abs: (value) => Math.abs(Number(value)),
  ceil: (value) => Math.ceil(Number(value)),
  floor: (value) => Math.floor(Number(value)),
  distinct: (list) => (isList(list) ? [...new Set(list)] : undefined),
  range: (...given) => rangeOf(given.map(Number)),
  jsondecode: (text) => decoded(textOf(text ?? null)),
}

const formatted = (pattern: string | undefined, given: readonly Value[]): Value | undefined => {
  let next = 0
  const unusual = pattern === undefined || /%(?![sdqvt%])/.test(pattern)
  return unusual
    ? undefined
    : pattern.replace(/%([sdqvt%])/g, (_, verb: string) => {
        if (verb === '%') return '%'
        const text = textOf(given[next++] ?? '') ?? ''
        return verb === 'q' ? JSON.stringify(text) : text
      })
}

/** A pattern between slashes is a regular expression, which is not tried. */
const replaced = (text?: string, from?: string, to?: string): string | undefined =>
  text === undefined || from === undefined || to === undefined || /^\/.*\/$/.test(from)
    ? undefined
    : joined(text.split(from), to)

const joined = (parts: readonly string[] | undefined, by: string): string | undefined =>
  parts && joinedTexts(parts, by)

const rangeOf = ([one = 0, two, step = 1]: readonly number[]): Value | undefined => {
  const [from, to] = two === undefined ? [0, one] : [one, two]
  const length = Math.ceil((to - from) / step)
  return Number.isFinite(length) && length <= MOST_ENTRIES
    ? Array.from({ length: Math.max(0, length) }, (_, index) => from + index * step)
    : undefined
}

const decoded = (text: string | undefined): Value | undefined =>
  text === undefined ? undefined : (jsonIn(text) as Value | undefined)

/** Functions that say something even where a part of what they get is unknown. */
const PARTIAL: Readonly<Record<string, Static>> = {
  concat: (...lists) => (lists.every(isList) ? lists.flat() : undefined),
  flatten: (list) => (isList(list) ? (list.flat(8) as Value[]) : undefined),
  compact: (list) => (isList(list) ? list.filter((one) => one !== '' && one !== null) : undefined),
  merge: (...objects) => {
    const known = objects.filter((one) => one !== null)
    return known.every(isObject) ? Object.assign({}, ...(known as ValueObject[])) : undefined
  },
  toset: (list) => (isList(list) ? [...new Set(list)] : undefined),
  tolist: (list) => (isList(list) ? list : undefined),
  tomap: (object) => object,
  length: (value) =>
    isList(value)
      ? value.length
      : isObject(value)
        ? Object.keys(value).length
        : typeof value === 'string'
          ? value.length
          : undefined,
  keys: (object) => (isObject(object) ? Object.keys(object).sort() : undefined),
  values: (object) =>
    isObject(object)
      ? Object.keys(object)
          .sort()
          .map((key) => object[key] as Value)
      : undefined,
  lookup: (object, key, otherwise) =>
    isObject(object) && typeof key === 'string'
      ? Object.hasOwn(object, key)
        ? object[key]
        : otherwise
      : undefined,
  element: (list, index) => (isList(list) && list.length > 0 ? list[Number(index) % list.length] : undefined),
  one: (list) => (isList(list) ? (list[0] ?? null) : undefined),
  coalesce: (...given) => {
    const first = given.find((one) => one !== null && one !== '')
    return isUnknown(first) ? undefined : first
  },
  try: (...given) => given.find((one) => one !== undefined),
  can: () => undefined,
  nonsensitive: (value) => value,
  sensitive: () => undefined,
  zipmap: (keys, values) =>
    isList(keys) && isList(values) && keys.every((key) => typeof key === 'string')
      ? Object.fromEntries(keys.map((key, index) => [key as string, values[index] ?? null]))
      : undefined,
  jsonencode: (value) => encoded(value ?? null),
}

/** A text with what is known of it, so that a policy can be read in which only an ARN is unknown. */
const encoded = (value: Value): Value => {
  const text = JSON.stringify(plainOf(value))
  if (text.length > LONGEST_TEXT) return unknown(refsIn(value))
  return isWhole(value) ? text : unknown(refsIn(value), text)
}

const plainOf = (value: Value): unknown => {
  if (isUnknown(value)) return value.text ?? UNRESOLVED
  if (isList(value)) return value.map(plainOf)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainOf(one)]))
    : value
}

/** Calls a function as far as its result follows from the files; the rest is unknown. Nothing is read and nothing run. */
export const called = (name: string, given: readonly Value[]): Value => {
  const partial = Object.hasOwn(PARTIAL, name) ? PARTIAL[name] : undefined
  const known = Object.hasOwn(STATIC, name) && given.every(isWhole) ? STATIC[name] : undefined
  const result = partial?.(...given) ?? known?.(...given)
  if (result === undefined) return unknownOf(...given)
  const tooMuch =
    (typeof result === 'string' && result.length > LONGEST_TEXT) ||
    (isList(result) && result.length > MOST_ENTRIES)
  return tooMuch || (typeof result === 'number' && Number.isNaN(result)) ? unknownOf(...given) : result
}
