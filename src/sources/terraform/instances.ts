import { posix } from 'node:path'
import type { Attribute, Step } from '../hcl/syntax.js'
import { isList, isObject, isUnknown, textOf, unknown, unknownOf, type Value } from '../resources/values.js'
import { policyDocument, valuesOf } from './block-values.js'
import { type Budget, evaluate, type Scope } from './evaluate.js'
import { called } from './functions.js'
import { localFolder, type Module, type ModuleReader } from './modules.js'
import type { PlacedBlock } from './overrides.js'

/** A module as it is called once: with its variables, under its address. */
export interface ModuleInstance {
  readonly module: Module
  /** `module.a["x"].`, nothing for the root. */
  readonly prefix: string
  readonly scope: Scope
  /** The calls that led here, from the root. */
  readonly folders: readonly string[]
  variable(name: string): Value
  output(name: string): Value
}

/** What all instances of a configuration share. */
export interface Configuration {
  readonly reader: ModuleReader
  readonly budget: Budget
  readonly file: (folder: string, path: string) => string | undefined
}

/** More instances of one block than these are counted and not read. */
const MOST_INSTANCES = 1000
/** Modules call modules; nobody nests them deeper. */
const DEEPEST_CALL = 32
/** A call costs as much as so many expressions: modules that each call the next twice are a million after twenty. */
const WORK_OF_CALL = 200

/** Instances of a `count` or a `for_each`: their keys as an address writes them, and what `each` and `count` are. */
export interface Repeated {
  readonly suffix: string
  readonly names: ReadonlyMap<string, Value>
}

/** How often a block is there, as far as that can be told; else once, with an unknown key. */
export const repeated = (
  { block }: PlacedBlock,
  scope: Scope,
): { readonly list: readonly Repeated[]; readonly tooMany: number } => {
  const attribute = (name: string) => block.body.attributes.find((one) => one.name === name)
  const [count, each] = [attribute('count'), attribute('for_each')]
  if (count) {
    const number = evaluate(count.value, scope)
    return repeatedBy(keysOfCount(number), 'count', Number(isUnknown(number) ? 0 : number))
  }
  const keys = each ? keysOfEach(evaluate(each.value, scope)) : undefined
  return each ? repeatedBy(keys, 'each', keys?.length ?? 0) : { list: [ONCE], tooMany: 0 }
}

const ONCE: Repeated = { suffix: '', names: new Map() }

type Keys = readonly (readonly [key: string | number, value: Value])[] | undefined

const keysOfCount = (value: Value): Keys => {
  const number = isUnknown(value) || value === null ? Number.NaN : Number(value)
  if (!Number.isFinite(number) || number < 0) return undefined
  return Array.from({ length: Math.min(number, MOST_INSTANCES) }, (_, index) => [index, index] as const)
}

const keysOfEach = (value: Value): Keys => {
  if (isObject(value)) return Object.entries(value)
  const names = isList(value) ? value.map(textOf) : [undefined]
  return names.includes(undefined) ? undefined : (names as string[]).map((name) => [name, name] as const)
}

