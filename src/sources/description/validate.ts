import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Problem } from '../../model/problem.js'
import { valueText } from '../../model/value-text.js'
import type { Document } from '../documents/document.js'
import { nearest } from '../suggest.js'
import { validatorOf } from './compiled-schema.js'
import { isSound } from './is-sound.js'
import { descriptionSchema, expectedWords, jsonType, resolved, type SchemaNode } from './schema-node.js'

/** A list of more keys than this is not read. */
const MOST_KEYS = 40

/** More faults than this of one file help nobody. */
const MOST = 50

/** Every way in which a document does not have the shape that a schema asks for: that of a description. */
export const validate = (
  document: Document,
  schema: SchemaNode = descriptionSchema(),
  whole = 'the whole',
): readonly Problem[] => {
  if (isSound(document.value, schema)) return []
  const check = validatorOf(schema)
  if (check(document.value)) return []
  return relevant(check.errors ?? [])
    .slice(0, MOST)
    .map((error) => problemOf(error, document, whole))
}

type Fault = ErrorObject & { readonly parentSchema?: SchemaNode }

/**
 * Of a union, what is wrong with the branch that was meant: faults further in, or of keys, outweigh that other branches
 * want another type. Where no branch was meant the union itself is the one fault.
 */
const relevant = (errors: readonly ErrorObject[]): readonly Fault[] => {
  const kept: Fault[] = []
  for (const error of errors as readonly Fault[]) {
    if (error.keyword !== 'anyOf') {
      kept.push(error)
      continue
    }
    const from = kept.findLastIndex((one) => !isWithin(one, error)) + 1
    const branches = kept.splice(from)
    const inner = branches.filter(
      (one) => one.instancePath !== error.instancePath || !OF_THE_VALUE.has(one.keyword),
    )
    if (inner.length > 0) kept.push(...inner)
    else kept.push(branches.length === 1 ? (branches[0] as Fault) : error)
  }
  return kept
}

const isWithin = (one: Fault, { instancePath }: Fault): boolean =>
  one.instancePath === instancePath || one.instancePath.startsWith(`${instancePath}/`)

const OF_THE_VALUE: ReadonlySet<string> = new Set(['type', 'const', 'enum', 'pattern', 'anyOf'])

const problemOf = (error: Fault, document: Document, whole: string): Problem => {
  const route = routeOf(error.instancePath, document.value)
  const name = nameOf(route, whole)
  if (error.keyword === 'additionalProperties') return unknownKey(error, route, document, name)
  if (error.keyword === 'required') return missingKey(error, route, document, name)
  return wrongValue(error, route, document)
}

const unknownKey = (
  { params, parentSchema }: Fault,
  route: Route,
  document: Document,
  name: string,
): Problem => {
  const key = String(params['additionalProperty'])
  const known = Object.keys(parentSchema?.properties ?? {})
  const suggestion = nearest(key, known)
  return {
    code: 'unknown-key',
    message: `\`${key}\` is not a key of ${name}`,
    expected:
      known.length <= 12 || (suggestion === undefined && known.length <= MOST_KEYS)
        ? `one of ${known.filter(isOwn).join(', ')}`
        : 'a key that the language has',
    ...(suggestion === undefined ? {} : { suggestion }),
    place: document.locate([...route, key], 'key'),
  }
}

const isOwn = (key: string): boolean => !key.startsWith('x-') && key !== 'notes'

const missingKey = ({ params }: Fault, route: Route, document: Document, name: string): Problem => ({
  code: 'missing-key',
  message: `${name} needs \`${String(params['missingProperty'])}\``,
  place: document.locate(route),
})

const wrongValue = (error: Fault, route: Route, document: Document): Problem => {
  const { data, parentSchema, keyword } = error
  const key = lastKey(route)
  if (data === null) return noValue(key, parentSchema, document.locate(route))
  const expected = expectedOf(error)
  const choices = choicesOf(parentSchema)
  const suggestion = typeof data === 'string' ? nearest(data, choices) : undefined
  return {
    code:
      keyword === 'type'
        ? 'wrong-type'
        : keyword === 'enum' || keyword === 'const' || keyword === 'anyOf'
          ? codeOfUnion(error)
          : 'impossible-value',
    message: key === undefined ? 'the file has the wrong shape' : `\`${key}\` cannot be this`,
    found: foundOf(data),
    ...(expected === undefined ? {} : { expected }),
    ...(suggestion === undefined ? {} : { suggestion }),
    place: document.locate(route),
  }
}

const codeOfUnion = ({ parentSchema, data }: Fault): Problem['code'] =>
  lastKeyIsVersion(parentSchema)
    ? 'unknown-version'
    : typeof data === 'object'
      ? 'wrong-type'
      : 'unknown-value'

const lastKeyIsVersion = (node: SchemaNode | undefined): boolean =>
  node?.['x-expected']?.startsWith('the version of the language') === true

const noValue = (key: string | undefined, node: SchemaNode | undefined, place: Problem['place']): Problem => {
  const expected = node && expectedWords(node)
  return {
    code: 'missing-value',
    message: `\`${key ?? 'this'}\` has no value: state one, or leave the key out`,
    ...(expected === undefined ? {} : { expected }),
    ...(place === undefined ? {} : { place }),
  }
}

const expectedOf = ({ keyword, params, parentSchema }: Fault): string | undefined => {
  switch (keyword) {
    case 'minimum':
      return `${params['limit']} or more`
    case 'maximum':
      return `${params['limit']} or less`
    case 'minItems':
      return `at least ${params['limit']} ${params['limit'] === 1 ? 'entry' : 'entries'}`
    case 'minLength':
      return 'a text that is not empty'
    case 'uniqueItems':
      return 'no entry twice'
    default:
      return parentSchema && expectedWords(parentSchema)
  }
}

/** The words that a value may be, in all branches. */
const choicesOf = (node: SchemaNode | undefined): readonly string[] => {
  if (!node) return []
  const { enum: values = [], const: only, anyOf = [], items } = resolved(node)
  const own = [...values, only].filter((one): one is string => typeof one === 'string')
  return [...own, ...anyOf.flatMap(choicesOf), ...(items ? choicesOf(items) : [])]
}

const foundOf = (data: unknown): string => {
  const type = jsonType(data)
  if (type === 'object') return 'a mapping'
  if (type === 'array') return 'a list'
  if (type === 'string') return data === '' ? 'an empty text' : `the text \`${valueText(data)}\``
  return `the ${type === 'boolean' ? 'truth value' : 'number'} ${String(data)}`
}

type Route = readonly (string | number)[]

/** JSON Pointer to route; a number is an index only where there is a list. */
const routeOf = (pointer: string, root: unknown): Route => {
  let value = root
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
      const step = Array.isArray(value) ? Number(key) : key
      value = (value as Record<string | number, unknown> | undefined)?.[step]
      return step
    })
}

const lastKey = (route: Route): string | undefined => route.filter((one) => typeof one === 'string').at(-1)

const nameOf = (route: Route, whole: string): string => {
  const key = lastKey(route)
  if (key === undefined) return whole
  return typeof route.at(-1) === 'number' ? `an entry of \`${key}\`` : `\`${key}\``
}
