import { isPlain } from '../../model/merge.js'
import { isUnknown, isWhole } from '../resources/values.js'
import { evaluate } from './evaluate.js'
import type { Scope } from './scope.js'

/** Whether a condition holds; `undefined` where that cannot be told before it is deployed. */
export const decide = (condition: unknown, scope: Scope): boolean | undefined => {
  if (scope.budget.left-- <= 0 || !isPlain(condition)) return undefined
  const [name = ''] = Object.keys(condition)
  const given = condition[name]
  if (name === 'Condition') return typeof given === 'string' ? named(given, scope) : undefined
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  if (name === 'Fn::Equals') return equal(list, scope)
  const parts = list.map((one) => decide(one, scope))
  if (name === 'Fn::Not') return parts[0] === undefined ? undefined : !parts[0]
  if (name === 'Fn::And') return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  if (name === 'Fn::Or') return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  return undefined
}

/** No condition rests on more others, one after another. */
const DEEPEST = 100

/** Each name is decided once; one that leads back to itself cannot be. */
const named = (name: string, scope: Scope): boolean | undefined => {
  const known = scope.decided.get(name)
  if (known === 'open') return undefined
  if (scope.decided.has(name)) return known
  if (!Object.hasOwn(scope.template.conditions, name)) return undefined
  // One that rests on too many others, each on the next, is left open for whoever asks for it alone.
  if (scope.budget.depth >= DEEPEST) return undefined
  scope.decided.set(name, 'open')
  scope.budget.depth++
  const decided = decide(scope.template.conditions[name], scope)
  scope.budget.depth--
  scope.decided.set(name, decided)
  return decided
}

const equal = (list: readonly unknown[], scope: Scope): boolean | undefined => {
  const [one, other] = [evaluate(list[0], scope), evaluate(list[1], scope)]
  if (isUnknown(one) || isUnknown(other) || !isWhole(one) || !isWhole(other)) return undefined
  // Numbers and truth values are texts to CloudFormation.
  return typeof one === 'object'
    ? JSON.stringify(one) === JSON.stringify(other)
    : String(one) === String(other)
}
