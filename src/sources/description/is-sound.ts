import { resolved, type SchemaNode } from './schema-node.js'

/**
 * Whether a value has the shape that a schema asks for. It knows the keywords that our schemas use, and says nothing of
 * what is wrong: that takes a whole validator, which only a faulty document is worth.
 */
export const isSound = (value: unknown, schema: SchemaNode): boolean => {
  const node = resolved(schema)
  if (node.anyOf !== undefined && !node.anyOf.some((branch) => isSound(value, branch))) return false
  if (node.const !== undefined && node.const !== value) return false
  if (node.enum !== undefined && !node.enum.includes(value)) return false
  if (node.type !== undefined && !hasType(value, node.type)) return false
  if (typeof value === 'string') return isSoundText(value, node)
  if (typeof value === 'number') return isSoundNumber(value, node)
  if (Array.isArray(value)) return isSoundList(value, node)
  return typeof value !== 'object' || value === null || isSoundObject(value as Record<string, unknown>, node)
}

const hasType = (value: unknown, type: string | readonly string[]): boolean =>
  typeof type === 'string' ? isOf(value, type) : type.some((one) => isOf(value, one))

const isOf = (value: unknown, type: string): boolean => {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    default:
      return typeof value === type
  }
}

const isSoundText = (value: string, { minLength, pattern }: SchemaNode): boolean =>
  (minLength === undefined ||
    (minLength <= 1 ? value.length >= minLength : [...value].length >= minLength)) &&
  (pattern === undefined || patternOf(pattern).test(value))

const isSoundNumber = (value: number, { minimum, maximum }: SchemaNode): boolean =>
  (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)

const isSoundList = (value: readonly unknown[], { items, minItems }: SchemaNode): boolean =>
  (minItems === undefined || value.length >= minItems) &&
  (items === undefined || value.every((one) => isSound(one, items)))

const isSoundObject = (value: Readonly<Record<string, unknown>>, node: SchemaNode): boolean => {
  const { properties, required, additionalProperties, patternProperties } = node
  if (required?.some((key) => value[key] === undefined)) return false
  for (const key of Object.keys(value)) {
    const own = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined
    if (own !== undefined) {
      if (!isSound(value[key], own)) return false
    } else if (patternProperties === undefined || !matchesFree(key, patternProperties)) {
      if (additionalProperties === false) return false
      if (typeof additionalProperties === 'object' && !isSound(value[key], additionalProperties)) return false
    }
  }
  return true
}

/** The keys that are free may hold anything. */
const matchesFree = (key: string, free: Readonly<Record<string, SchemaNode>>): boolean =>
  Object.keys(free).some((pattern) => patternOf(pattern).test(key))

const PATTERNS = new Map<string, RegExp>()

const patternOf = (source: string): RegExp => {
  let pattern = PATTERNS.get(source)
  if (!pattern) {
    pattern = new RegExp(source, 'u')
    PATTERNS.set(source, pattern)
  }
  return pattern
}
