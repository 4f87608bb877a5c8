import { isPlain } from '../../model/merge.js'
import { UNRESOLVED } from '../resources/policy.js'
import {
  isList,
  isUnknown,
  isWhole,
  joinedTexts,
  MOST_ENTRIES,
  refsIn,
  sizeOf,
  textOf,
  unknown,
  unknownOf,
  type Value,
} from '../resources/values.js'
import { decide } from './conditions.js'
import { addressOf, referenced, type Scope } from './scope.js'

/** A function of a template and what it is applied to. */
export interface Call {
  readonly name: string
  readonly given: unknown
}

/** The function that an object of one key stands for. */
export const callIn = (value: unknown): Call | undefined => {
  if (!isPlain(value) || isUnknown(value)) return undefined
  const [name = '', ...others] = Object.keys(value)
  if (others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined
  return { name, given: value[name] }
}

/** Whether a value is `AWS::NoValue`, which takes what it stands in out of the template. */
export const isNoValue = (value: unknown): boolean => {
  const call = callIn(value)
  return call?.name === 'Ref' && call.given === 'AWS::NoValue'
}

/** The value of a part of a template with all functions worked out; `null` is what is taken out. */
export const evaluate = (value: unknown, scope: Scope): Value => {
  if (scope.budget.left-- <= 0) return unknown()
  if (isUnknown(value)) return value
  if (isNoValue(value) || value === undefined) return null
  const call = callIn(value)
  if (call) return applied(call, scope)
  if (Array.isArray(value)) return value.filter((one) => !isNoValue(one)).map((one) => evaluate(one, scope))
  if (!isPlain(value)) return value as Value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const made = evaluate(one, scope)
      return made === null ? [] : [[key, made] as const]
    }),
  )
}

const applied = ({ name, given }: Call, scope: Scope): Value => {
  const function_ = FUNCTIONS[name]
  const value = function_ ? function_(given, scope) : unknownOf(evaluate(given, scope))
  // What is large costs as much to look through as many values do.
  scope.budget.left -= sizeOf(value) / LOOKED_THROUGH
  return value
}

const LOOKED_THROUGH = 16

type Function = (given: unknown, scope: Scope) => Value

const listOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : [given])

const ref: Function = (given, scope) => (typeof given === 'string' ? referenced(given, scope) : unknown())

const attribute: Function = (given, scope) => {
  const [name] = typeof given === 'string' ? given.split('.') : listOf(given)
  if (typeof name !== 'string' || !Object.hasOwn(scope.template.resources, name)) return unknown()
  return unknown([addressOf(scope.template, name)])
}

/** Both branches may say the same, and then it does not matter which one counts. */
const choice: Function = (given, scope) => {
  const [condition, yes, no] = listOf(given)
  const decided = decide({ Condition: condition }, scope)
  if (decided !== undefined) return evaluate(decided ? yes : no, scope)
  const [one, other] = [evaluate(yes, scope), evaluate(no, scope)]
  if (one !== null && other !== null && isWhole(one) && JSON.stringify(one) === JSON.stringify(other))
    return one
  return unknownOf(one ?? undefined, other ?? undefined)
}

/** Text of several parts; what cannot be told stays a gap in it. */
const joined = (parts: readonly Value[]): Value => {
  const texts = parts.map((part) => (isUnknown(part) ? undefined : textOf(part)))
  if (texts.every((text) => text !== undefined)) return joinedTexts(texts, '') ?? unknown()
  const refs = [...new Set(parts.flatMap(refsIn))]
  const known = parts.map(
    (part, index) => texts[index] ?? (isUnknown(part) ? part.text : undefined) ?? UNRESOLVED,
  )
  return unknown(refs, joinedTexts(known, ''))
}

const VARIABLE = /\$\{(!?)([^}]*)\}/g

const substitute: Function = (given, scope) => {
  const [text, values] = listOf(given)
  if (typeof text !== 'string') return unknown()
  const own = isPlain(values) ? values : {}
  const parts: Value[] = []
  let end = 0
  for (const { 0: whole, 1: literal, 2: name = '', index } of text.matchAll(VARIABLE)) {
    parts.push(text.slice(end, index), literal ? `\${${name}}` : variable(name.trim(), own, scope))
    end = index + whole.length
  }
  return joined([...parts, text.slice(end)])
}

const variable = (name: string, own: Readonly<Record<string, unknown>>, scope: Scope): Value => {
  if (Object.hasOwn(own, name)) return evaluate(own[name], scope)
  return name.includes('.') ? attribute(name, scope) : referenced(name, scope)
}

const join: Function = (given, scope) => {
  const [between, list] = listOf(given)
  const parts = evaluate(list, scope)
  if (!isList(parts)) return unknownOf(parts)
  return joined(parts.flatMap((part, index) => (index === 0 ? [part] : [String(between ?? ''), part])))
}

const split: Function = (given, scope) => {
  const [between, text] = listOf(given)
  const whole = evaluate(text, scope)
  if (isUnknown(whole) || typeof between !== 'string' || between === '') return unknownOf(whole)
  const parts = String(whole).split(between, MOST_ENTRIES + 1)
  return parts.length > MOST_ENTRIES ? unknown() : parts
}

const select: Function = (given, scope) => {
  const [index, list] = listOf(given)
  const [at, from] = [evaluate(index, scope), evaluate(list, scope)]
  return isList(from) && !isUnknown(at) ? (from[Number(at)] ?? unknown()) : unknownOf(from)
}

const find: Function = (given, scope) => {
  const [map, first, second, otherwise] = listOf(given).map((one) => evaluate(one, scope))
  const keys = [map, first, second]
  if (keys.some((key) => key === undefined || isUnknown(key))) return unknown()
  let found: unknown = scope.template.mappings
  for (const key of keys)
    found = isPlain(found) && Object.hasOwn(found, String(key)) ? found[String(key)] : undefined
  if (found !== undefined) return found as Value
  return isPlain(otherwise) && !isUnknown(otherwise)
    ? ((otherwise['DefaultValue'] as Value) ?? unknown())
    : unknown()
}

const asJson: Function = (given, scope) => {
  const value = evaluate(given, scope)
  return isWhole(value) ? JSON.stringify(value) : unknownOf(value)
}

const length: Function = (given, scope) => {
  const value = evaluate(given, scope)
  return isList(value) ? value.length : unknownOf(value)
}

/** Functions that can be worked out without an account. All others are known once it is deployed. */
const FUNCTIONS: Readonly<Record<string, Function>> = {
  Ref: ref,
  'Fn::GetAtt': attribute,
  'Fn::If': choice,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Select': select,
  'Fn::FindInMap': find,
  'Fn::ToJsonString': asJson,
  'Fn::Length': length,
  'Fn::Base64': (given, scope) => evaluate(given, scope),
}