const repeatedBy = (keys: Keys, how: 'count' | 'each', wanted: number): ReturnType<typeof repeated> => {
  if (!keys) {
    const names = new Map<string, Value>([
      [how, how === 'count' ? { index: unknown() } : { key: unknown(), value: unknown() }],
    ])
    return { list: [{ suffix: '', names }], tooMany: 0 }
  }
  const list = keys.slice(0, MOST_INSTANCES).map(([key, value]) => ({
    suffix: typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`,
    names: new Map<string, Value>([[how, how === 'count' ? { index: key } : { key, value }]]),
  }))
  return { list, tooMany: wanted - list.length }
}

/** Begins with the root module; `given` are values of variables from files. */
export const rootInstance = (
  module: Module,
  given: ReadonlyMap<string, Value>,
  configuration: Configuration,
): ModuleInstance => instanceOf(module, '', [module.folder], (name) => given.get(name), configuration)

const instanceOf = (
  module: Module,
  prefix: string,
  folders: readonly string[],
  given: (name: string) => Value | undefined,
  configuration: Configuration,
): ModuleInstance => {
  const variable = guarded((name) => variableOf(module, name, given(name), instance.scope))
  const local = guarded((name) => localOf(module, name, instance.scope))
  const output = guarded((name) => valueIn(module.outputs.get(name), 'value', instance.scope))
  const modules = guarded((name) => calledOutputs(name, instance, configuration))
  const policy = guarded((name) => policyText(module.data.get(name), instance.scope))
  const declared = new Set(module.resources.map(({ block }) => block.labels.join('.')))
  const root: Scope['root'] = (name, steps, scope) => {
    const [first, second, third] = steps.map((step) => (step.is === 'name' ? step.name : undefined))
    if (name === 'var') return { value: variable(first ?? ''), taken: 1 }
    if (name === 'local') return { value: local(first ?? ''), taken: 1 }
    if (name === 'module') return { value: modules(first ?? ''), taken: 1 }
    if (name === 'path') return { value: module.folder, taken: 1 }
    if (name === 'data') {
      const document = first === 'aws_iam_policy_document' && third === 'json'
      return { value: document ? policy(`${first}.${second}`) : unknown(), taken: steps.length }
    }
    const known = declared.has(`${name}.${first}`)
    return {
      value: known ? unknown([`${prefix}${name}.${first}${keyOf(steps[1], scope)}`]) : unknown(),
      taken: steps.length,
    }
  }
  const { budget } = configuration
  const scope: Scope = {
    root,
    names: new Map(),
    budget,
    file: (path) => configuration.file(module.folder, path),
  }
  const instance: ModuleInstance = { module, prefix, scope, folders, variable, output }
  return instance
}

/** The key of one instance that a reference names, where it is written out. */
const keyOf = (step: Step | undefined, scope: Scope): string => {
  if (step?.is !== 'index') return ''
  const key = evaluate(step.key, scope)
  if (typeof key === 'number') return `[${key}]`
  return typeof key === 'string' ? `[${JSON.stringify(key)}]` : ''
}

/** What is worked out once, and what depends on itself is unknown. */
const guarded = (work: (name: string) => Value): ((name: string) => Value) => {
  const known = new Map<string, Value>()
  return (name) => {
    let value = known.get(name)
    if (value === undefined) {
      known.set(name, unknown())
      value = work(name)
      known.set(name, value)
    }
    return value
  }
}

const attributeOf = (at: PlacedBlock | undefined, name: string): Attribute | undefined =>
  at?.block.body.attributes.find((one) => one.name === name)

const valueIn = (at: PlacedBlock | undefined, name: string, scope: Scope): Value => {
  const attribute = attributeOf(at, name)
  return attribute ? evaluate(attribute.value, scope) : unknown()
}

/** What is marked as sensitive is no value of ours: nothing of it can get into a report. */
const variableOf = (module: Module, name: string, given: Value | undefined, scope: Scope): Value => {
  const at = module.variables.get(name)
  const sensitive = attributeOf(at, 'sensitive')
  if (sensitive && evaluate(sensitive.value, scope) === true) return unknownOf(given)
  return given ?? valueIn(at, 'default', scope)
}

const localOf = (module: Module, name: string, scope: Scope): Value => {
  const known = module.locals.get(name)
  const attribute = known?.at.block.body.attributes[known.index]
  return attribute ? evaluate(attribute.value, scope) : unknown()
}

const policyText = (at: PlacedBlock | undefined, scope: Scope): Value =>
  at ? called('jsonencode', [policyDocument(valuesOf(at.block.body, scope))]) : unknown()

/** What a called module gives back: by its name, and by its key where it is called several times. */
const calledOutputs = (name: string, caller: ModuleInstance, configuration: Configuration): Value => {
  const at = caller.module.calls.get(name)
  const instances = at ? calledInstances(name, at, caller, configuration) : []
  const outputsOf = (one: ModuleInstance): Value =>
    Object.fromEntries([...one.module.outputs.keys()].map((output) => [output, one.output(output)]))
  if (instances.length === 0) return unknown()
  const [only] = instances as [ModuleInstance]
  if (only.prefix.endsWith(`module.${name}.`)) return outputsOf(only)
  const keys = instances.map(
    ({ prefix }) => JSON.parse(prefix.slice(prefix.lastIndexOf('[') + 1, -2)) as string | number,
  )
  return keys.every((key) => typeof key === 'number')
    ? instances.map(outputsOf)
    : Object.fromEntries(instances.map((one, index) => [String(keys[index]), outputsOf(one)]))
}

/** The instances of a called module, if it lies in a folder of its own and does not call itself. */
export const calledInstances = (
  name: string,
  at: PlacedBlock,
  caller: ModuleInstance,
  configuration: Configuration,
): readonly ModuleInstance[] => {
  const source = valueIn(at, 'source', caller.scope)
  const folder = typeof source === 'string' ? localFolder(source, caller.module.folder) : undefined
  if (folder === undefined || caller.folders.includes(posix.normalize(folder))) return []
  if (caller.folders.length > DEEPEST_CALL) return []
  const { documents } = configuration.reader
  const module = configuration.reader.read(folder, () => documents[at.document]?.locate([at.index, 'source']))
  if (!module) return []
  const { list } = repeated(at, caller.scope)
  configuration.budget.left -= list.length * WORK_OF_CALL
  return list.map(({ suffix, names }) => {
    const scope = { ...caller.scope, names: new Map([...caller.scope.names, ...names]) }
    const given = (variable: string) => {
      const attribute = attributeOf(at, variable)
      return attribute && evaluate(attribute.value, scope)
    }
    const prefix = `${caller.prefix}module.${name}${suffix}.`
    return instanceOf(module, prefix, [...caller.folders, module.folder], given, configuration)
  })
}
