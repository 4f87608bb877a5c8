import type { Route, Source } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import { absentAt, type Given } from '../resources/resource.js'
import { isList, isObject, isUnknown, isWhole, knownPart, refsIn, type Value } from '../resources/values.js'
import { decide } from './conditions.js'
import { callIn, evaluate, isNoValue } from './evaluate.js'
import type { Scope } from './scope.js'
import type { Shape } from './shapes.js'

/** Where reading has come to: a part of the template that may still hold functions. */
export interface Cursor {
  readonly value: unknown
  readonly route: Route
}

interface Reading {
  readonly scope: Scope
  readonly shape: Shape
  readonly placeOf: (route: Route) => Source
}

/** What stands at a path below a cursor. Functions on the way are worked out, and a list of one is stepped into. */
export const readProperty = (start: Cursor, path: Route, reading: Reading): Given => {
  let at = headOf(start, reading.scope)
  const names: string[] = []
  for (const step of path) {
    if (isUnknown(at.value)) break
    const next = entered(at, step, names.join('.'), reading)
    if (!next) return missing(at, reading)
    if (typeof step === 'string') names.push(step)
    at = headOf(next, reading.scope)
  }
  const value = shaped(evaluate(at.value, reading.scope), names.join('.'), reading.shape)
  const source = reading.placeOf(at.route)
  if (value === null) return absentAt({ source })
  if (isUnknown(value)) return { state: 'unknown', value: value.text, refs: value.refs, source }
  return { state: isWhole(value) ? 'known' : 'unknown', value: knownPart(value), refs: refsIn(value), source }
}

/** What a macro puts beside the properties that are written cannot be told. */
const missing = ({ value, route }: Cursor, { placeOf }: Reading): Given => {
  const source = placeOf(route)
  return isPlain(value) && Object.hasOwn(value, 'Fn::Transform')
    ? { state: 'unknown', value: undefined, refs: [], source }
    : absentAt({ source })
}

/** The branch of a condition that counts, or the value of another function. */
const headOf = ({ value, route }: Cursor, scope: Scope): Cursor => {
  const call = callIn(value)
  if (!call || isNoValue(value)) return { value: isNoValue(value) ? null : value, route }
  if (call.name !== 'Fn::If' || !Array.isArray(call.given)) return { value: evaluate(value, scope), route }
  const decided = decide({ Condition: call.given[0] }, scope)
  if (decided === undefined || scope.budget.left-- <= 0) return { value: evaluate(value, scope), route }
  const index = decided ? 1 : 2
  return headOf({ value: call.given[index], route: [...route, 'Fn::If', index] }, scope)
}

const entered = (
  at: Cursor,
  step: string | number,
  path: string,
  { shape, scope }: Reading,
): Cursor | undefined => {
  if (shape.entries?.includes(path) && typeof step === 'number') return entryAt(at, step)
  if (typeof step === 'number') return Array.isArray(at.value) ? itemAt(at, step, scope) : undefined
  if (shape.keyed?.includes(path) && Array.isArray(at.value)) return keyedAt(at, step, scope)
  const holder = Array.isArray(at.value) ? itemAt(at, 0, scope) : at
  if (!holder || isUnknown(holder.value)) return holder
  if (!isPlain(holder.value) || !Object.hasOwn(holder.value, step)) return undefined
  const route = step.startsWith('@') ? holder.route : [...holder.route, step]
  return { value: holder.value[step], route }
}

/** An item of a list, counted without those that a condition takes out. */
const itemAt = ({ value, route }: Cursor, index: number, scope: Scope): Cursor | undefined =>
  (value as readonly unknown[])
    .map((item, number) => headOf({ value: item, route: [...route, number] }, scope))
    .filter((item) => item.value !== null)[index]

const entryAt = ({ value, route }: Cursor, index: number): Cursor | undefined => {
  const entry = isPlain(value) ? Object.entries(value)[index] : undefined
  return entry && { value: { '@key': entry[0], '@value': entry[1] }, route: [...route, entry[0]] }
}

/** The value of a key; keys that have dots are written with slashes in paths. */
const keyedAt = ({ value, route }: Cursor, key: string, scope: Scope): Cursor | undefined => {
  const wanted = key.replaceAll('/', '.')
  for (const [index, item] of (value as readonly unknown[]).entries()) {
    const head = headOf({ value: item, route: [...route, index] }, scope)
    if (isPlain(head.value) && head.value['Key'] === wanted)
      return { value: head.value['Value'], route: [...head.route, 'Value'] }
  }
  return undefined
}

const shaped = (value: Value, path: string, shape: Shape): Value => {
  if (shape.keyed?.includes(path) && isList(value))
    return Object.fromEntries(
      value.flatMap((one) =>
        isObject(one) && typeof one['Key'] === 'string' ? [[one['Key'], one['Value'] ?? null]] : [],
      ),
    )
  if (shape.entries?.includes(path) && isObject(value))
    return Object.entries(value).map(([key, one]) => ({ '@key': key, '@value': one }))
  const member = shape.members?.[path]
  if (member !== undefined && isList(value))
    return value.map((one) => (isObject(one) ? (one[member] ?? null) : one))
  const words = shape.words?.[path.replace(/^.*?@/, '@')] ?? shape.words?.[path]
  if (words && typeof value === 'string' && Object.hasOwn(words, value)) return words[value] as Value
  return value
}
