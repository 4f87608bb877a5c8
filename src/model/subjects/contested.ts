import type { ContestedFact } from '../contested.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { fieldOf, segmentsOf } from '../path.js'
import { valueText } from '../value-text.js'
import type { Subject } from './subject.js'

/** A value on which two ranks differ. */
export interface ContestedSubject extends Subject {
  readonly kind: 'contested'
  /** The value that counts. */
  readonly fact: Fact<unknown>
  readonly counts: ContestedFact['counts']
  readonly lost: ContestedFact['lost']
  /** Why a person said that the description is right and the import wrong. */
  readonly corrects: string | undefined
  /** Both claims: `stated as true, imported as false`. */
  readonly both: string
}

/** What is claimed differently of assets in scope, and of all that is no asset. */
export const contestedSubjects = (infrastructure: Infrastructure): ContestedSubject[] =>
  infrastructure.contested
    .filter(({ list, id }) => list !== 'assets' || inScope(infrastructure, id))
    .map((contested) => contestedSubject(infrastructure, contested))

const inScope = ({ scope }: Infrastructure, id: string): boolean =>
  scope.reached.has(id) || scope.administering.has(id)

const contestedSubject = (infrastructure: Infrastructure, contested: ContestedFact): ContestedSubject => {
  const { path, list, id, counts, lost, corrects } = contested
  const asset = list === 'assets' ? infrastructure.asset(id) : undefined
  const field = list === 'domains' ? segmentsOf(path).slice(3).join('.') : fieldOf(path)
  return {
    kind: 'contested',
    id: `${id}: ${field}`,
    label: id,
    path,
    assets: asset ? [id] : [],
    count: asset?.count ?? 1,
    reach: infrastructure.scope.reached.get(id)?.reach,
    infrastructure,
    fact: factOf<unknown>(path, counts.value),
    counts,
    lost,
    corrects,
    also: { source: lost.origin, words: `${lost.origin.rank} here` },
    both: `${field} is ${claimWords(lost)}, and ${claimWords(counts)}`,
  }
}

const claimWords = ({ value, origin }: ContestedFact['counts']): string =>
  `${origin.rank} as ${valueText(value)}`
