import type { Severity } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { ModelPath } from '../model/path.js'
import { onceAsked, whenAsked } from '../model/remembered.js'
import type { Subject } from '../model/subjects/subject.js'
import type { PlaceOf } from './findings.js'
import type { Alike, Judged } from './judge.js'
import { maskedLabel } from './masked-label.js'
import { placed } from './question-places.js'
import { type Asking, type Gap, type HintOf, sortedFields, yamlOf } from './question-yaml.js'
import type { Question } from './report.js'
import { decidingPath } from './reported-subjects.js'

/** How much it is worth to settle one outcome. */
const WORTH: Readonly<Record<Severity, number>> = { critical: 100, high: 30, medium: 10, low: 3, info: 1 }

/**
 * What to state next, the most worthwhile first. Facts that are missing in the same part of many things are one
 * question, because one default, vendor or group answers them together. What only some readers show of a question is
 * worked out when one asks.
 */
export const questionsOf = (
  judged: readonly Judged[],
  infrastructure: Infrastructure,
  hintOf: HintOf,
  placeOf?: PlaceOf,
): readonly Question[] => {
  const open = new Map<string, Open>()
  const known = new Map<Alike, Lacked>()
  for (const one of judged) {
    if (one.outcome === 'unproven' && isAsked(one.subject)) addOutcome(open, known, one)
  }
  return [...open.values()]
    .map((one) => ({ ...one, settles: settledBy(one), worth: worthOf(one) }))
    .sort((one, other) => other.worth - one.worth || compareText(one.list + one.key, other.list + other.key))
    .map((one) => questionOf(one, { infrastructure, hintOf, placeOf }))
}

/** What may be a secret stands there already, and nobody is asked to write it down; what others wrote cannot be stated. */
const isAsked = ({ kind }: Subject): boolean => kind !== 'text' && kind !== 'received' && kind !== 'message'

/** One field that is lacked, and of which thing, with the outcomes that ask for it. */
interface Lacked {
  readonly field: string
  readonly thing: string | undefined
  readonly outcomes: Judged[]
}

/** Outcomes that one answer settles. */
interface Open {
  readonly list: string
  readonly key: string
  readonly lacked: Lacked[]
}

const settledBy = ({ lacked }: Open): number => lacked.reduce((sum, { outcomes }) => sum + outcomes.length, 0)

/** Outcomes that are alike weigh alike. */
const worthOf = ({ lacked }: Open): number =>
  lacked.reduce((sum, { outcomes }) => sum + WORTH[(outcomes[0] as Judged).severity] * outcomes.length, 0)

const addOutcome = (open: Map<string, Open>, known: Map<Alike, Lacked>, one: Judged): void => {
  const { alike } = one
  const like = alike && known.get(alike)
  if (like) {
    like.outcomes.push(one)
    return
  }
  const { list, thing, key, field } = placed(missingPath(one))
  const id = `${list} ${key}`
  let its = open.get(id)
  if (!its) {
    its = { list, key, lacked: [] }
    open.set(id, its)
  }
  const lacked = { field, thing, outcomes: [one] }
  its.lacked.push(lacked)
  if (alike) known.set(alike, lacked)
}

const missingPath = (one: Judged): ModelPath => {
  if (one.alike) return decidingPath(one)
  const { on } = one.verdict
  return on.find(({ value }) => value === undefined)?.path ?? on[0]?.path ?? one.subject.path
}

const gapOf = ({ list, key, lacked }: Open): Gap => {
  const gap: Gap = {
    list,
    key,
    fields: new Set(),
    things: new Map(),
    paths: new Map(),
    subjects: new Set(),
    rules: new Set(),
  }
  for (const one of lacked) addTo(gap, one)
  return gap
}

const addTo = (gap: Gap, { field, thing: first, outcomes }: Lacked): void => {
  gap.fields.add(field)
  for (const one of outcomes) {
    const { subject } = one
    // Outcomes that share a field below their subjects lack it each of its own; one field of all is of one thing.
    const isOwn = one.alike !== undefined && typeof one.alike.field !== 'string'
    const thing = isOwn && first !== undefined ? subject.assets[0] : first
    if (gap.key === 'endpoints') gap.paths.set(missingPath(one), field)
    // One default states all fields of assets.
    if (thing !== undefined && gap.list === 'assets') gap.things.set(thing, gap.fields)
    else if (thing !== undefined) gap.things.set(thing, (gap.things.get(thing) ?? new Set()).add(field))
    gap.subjects.add(maskedLabel(subject))
    gap.rules.add(one.rule.id)
  }
}

const questionOf = (open: Open & Pick<Question, 'settles' | 'worth'>, asking: Asking): Question => {
  const gap = onceAsked(() => gapOf(open))
  const things = onceAsked(() => [...gap().things.keys()].sort(compareText))
  const fields = onceAsked(() => sortedFields(gap().fields))
  const { list, key, settles, worth } = open
  return whenAsked<Question>({
    id: () => [list, key].filter((part) => part !== '').join('.'),
    asks: () => asksOf(gap(), fields(), things()),
    place: () => PLACE_WORDS[list] ?? list,
    fields,
    settles: () => settles,
    worth: () => worth,
    subjects: () => [...gap().subjects].sort(compareText),
    rules: () => [...gap().rules].sort(compareText),
    yaml: () => yamlOf(gap(), fields(), things(), asking),
  })
}

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
