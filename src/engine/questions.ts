import type { Severity } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { type ModelPath, pathOf } from '../model/path.js'
import { remembered } from '../model/remembered.js'
import { lackingEndpoints } from './endpoint-questions.js'
import type { PlaceOf } from './findings.js'

import type { Alike, Judged } from './judge.js'
import { maskedLabel } from './masked-label.js'

import { BY_NAME, INNER_LISTS, placed, UNNAMED_LISTS } from './question-places.js'
import type { Question } from './report.js'

/** What may be stated for a field, as a comment beside it: `true | false`, `a duration such as 6 years`. */
export type HintOf = (field: readonly string[]) => string | undefined

/** How much it is worth to settle one outcome. */
const WORTH: Readonly<Record<Severity, number>> = { critical: 100, high: 30, medium: 10, low: 3, info: 1 }

interface Gap {
  readonly list: string
  readonly key: string
  readonly fields: Set<string>
  /** The fields that each thing lacks. */
  readonly things: Map<string, Set<string>>
  /** The fields that endpoints lack, by where each would stand. */
  readonly paths: Map<ModelPath, string>
  readonly subjects: Set<string>
  readonly rules: Set<string>
  settles: number
  worth: number
}

/**
 * What to state next, the most worthwhile first. Facts that are missing in the same part of many things are one
 * question, because one default, vendor or group answers them together.
 */
export const questionsOf = (
  judged: readonly Judged[],
  infrastructure: Infrastructure,
  hintOf: HintOf,
  placeOf?: PlaceOf,
): readonly Question[] => {
  const gaps = new Map<string, Gap>()
  const known = new Map<Alike, LackedField>()
  for (const one of judged) {
    if (one.outcome === 'unproven') addGap(gaps, known, one)
  }
  return [...gaps.values()]
    .sort((one, other) => other.worth - one.worth || compareText(one.list + one.key, other.list + other.key))
    .map((gap) => questionOf(gap, { infrastructure, hintOf, placeOf }))
}

/** One field that is lacked, and the question that asks for it. */
interface LackedField {
  readonly gap: Gap
  readonly field: string
  readonly thing: string | undefined
}

const addGap = (gaps: Map<string, Gap>, known: Map<Alike, LackedField>, one: Judged): void => {
  const { subject, alike } = one
  // What may be a secret stands there already: nobody is asked to write it down.
  if (subject.kind === 'text') return
  // A header was written by somebody else, and cannot be stated.
  if (subject.kind === 'received' || subject.kind === 'message') return
  const like = alike && known.get(alike)
  const { gap, field, thing } = like
    ? { ...like, thing: subject.assets[0] }
    : lackedIn(gaps, missingPath(one))
  if (alike && !like) known.set(alike, { gap, field, thing })
  gap.fields.add(field)
  if (gap.key === 'endpoints') gap.paths.set(missingPath(one), field)
  // One default states all fields of assets.
  if (thing !== undefined && gap.list === 'assets') gap.things.set(thing, gap.fields)
  else if (thing !== undefined) gap.things.set(thing, (gap.things.get(thing) ?? new Set()).add(field))
  gap.subjects.add(maskedLabel(subject))
  gap.rules.add(one.rule.id)
  gap.settles++
  gap.worth += WORTH[one.severity]
}

const missingPath = (one: Judged): ModelPath => {
  if (one.alike) return one.subject.path + one.alike.below.path
  const { on } = one.verdict
  return on.find(({ value }) => value === undefined)?.path ?? on[0]?.path ?? one.subject.path
}

const lackedIn = (gaps: Map<string, Gap>, path: ModelPath): LackedField => {
  const { list, thing, key, field } = placed(path)
  const id = `${list} ${key}`
  let gap = gaps.get(id)
  if (!gap) {
    gap = {
      list,
      key,
      fields: new Set(),
      things: new Map(),
      paths: new Map(),
      subjects: new Set(),
      rules: new Set(),
      settles: 0,
      worth: 0,
    }
    gaps.set(id, gap)
  }
  return { gap, field, thing }
}

/** What the words of questions are made from. */
interface Asking {
  readonly infrastructure: Infrastructure
  readonly hintOf: HintOf
  readonly placeOf: PlaceOf | undefined
}

const questionOf = (gap: Gap, asking: Asking): Question => {
  const things = [...gap.things.keys()].sort(compareText)
  const fields = sortedFields(gap.fields)
  return {
    id: [gap.list, gap.key].filter((part) => part !== '').join('.'),
    asks: asksOf(gap, fields, things),
    place: PLACE_WORDS[gap.list] ?? gap.list,
    fields,
    settles: gap.settles,
    worth: gap.worth,
    subjects: [...gap.subjects].sort(compareText),
    rules: [...gap.rules].sort(compareText),
    yaml: yamlOf(gap, fields, things, asking),
  }
}

const sortedFields = (fields: ReadonlySet<string> = new Set()): readonly string[] =>
  [...fields].filter((field) => field !== '').sort(compareText)

const PLACE_WORDS: Readonly<Record<string, string>> = { assets: 'defaults' }

const asksOf = ({ list, key }: Gap, fields: readonly string[], things: readonly string[]): string => {
  if (fields.length === 0) return `State \`${list}\`.`
  const what = key === '' ? fields.join(', ') : key
  const of =
    things.length === 0
      ? list
      : things.length === 1
        ? nameOf(list, things[0] ?? '')
        : `${things.length} ${list}`
  const parts = fields.map((field) => field.slice(key.length + 1)).filter((part) => part !== '')
  const named = key !== '' && parts.length > 0 ? ` (${parts.join(', ')})` : ''
  return `State \`${what}\` of ${of}${named}.`
}

const nameOf = (list: string, thing: string): string =>
  /^\d+$/.test(thing) ? `entry ${Number(thing) + 1} of ${list}` : thing

const yamlOf = (gap: Gap, fields: readonly string[], things: readonly string[], asking: Asking): string => {
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
