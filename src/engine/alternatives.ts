import { isAddressable } from '../knowledge/safeguards.js'
import type { Alternative } from '../model/description.generated.js'
import { type DataClasses, matchesAsset } from '../model/match.js'
import { byKeys, remembered } from '../model/remembered.js'
import { isGlob, matchesGlob } from '../model/scalars/glob.js'
import type { DayText } from '../model/scalars/text.js'
import type { Subject } from '../model/subjects/subject.js'

/** What a documented alternative lacks. */
export interface AlternativeFault {
  readonly kind: 'not-addressable' | 'incomplete' | 'overdue'
  /** The field, as the description names it. */
  readonly field: string
  readonly words: string
}

/** The fields of an alternative, and what each has to say (164.306(d)(3)). */
export const alternativeFields = [
  ['decision', 'what was decided'],
  [
    'whyNotReasonable',
    'why the specification is not reasonable and appropriate here (164.306(d)(3)(ii)(B)(1))',
  ],
  [
    'equivalentMeasure',
    'the equivalent measure, or how the standard is met without one (164.306(d)(3)(ii)(B)(2))',
  ],
  ['riskAnalysis', 'the risk analysis that it rests on'],
  ['approvedBy', 'who approved it'],
  ['approvedOn', 'when it was approved'],
  ['reviewBy', 'when it is reviewed'],
] as const

/** The factors of 164.306(b)(2), all four of which have to be weighed. */
export const alternativeFactors = [
  ['size', 'size, complexity and capabilities (164.306(b)(2)(i))'],
  ['technical', 'the technical infrastructure (164.306(b)(2)(ii))'],
  ['cost', 'the cost (164.306(b)(2)(iii))'],
  ['risk', 'the probability and criticality of the risk (164.306(b)(2)(iv))'],
] as const

/** All that keeps an alternative from counting: none means that it is valid on that day (164.306(d)(3)). */
export const alternativeFaults = (alternative: Alternative, today: DayText): readonly AlternativeFault[] => [
  ...specificationFaults(alternative),
  ...alternativeFields
    .filter(([key]) => isBlank(alternative[key]))
    .map(([field, words]) => incomplete(field, words)),
  ...alternativeFactors
    .filter(([key]) => isBlank(alternative.factors?.[key]))
    .map(([key, words]) => incomplete(`factors.${key}`, words)),
  ...dateFaults(alternative, today),
]

const incomplete = (field: string, words: string): AlternativeFault => ({ kind: 'incomplete', field, words })

const specificationFaults = ({ specification }: Alternative): AlternativeFault[] =>
  isAddressable(specification)
    ? []
    : [
        {
          kind: 'not-addressable',
          field: 'specification',
          words: `${specification} is not an addressable specification`,
        },
      ]

const dateFaults = ({ reviewBy, approvedOn }: Alternative, today: DayText): AlternativeFault[] => {
  const faults: AlternativeFault[] = []
  if (reviewBy !== undefined && reviewBy < today)
    faults.push({ kind: 'overdue', field: 'reviewBy', words: `its review was due on ${reviewBy}` })
  if (approvedOn !== undefined && approvedOn > today)
    faults.push({ kind: 'incomplete', field: 'approvedOn', words: `it is approved only on ${approvedOn}` })
  return faults
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === 'none' || (typeof value === 'string' && value.trim() === '')

/** Whether cost is the only factor that speaks for it: HHS counts it as a factor, not as a free pass. */
export const restsOnCostAlone = ({ factors }: Alternative): boolean => {
  const { size, technical, risk, cost } = factors ?? {}
  return [size, technical, risk].every(doesNotApply) && !doesNotApply(cost)
}

const doesNotApply = (factor: string | undefined): boolean =>
  /^\s*(n\/a|not applicable)\b/i.test(factor ?? '')

/** Whether an alternative is written for a subject: an asset stands for its endpoints and flows. */
export const concerns = (
  subjects: Alternative['subjects'],
  subject: Subject,
  classes: DataClasses,
): boolean => {
  const ids = [subjects?.id ?? []].flat()
  if (ids.some((glob) => matchesGlob(glob, subject.id))) return true
  return subject.assets.some((id) => {
    const entry = subject.infrastructure.asset(id)
    return entry !== undefined && matchesAsset(subjects, { id, asset: entry.value }, classes)
  })
}

/** Finds what is written for a subject, in the order of a list. */
export type WrittenFor<T> = (subject: Subject) => readonly T[]

/** What is written for ids alone is only tried on these; the rest on everything. */
export const writtenFor = <T extends Pick<Alternative, 'subjects'>>(list: readonly T[]): WrittenFor<T> => {
  const places = [...list.keys()]
  const idsOf = (index: number) => [list[index]?.subjects?.id ?? []].flat()
  const narrow = (index: number) => idsOf(index).length > 0 && !idsOf(index).some(isGlob)
  const byId = byKeys(places.filter(narrow), idsOf)
  const broad = places.filter((index) => !narrow(index))
  return (subject) => {
    const named = [subject.id, ...subject.assets].flatMap((id) => byId.get(id) ?? [])
    const tried = named.length === 0 ? broad : [...new Set([...broad, ...named])].sort((a, b) => a - b)
    return tried
      .map((index) => list[index] as T)
      .filter(({ subjects }) => concerns(subjects, subject, subject.infrastructure.dataClasses))
  }
}

const bySpecification = remembered(({ description: { alternatives = [] } }) => {
  const groups = byKeys(alternatives, ({ specification }) => [specification])
  return new Map([...groups].map(([specification, list]) => [specification, writtenFor(list)]))
})

/** The alternatives to a specification that are written for a subject, whether or not they are complete and in date. */
export const alternativesFor = (specification: string, subject: Subject): readonly Alternative[] =>
  bySpecification(subject.infrastructure).get(specification)?.(subject) ?? []
