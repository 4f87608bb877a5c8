import type { Expression, Step, TemplatePart } from '../hcl/syntax.js'
import { UNRESOLVED } from '../resources/policy.js'
import {
  isList,
  isObject,
  isUnknown,
  isWhole,
  LONGEST_TEXT,
  MOST_ENTRIES,
  refsIn,
  sizeOf,
  textOf,
  unknown,
  unknownOf,
  type Value,
} from '../resources/values.js'
import { called } from './functions.js'

/** How much may still be worked out, and how deep within other work that is; what goes on for ever ends as unknown. */
export interface Budget {
  left: number
  depth: number
}

/** What names mean at a place of a configuration. */
export interface Scope {
  /** What a root name with its steps stands for, and how many of the steps that took. */
  root(name: string, steps: readonly Step[], scope: Scope): { readonly value: Value; readonly taken: number }
  /** The text of a file of the configuration, as `file()` reads it. */
  file(path: string): string | undefined
  /** Names of `for` and `dynamic`. */
  readonly names: ReadonlyMap<string, Value>
  readonly budget: Budget
}

/** The value of an expression, as far as it follows from the files. */
export const evaluate = (expression: Expression, scope: Scope): Value => {
  const { budget } = scope
  if (--budget.left < 0 || budget.depth >= DEEPEST_WORK) return unknown()
  budget.depth++
  const value = worked(expression, scope)
  budget.depth--
  return sizeOf(value) > MOST_VALUES ? unknown() : value
}

/** Locals that each rest on the one before, and what stands in brackets, lead down less far wherever people write them. */
const DEEPEST_WORK = 500

/** A value that holds itself twice over and over is larger than any that somebody means. */
const MOST_VALUES = 200_000

const worked = (expression: Expression, scope: Scope): Value => {
  switch (expression.is) {
    case 'literal':
      return expression.value
    case 'template':
      return template(expression.parts, scope)
    case 'list':
      return expression.items.map((item) => evaluate(item, scope))
    case 'object':
      return object(expression.items, scope)
    case 'variable':
      return access(expression.name, [], scope)
    case 'access':
      return expression.of.is === 'variable'
        ? access(expression.of.name, expression.steps, scope)
        : follow(evaluate(expression.of, scope), expression.steps, scope)
    case 'call':
      return call(expression, scope)
    case 'unary':
      return unary(expression.operator, evaluate(expression.of, scope))
    case 'binary':
      return binary(expression, scope)
    case 'choice':
      return choice(expression, scope)
    case 'for':
      return loop(expression, scope)
  }
}

const template = (parts: readonly TemplatePart[], scope: Scope): Value => {
  const [only] = parts
  if (parts.length === 1 && typeof only === 'object' && 'value' in only) return evaluate(only.value, scope)
  let text = ''
  let whole = true
  const refs = new Set<string>()
  for (const part of parts) {
    if (text.length > LONGEST_TEXT) return unknown([...refs])
    if (typeof part === 'string') text += part
    else {
      const value = 'value' in part ? evaluate(part.value, scope) : unknown()
      const known = isUnknown(value) ? undefined : textOf(value)
      for (const ref of refsIn(value)) refs.add(ref)
      text += known ?? (isUnknown(value) ? (value.text ?? UNRESOLVED) : UNRESOLVED)
      whole &&= known !== undefined
    }
  }
  return whole ? text : unknown([...refs], text)
}

const object = (items: readonly (readonly [Expression, Expression])[], scope: Scope): Value => {
  const entries: [string, Value][] = []
  for (const [key, value] of items) {
    const name = textOf(evaluate(key, scope))
    if (name === undefined) return unknownOf(...items.map(([, one]) => evaluate(one, scope)))
    entries.push([name, evaluate(value, scope)])
  }
  return fromEntries(entries)
}

/** No key of an object reaches what all objects inherit. */
const fromEntries = (entries: readonly (readonly [string, Value])[]): Value => Object.fromEntries(entries)

const access = (name: string, steps: readonly Step[], scope: Scope): Value => {
  const own = scope.names.get(name)
  if (own !== undefined) return follow(own, steps, scope)
  const { value, taken } = scope.root(name, steps, scope)
  return follow(value, steps.slice(taken), scope)
}

const follow = (from: Value, steps: readonly Step[], scope: Scope): Value => {
  let value = from
  for (const [index, step] of steps.entries()) {
    if (isUnknown(value)) return unknown(value.refs)
    if (step.is === 'splat') {
      const list: readonly Value[] = isList(value) ? value : value === null ? [] : [value]
      return list.slice(0, MOST_ENTRIES).map((one) => follow(one, steps.slice(index + 1), scope))
    }
    value = stepInto(value, step.is === 'name' ? step.name : evaluate(step.key, scope))
  }
  return value
}

const stepInto = (value: Value, key: Value): Value => {
  if (isUnknown(key)) return unknownOf(value, key)
  if (isList(value)) return value[Number(key)] ?? null
  const name = textOf(key)
  return isObject(value) && name !== undefined && Object.hasOwn(value, name) ? (value[name] as Value) : null
}

