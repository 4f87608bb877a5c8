import type { Route, Source } from '../../model/layer.js'
import { concreteRoute, type Given, type Resource } from '../resources/resource.js'
import {
  isUnknown,
  isWhole,
  knownPart,
  refsIn,
  unknown,
  type Value,
  type ValueObject,
} from '../resources/values.js'
import type { NotRead } from '../source.js'
import { valuesOf } from './block-values.js'
import { evaluate } from './evaluate.js'
import { type Configuration, calledInstances, type ModuleInstance, repeated } from './instances.js'
import { localFolder } from './modules.js'
import { type PlacedBlock, placeIn } from './overrides.js'

/** What is gathered on the way through modules. */
export interface Walk {
  readonly configuration: Configuration
  readonly notRead: NotRead[]
  /** Resources that may still be made; a configuration that multiplies itself is cut off. */
  left: number
  readonly address: (own: string) => string
}

/** Every resource of a module and of the modules that it calls. */
export const hclResources = function* (instance: ModuleInstance, walk: Walk): Generator<Resource> {
  for (const at of instance.module.resources) yield* resourcesOf(at, instance, walk)
  for (const [name, at] of instance.module.calls) {
    if (walk.configuration.budget.left < 0) return
    const called = calledInstances(name, at, instance, walk.configuration)
    if (called.length === 0) tellUncalled(name, at, instance, walk)
    for (const one of called) yield* hclResources(one, walk)
  }
}

const resourcesOf = function* (at: PlacedBlock, instance: ModuleInstance, walk: Walk): Generator<Resource> {
  const [type = '', name = ''] = at.block.labels
  const { list, tooMany } = repeated(at, instance.scope)
  const file = walk.configuration.reader.documents[at.document]?.file
  const unread = (count: number, why: string) =>
    walk.notRead.push({ what: `${type}.${name}`, count, why, ...(file === undefined ? {} : { file }) })
  if (tooMany > 0) unread(tooMany, 'more instances of one block than are read')
  for (const { suffix, names } of list) {
    if (walk.left-- <= 0) {
      if (walk.left === -1) unread(1, 'more resources than are read of one configuration')
      return
    }
    const own = `${instance.prefix}${type}.${name}${suffix}`
    yield resourceOf(at, { own, type, names, instance, walk })
  }
}

interface Around {
  readonly own: string
  readonly type: string
  readonly names: ReadonlyMap<string, Value>
  readonly instance: ModuleInstance
  readonly walk: Walk
}

const resourceOf = (at: PlacedBlock, { own, type, names, instance, walk }: Around): Resource => {
  const placeOf = (route: Route): Source => {
    const { document, index } = placeIn(at, route)
    return { document, route: [index, ...route], address: walk.address(own) }
  }
  let values: ValueObject | undefined
  const scope = { ...instance.scope, names: new Map([...instance.scope.names, ...names]) }
  const region = regionOf(at, type, instance)
  return {
    type,
    address: own,
    source: placeOf([]),
    ...(region === undefined ? {} : { region }),
    read: (path) => {
      values ??= valuesOf(at.block.body, scope)
      return readAt(values, path, placeOf)
    },
  }
}

const readAt = (values: ValueObject, path: Route, placeOf: (route: Route) => Source): Given => {
  const { route, complete } = concreteRoute(values, path)
  const value = valueAt(values, route)
  const source = placeOf(route)
  if (isUnknown(value)) return { state: 'unknown', value: value.text, refs: value.refs, source }
  if (!complete || value === null) return { state: 'absent', value: undefined, refs: [], source }
  return { state: isWhole(value) ? 'known' : 'unknown', value: knownPart(value), refs: refsIn(value), source }
}

const valueAt = (values: ValueObject, route: Route): Value => {
  let value: Value = values
  for (const step of route) value = (value as Readonly<Record<string | number, Value>>)[step] ?? null
  return value
}

/** The region of the provider, where it is written in the same module or its root has but one. */
const regionOf = (
  { block }: PlacedBlock,
  type: string,
  { module, scope, folders }: ModuleInstance,
): string | undefined => {
  const own = block.body.attributes.find(({ name }) => name === 'region' || name === 'location')
  if (own) return regionText(evaluate(own.value, scope))
  const wanted = block.body.attributes.find(({ name }) => name === 'provider')?.value
  const alias = wanted?.is === 'access' && wanted.steps[0]?.is === 'name' ? wanted.steps[0].name : undefined
  if (folders.length > 1) return undefined
  const provider = module.providers.find(
    (one) => one.block.labels[0] === type.split('_')[0] && regionText(valueIn(one, 'alias', scope)) === alias,
  )
  return provider && regionText(valueIn(provider, 'region', scope))
}

const valueIn = ({ block }: PlacedBlock, name: string, scope: ModuleInstance['scope']): Value => {
  const attribute = block.body.attributes.find((one) => one.name === name)
  return attribute ? evaluate(attribute.value, scope) : unknown()
}

const regionText = (value: Value): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** A call of which nothing was read, and why. */
const tellUncalled = (
  name: string,
  at: PlacedBlock,
  { module, scope, folders }: ModuleInstance,
  walk: Walk,
): void => {
  const source = valueIn(at, 'source', scope)
  const file = walk.configuration.reader.documents[at.document]?.file
  const folder = typeof source === 'string' ? localFolder(source, module.folder) : undefined
  if (folder !== undefined && repeated(at, scope).list.length === 0) return
  const why =
    folder === undefined
      ? 'a module from elsewhere, which is not fetched: import a plan to have its resources'
      : folders.includes(folder)
        ? 'a module that calls itself'
        : 'a module whose folder holds no configuration that may be read'
  walk.notRead.push({ what: `module.${name}`, count: 1, why, ...(file === undefined ? {} : { file }) })
}
