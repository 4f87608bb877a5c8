import { isPlain } from '../../model/merge.js'
import { addressParts, resourceIn } from './addresses.js'
import { member } from './plan-json.js'

type Json = Readonly<Record<string, unknown>>

/** What the expressions of a plan's configuration say. */
export interface PlanConfiguration {
  /** The configuration of a resource; `undefined` where the plan does not hold it. */
  of(address: string): Json | undefined
  /** The resources that the expression at a path names. */
  refs(address: string, path: readonly (string | number)[]): readonly string[]
  /** Whether anything is written at a path. */
  writes(address: string, path: readonly (string | number)[]): boolean
  /** Where a provider puts the resource: its region, if that is a constant. */
  region(address: string): string | undefined
}

/** References may lead through many modules, and with a broken file in circles. */
const LONGEST_CHAIN = 32

interface Module {
  readonly value: Json
  readonly resources: ReadonlyMap<string, Json>
}

/** Reads the `configuration` of a plan; a state has none. */
export const planConfiguration = (root: Json): PlanConfiguration => {
  const configuration = member(root, 'configuration')
  const modules = new Map<string, Module | undefined>()
  const moduleOf = (path: readonly string[]): Module | undefined => {
    const name = path.join('.')
    if (!modules.has(name)) modules.set(name, readModule(member(configuration, 'root_module'), path))
    return modules.get(name)
  }
  const of = (address: string): Json | undefined => {
    const { modules: path, resource } = addressParts(address)
    return moduleOf(path)?.resources.get(resource)
  }
  const resolver: Resolver = { moduleOf }
  return {
    of,
    refs: (address, path) => {
      const own = of(address)
      const { prefix, modules: within } = addressParts(address)
      const found = referencesAt(member(own, 'expressions'), path)
      const each = () => referencesAt(own, ['for_each_expression'])
      const texts = found.flatMap((text) => (text.startsWith('each.') ? each() : [text]))
      return [...new Set(texts.flatMap((text) => resolve(resolver, text, { prefix, within }, 0)))]
    },
    writes: (address, path) => expressionAt(member(of(address), 'expressions'), path) !== undefined,
    region: (address) => regionOf(root, configuration, of(address)),
  }
}

const readModule = (root: Json | undefined, path: readonly string[]): Module | undefined => {
  let value = root
  for (const name of path) value = member(member(member(value, 'module_calls'), name), 'module')
  if (!value) return undefined
  const list = Array.isArray(value['resources']) ? value['resources'].filter(isPlain) : []
  return { value, resources: new Map(list.map((one) => [String(one['address']), one])) }
}

/** The expression at a path, as far as the configuration takes it apart. */
const expressionAt = (expressions: unknown, path: readonly (string | number)[]): unknown => {
  let value = expressions
  for (const step of path) {
    if (isExpression(value)) return value
    if (Array.isArray(value) && typeof step === 'string') value = value[0]
    if (Array.isArray(value)) value = value[step as number] ?? value[0]
    else if (isPlain(value) && Object.hasOwn(value, step)) value = value[step]
    else return typeof step === 'number' ? value : undefined
  }
  return value
}

const isExpression = (value: unknown): value is Json =>
  isPlain(value) && (Array.isArray(value['references']) || Object.hasOwn(value, 'constant_value'))

const referencesAt = (expressions: unknown, path: readonly (string | number)[]): readonly string[] => {
  const found = expressionAt(expressions, path)
  return isExpression(found) && Array.isArray(found['references'])
    ? found['references'].filter((one) => typeof one === 'string')
    : []
}

interface Resolver {
  moduleOf(path: readonly string[]): Module | undefined
}

interface Within {
  /** `module.a["x"].` */
  readonly prefix: string
  readonly within: readonly string[]
}

/** The resources that a reference means: through variables into the calling module, through outputs into the called. */
const resolve = (resolver: Resolver, text: string, at: Within, depth: number): readonly string[] => {
  if (depth > LONGEST_CHAIN) return []
  const [head = '', name = '', output = ''] = text.split('.')
  if (head === 'var') return throughVariable(resolver, name, at, depth)
  if (head === 'module') return throughOutput(resolver, name, output, at, depth)
  const resource = resourceIn(text)
  return resource === undefined || resource.startsWith('data.') ? [] : [at.prefix + resource]
}

const throughVariable = (resolver: Resolver, name: string, { prefix, within }: Within, depth: number) => {
  const caller = within.slice(0, -1)
  const own = within.at(-1)
  if (own === undefined) return []
  const call = member(member(resolver.moduleOf(caller)?.value, 'module_calls'), own)
  const texts = referencesAt(member(call, 'expressions'), [bare(name)])
  const outer = prefix.replace(/module\.[^.[]+(\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\.$/, '')
  return texts.flatMap((text) => resolve(resolver, text, { prefix: outer, within: caller }, depth + 1))
}

const throughOutput = (
  resolver: Resolver,
  name: string,
  output: string,
  { prefix, within }: Within,
  depth: number,
): readonly string[] => {
  const inner = [...within, bare(name)]
  const outputs = member(resolver.moduleOf(inner)?.value, 'outputs')
  const texts = referencesAt(member(outputs, bare(output)), ['expression'])
  return texts.flatMap((text) =>
    resolve(resolver, text, { prefix: `${prefix}module.${name}.`, within: inner }, depth + 1),
  )
}

const bare = (name: string): string => name.replace(/\[.*$/, '')

const regionOf = (root: Json, configuration: Json | undefined, own: Json | undefined): string | undefined => {
  const key = own?.['provider_config_key']
  if (typeof key !== 'string') return undefined
  const provider = member(member(configuration, 'provider_config'), key.split(':').at(-1) ?? key)
  const region = member(member(provider, 'expressions'), 'region')
  const constant = region?.['constant_value']
  if (typeof constant === 'string') return constant
  const variable = referencesAt(member(provider, 'expressions'), ['region'])[0]?.replace(/^var\./, '')
  const value = variable === undefined ? undefined : member(member(root, 'variables'), variable)?.['value']
  return typeof value === 'string' ? value : undefined
}
