import type { Block, Body } from '../hcl/syntax.js'
import {
  isList,
  isObject,
  MOST_ENTRIES,
  unknown,
  unknownOf,
  type Value,
  type ValueObject,
} from '../resources/values.js'
import { evaluate, type Scope } from './evaluate.js'

/** Attributes of every resource that say nothing of the thing itself. */
const META: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'providers',
  'source',
  'version',
])
const META_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'provisioner', 'connection', 'timeouts'])

/** The values of a block: attributes by name, and the blocks within as lists, as a plan shows them. */
export const valuesOf = (body: Body, scope: Scope, within = false): ValueObject => {
  const values: Record<string, Value> = Object.create(null) as Record<string, Value>
  for (const { name, value } of body.attributes)
    if (within || !META.has(name)) values[name] = evaluate(value, scope)
  for (const block of body.blocks) {
    const dynamic = block.type === 'dynamic'
    const name = dynamic ? (block.labels[0] ?? '') : block.type
    if (!within && META_BLOCKS.has(name)) continue
    const made = dynamic ? dynamicBlocks(block, scope) : [valuesOf(block.body, scope, true)]
    const before = values[name]
    values[name] = isList(made) && isList(before) ? [...before, ...made] : made
  }
  return { ...values }
}

/** Where it cannot be told over what a block repeats, it cannot be told whether there is one at all. */
const dynamicBlocks = (block: Block, scope: Scope): Value => {
  const attribute = (name: string) => block.body.attributes.find((one) => one.name === name)?.value
  const each = attribute('for_each')
  const content = block.body.blocks.find(({ type }) => type === 'content')
  const over = each ? evaluate(each, scope) : unknown()
  const entries: readonly (readonly [Value, Value])[] | undefined = isList(over)
    ? over.map((value) => [value, value] as const)
    : isObject(over)
      ? Object.entries(over)
      : undefined
  if (!content || !entries || entries.length > MOST_ENTRIES) return unknownOf(over)
  const iterator = attribute('iterator')
  const name = iterator?.is === 'variable' ? iterator.name : (block.labels[0] ?? '')
  return entries.map(([key, value]) =>
    valuesOf(content.body, { ...scope, names: new Map([...scope.names, [name, { key, value }]]) }, true),
  )
}

/** The policy that the blocks of `aws_iam_policy_document` write, in the form that AWS reads. */
export const policyDocument = (values: ValueObject): Value => {
  const statements = isList(values['statement']) ? values['statement'].filter(isObject) : []
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: statement['effect'] ?? 'Allow',
      ...(statement['principals'] === undefined ? {} : { Principal: principalOf(statement['principals']) }),
      Action: statement['actions'] ?? [],
      Resource: statement['resources'] ?? [],
      ...(statement['condition'] === undefined ? {} : { Condition: conditionOf(statement['condition']) }),
    })),
  }
}

const principalOf = (principals: Value): Value => {
  if (!isList(principals)) return principals
  const entries = principals.filter(isObject).map((one) => {
    const type = typeof one['type'] === 'string' ? one['type'] : 'AWS'
    return [type === '*' ? 'AWS' : type, one['identifiers'] ?? unknown()] as const
  })
  return Object.fromEntries(entries)
}

const conditionOf = (conditions: Value): Value => {
  if (!isList(conditions)) return conditions
  const found: Record<string, Record<string, Value>> = {}
  for (const one of conditions.filter(isObject)) {
    const [test, variable] = [one['test'], one['variable']]
    if (typeof test !== 'string' || typeof variable !== 'string') return unknown()
    found[test] = { ...found[test], [variable]: one['values'] ?? unknown() }
  }
  return found
}