const call = ({ name, given, spread }: Expression & { is: 'call' }, scope: Scope): Value => {
  if (name === 'try' || name === 'can') return firstOf(name, given, scope)
  const values = given.map((one) => evaluate(one, scope))
  const last = spread ? values.pop() : undefined
  if (last !== undefined && !isList(last)) return unknownOf(...values, last)
  const all = [...values, ...((last as readonly Value[] | undefined) ?? [])]
  if (name === 'file') {
    const text = typeof all[0] === 'string' ? scope.file(all[0]) : undefined
    return text ?? unknown()
  }
  const result = called(name, all)
  scope.budget.left -= (isList(result) ? result.length : 0) + weightOf([...all, result])
  return result
}

/** What is large costs as much to look through as many expressions do. */
const weightOf = (values: readonly Value[]): number =>
  values.reduce((weight: number, one) => weight + sizeOf(one), 0) / LOOKED_THROUGH

/** So many values are looked through in the time of one expression. */
const LOOKED_THROUGH = 16

const firstOf = (name: string, given: readonly Expression[], scope: Scope): Value => {
  const values = given.map((one) => evaluate(one, scope))
  if (name === 'can') return unknown()
  return values.find((one) => one !== null) ?? null
}

const unary = (operator: string, value: Value): Value => {
  if (isUnknown(value)) return unknown(value.refs)
  if (operator === '!') return !isTrue(value)
  return typeof value === 'number' ? -value : unknown()
}

const isTrue = (value: Value): boolean => value === true || value === 'true'

const OPERATORS: Readonly<Record<string, (one: Value, other: Value) => Value>> = {
  '==': (one, other) => JSON.stringify(one) === JSON.stringify(other),
  '!=': (one, other) => JSON.stringify(one) !== JSON.stringify(other),
  '>': (one, other) => Number(one) > Number(other),
  '<': (one, other) => Number(one) < Number(other),
  '>=': (one, other) => Number(one) >= Number(other),
  '<=': (one, other) => Number(one) <= Number(other),
  '+': (one, other) => Number(one) + Number(other),
  '-': (one, other) => Number(one) - Number(other),
  '*': (one, other) => Number(one) * Number(other),
  '/': (one, other) => Number(one) / Number(other),
  '%': (one, other) => Number(one) % Number(other),
}

const binary = ({ operator, ...sides }: Expression & { is: 'binary' }, scope: Scope): Value => {
  const [left, right] = [evaluate(sides.left, scope), evaluate(sides.right, scope)]
  scope.budget.left -= weightOf([left, right])
  if (operator === '&&' || operator === '||') return logical(operator, left, right)
  const areWhole = isWhole(left) && isWhole(right)
  return areWhole ? (OPERATORS[operator]?.(left, right) ?? unknown()) : unknownOf(left, right)
}

/** `false && x` is false whatever x is. */
const logical = (operator: string, left: Value, right: Value): Value => {
  const deciding = operator === '||'
  if ([left, right].some((one) => !isUnknown(one) && isTrue(one) === deciding)) return deciding
  return [left, right].some(isUnknown) ? unknownOf(left, right) : !deciding
}

const choice = ({ test, yes, no }: Expression & { is: 'choice' }, scope: Scope): Value => {
  const decided = evaluate(test, scope)
  if (!isUnknown(decided)) return evaluate(isTrue(decided) ? yes : no, scope)
  const [one, other] = [evaluate(yes, scope), evaluate(no, scope)]
  const same = isWhole(one) && isWhole(other) && JSON.stringify(one) === JSON.stringify(other)
  return same ? one : unknownOf(one, other)
}

const loop = (expression: Expression & { is: 'for' }, scope: Scope): Value => {
  const over = evaluate(expression.over, scope)
  const entries: readonly (readonly [Value, Value])[] | undefined = isList(over)
    ? over.map((value, index) => [index, value] as const)
    : isObject(over)
      ? Object.entries(over)
      : undefined
  if (!entries || entries.length > MOST_ENTRIES) return unknownOf(over)
  const found: (readonly [Value, Value])[] = []
  for (const entry of entries) {
    const inner = { ...scope, names: new Map([...scope.names, ...namesOf(expression.names, entry)]) }
    const kept = expression.test ? evaluate(expression.test, inner) : true
    if (isUnknown(kept)) return unknownOf(over, kept)
    if (!isTrue(kept)) continue
    const key = expression.key ? evaluate(expression.key, inner) : null
    found.push([key, evaluate(expression.value, inner)])
  }
  if (!expression.key) return found.map(([, value]) => value)
  if (expression.grouped || found.some(([key]) => textOf(key) === undefined))
    return unknownOf(...found.map(([, value]) => value))
  return fromEntries(found.map(([key, value]) => [textOf(key) as string, value]))
}

const namesOf = (names: readonly string[], [key, value]: readonly [Value, Value]): [string, Value][] =>
  names.length > 1
    ? [
        [names[0] as string, key],
        [names[1] as string, value],
      ]
    : [[names[0] as string, value]]
