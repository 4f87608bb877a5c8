import type { Route } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import { isList, isUnknown, textOf, type Value } from '../resources/values.js'
import { decide } from './conditions.js'
import { evaluate } from './evaluate.js'
import { addressOf, type Scope } from './scope.js'

/** A resource as it stands in a template. */
export interface Declared {
  readonly type: string
  readonly name: string
  readonly address: string
  readonly properties: unknown
  readonly route: Route
  readonly scope: Scope
}

/** A resource that is not made, and why. */
export interface Left {
  readonly name: string
  readonly why: string
}

/** More copies of one block than anybody writes. */
const MOST_COPIES = 1000

const MULTIPLIED = 'more copies than are read of one template'

/** Every resource of a template that is made as far as can be told, and those that are not. */
export const declaredIn = function* (scope: Scope): Generator<Declared | Left> {
  yield* declaredUnder(scope.template.resources, ['Resources'], scope, 0)
}

const declaredUnder = function* (
  resources: Readonly<Record<string, unknown>>,
  route: Route,
  scope: Scope,
  depth: number,
): Generator<Declared | Left> {
  for (const [name, value] of Object.entries(resources)) {
    const at = [...route, name]
    if (name.startsWith('Fn::ForEach::')) yield* repeated(name, value, at, scope, depth)
    else if (name.startsWith('Fn::')) yield { name, why: 'what a macro would put here is not known' }
    else yield declared(filled(name, scope), value, at, scope)
  }
}

const declared = (name: string, value: unknown, route: Route, scope: Scope): Declared | Left => {
  const type = isPlain(value) ? value['Type'] : undefined
  if (!isPlain(value) || typeof type !== 'string') return { name, why: 'a resource without a type' }
  const condition = value['Condition']
  if (typeof condition === 'string' && decide({ Condition: condition }, scope) === false)
    return { name, why: `its condition \`${condition}\` does not hold with the defaults of the parameters` }
  const template = scope.template
  return {
    type,
    name,
    address: Object.hasOwn(template.resources, name) ? addressOf(template, name) : name,
    properties: value['Properties'],
    route: [...route, 'Properties'],
    scope,
  }
}

/** `Fn::ForEach::Loop: [Name, [values], { "Key${Name}": resource }]` of `AWS::LanguageExtensions`. */
const repeated = function* (
  name: string,
  value: unknown,
  route: Route,
  scope: Scope,
  depth: number,
): Generator<Declared | Left> {
  const [identifier, collection, body] = Array.isArray(value) ? value : []
  const values = evaluate(collection, scope)
  if (typeof identifier !== 'string' || !isPlain(body) || !isList(values) || depth > MOST_LOOPS) {
    yield { name, why: 'over what it repeats cannot be told' }
    return
  }
  for (const one of values.slice(0, MOST_COPIES)) {
    if (scope.budget.left-- <= 0) return yield { name, why: MULTIPLIED }
    const names = new Map<string, Value>([...scope.names, [identifier, one]])
    yield* declaredUnder(body, [...route, 2], { ...scope, names, decided: new Map() }, depth + 1)
  }
  if (values.length > MOST_COPIES) yield { name, why: 'more copies of one block than are read' }
}

/** AWS allows five loops in each other. */
const MOST_LOOPS = 5

/** A name with the values of the loops that it stands in. */
const filled = (name: string, { names }: Scope): string =>
  names.size === 0
    ? name
    : name.replace(/[$&]\{(\w+)\}/g, (whole, key: string) => {
        const value = names.get(key)
        const text = value === undefined || isUnknown(value) ? undefined : textOf(value)
        return text?.replace(whole.startsWith('&') ? /[^A-Za-z0-9]/g : /^$/g, '') ?? whole
      })
