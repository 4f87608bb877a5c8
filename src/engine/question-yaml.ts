import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { type ModelPath, pathOf } from '../model/path.js'
import { remembered } from '../model/remembered.js'
import { lackingEndpoints } from './endpoint-questions.js'
import type { PlaceOf } from './findings.js'
import { BY_NAME, INNER_LISTS, UNNAMED_LISTS } from './question-places.js'

/** What may be stated for a field, as a comment beside it: `true | false`, `a duration such as 6 years`. */
export type HintOf = (field: readonly string[]) => string | undefined

/** Facts that are missing in the same part of many things. */
export interface Gap {
  readonly list: string
  readonly key: string
  readonly fields: Set<string>
  /** The fields that each thing lacks. */
  readonly things: Map<string, Set<string>>
  /** The fields that endpoints lack, by where each would stand. */
  readonly paths: Map<ModelPath, string>
  readonly subjects: Set<string>
  readonly rules: Set<string>
}

/** What the words of questions are made from. */
export interface Asking {
  readonly infrastructure: Infrastructure
  readonly hintOf: HintOf
  readonly placeOf: PlaceOf | undefined
}

/** Fields in order, without the one that is the thing itself. */
export const sortedFields = (fields: ReadonlySet<string> = new Set()): readonly string[] =>
  [...fields].filter((field) => field !== '').sort(compareText)

/** What to write to answer a question, as YAML to be filled in. */
export const yamlOf = (
  gap: Gap,
  fields: readonly string[],
  things: readonly string[],
  asking: Asking,
): string => {
  const { list, things: lacking } = gap
  const { hintOf } = asking
  if (list === 'assets') return ['defaults:', ...defaultsOf(gap, fields, things, asking)].join('\n')
  if (fields.length === 0) return `${list}:${hinted(hintOf([list]))}`
  if (things.length === 0) return [`${list}:`, ...nested(fields, 2, [list], hintOf)].join('\n')
  const [root = list, inner] = list.split('.')
  const head = inner === undefined ? [`${root}:`] : [`${root}:`, `  ${inner}:`]
  const indent = inner === undefined ? 2 : 4
  const entries = things.flatMap((id) =>
    entryOf(
      list,
      id,
      indent,
      asking,
      nested(sortedFields(lacking.get(id)), indent + 2, list.split('.'), hintOf),
    ),
  )
  return [...head, ...entries].join('\n')
}

/** One default for all; of endpoints one for each that is named otherwise. */
const defaultsOf = (
  { key, paths }: Gap,
  fields: readonly string[],
  things: readonly string[],
  { infrastructure, hintOf }: Asking,
): string[] => {
  const entry = (ids: readonly string[], set: readonly string[]) => [
    `  - match: ${matchOf(ids, infrastructure)}`,
    '    set:',
    ...set,
  ]
  if (key !== 'endpoints') return entry(things, nested(fields, 6, ['assets'], hintOf))
  return lackingEndpoints(paths, infrastructure).flatMap(({ head, assets, fields: lacked }) => {
    const set = nested(sortedFields(lacked), 6, ['assets'], hintOf)
    const [list = '', first = '', ...more] = set
    if (set.length === 1 || head.length === 0) return entry([...assets].sort(compareText), set)
    const [name = '', ...others] = head
    const names = [`        - ${name}`, ...others.map((line) => `          ${line}`)]
    return entry([...assets].sort(compareText), [
      list.replace(' # one entry for each', ''),
      ...names,
      first.replace('- ', '  '),
      ...more,
    ])
  })
}

/** An entry of a list by its id; a flow without one by its ends, and a policy by its key. */
const entryOf = (
  list: string,
  id: string,
  indent: number,
  { infrastructure, placeOf }: Asking,
  fields: readonly string[],
): string[] => {
  const pad = ' '.repeat(indent)
  if (list === 'tlsPolicies') return [`${pad}${id}:`, ...fields]
  if (UNNAMED_LISTS.has(list)) return [`${pad}- # entry ${Number(id) + 1}`, ...fields]
  if (list !== 'flows') return [`${pad}- ${BY_NAME.has(list) ? 'name' : 'id'}: ${id}`, ...fields]
  const place = placeOf?.(infrastructure.origin(pathOf('/flows', id)))
  const there = place === undefined ? '' : ` # add this to the flow at ${place.file}:${place.line}`
  const flow = flowsById(infrastructure).get(id) ?? infrastructure.flows[Number(id)]
  return flow === undefined || flow.id !== undefined
    ? [`${pad}- id: ${id}${there}`, ...fields]
    : [`${pad}- from: ${flow.from}${there}`, `${pad}  to: ${flow.to}`, ...fields]
}

const flowsById = remembered(({ flows }) => new Map(flows.map((flow) => [flow.id, flow])))

const hinted = (hint: string | undefined): string => (hint === undefined ? '' : ` # ${hint}`)

/** One kind, if it is all of that kind that lack it; else the ids. */
const matchOf = (things: readonly string[], infrastructure: Infrastructure): string => {
  const kinds = new Set(things.map((id) => infrastructure.asset(id)?.value.kind))
  const [kind] = kinds
  const known = infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined)
  if (known.length === things.length) return '{}'
  if (
    kinds.size === 1 &&
    kind !== undefined &&
    known.filter(({ value }) => value.kind === kind).length === things.length
  )
    return `{ kind: ${kind} }`
  return things.length === 1 ? `{ id: ${things[0]} }` : `{ id: [${things.join(', ')}] }`
}

/** Fields as nested YAML. What is to be filled in is left empty, which no description accepts by mistake. */
const nested = (
  fields: readonly string[],
  indent: number,
  path: readonly string[],
  hintOf: HintOf,
): string[] => {
  const heads = new Map<string, string[]>()
  for (const field of fields) {
    const [head = '', ...rest] = field.split('.')
    const list = heads.get(head) ?? []
    if (rest.length > 0) list.push(rest.join('.'))
    heads.set(head, list)
  }
  return [...heads].flatMap(([head, rest]) => headLines(head, rest, indent, [...path, head], hintOf))
}

const headLines = (
  head: string,
  rest: readonly string[],
  indent: number,
  here: readonly string[],
  hintOf: HintOf,
): string[] => {
  const pad = ' '.repeat(indent)
  if (rest.length === 0) return [`${pad}${head}:${hinted(hintOf(here))}`]
  if (!INNER_LISTS.has(head)) return [`${pad}${head}:`, ...nested(rest, indent + 2, here, hintOf)]
  const [first = '', ...more] = nested(rest, indent + 4, here, hintOf)
  return [`${pad}${head}: # one entry for each`, `${pad}  - ${first.trimStart()}`, ...more]
}
