import type { Severity } from '../knowledge/terms.js'
import { compareText } from '../model/compare-text.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { ModelPath } from '../model/path.js'
import { onceAsked } from '../model/remembered.js'
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
  if (one.alike) return decidingPath(one)
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

const questionOf = (gap: Gap, asking: Asking): Question => {
  const things = [...gap.things.keys()].sort(compareText)
  const fields = sortedFields(gap.fields)
  const yaml = onceAsked(() => yamlOf(gap, fields, things, asking))
  return {
    id: [gap.list, gap.key].filter((part) => part !== '').join('.'),
    asks: asksOf(gap, fields, things),
    place: PLACE_WORDS[gap.list] ?? gap.list,
    fields,
    settles: gap.settles,
    worth: gap.worth,
    subjects: [...gap.subjects].sort(compareText),
    rules: [...gap.rules].sort(compareText),
    get yaml() {
      return yaml()
    },
  }
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
