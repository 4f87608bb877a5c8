import { compareText } from '../../model/compare-text.js'
import type { Description } from '../../model/description.generated.js'
import type { Layer } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import type { Document } from '../documents/document.js'
import { conflictProblems } from './conflicts.js'
import { identityProblems, type ReadTree } from './identities.js'
import { normalise } from './normalise.js'
import { referenceProblems } from './references.js'
import { descriptionSchema } from './schema-node.js'
import { validate } from './validate.js'

/** What is read besides, once it is known what the descriptions say of it. */
export type Importing = (trees: readonly ReadTree[]) => {
  readonly layers: readonly Layer[]
  readonly problems: readonly Problem[]
}

/**
 * Reads documents as one description, together with what they import. Either all of them are sound, or every problem
 * of all of them is returned, each with its place.
 */
export const readDescriptions = (
  documents: readonly Document[],
  importing?: Importing,
): { readonly layers: readonly Layer[] } | { readonly problems: readonly Problem[] } => {
  const faults = documents.flatMap((document) => validate(document))
  const read = documents.map((document) => ({ document, ...normalise(document, descriptionSchema()) }))
  const trees = read.filter((one): one is (typeof read)[number] & ReadTree => isPlain(one.tree))
  const own = [
    ...faults,
    ...read.flatMap((one) => one.problems),
    ...identityProblems(trees),
    ...conflictProblems(trees),
  ]
  const described = trees.map(
    ({ tree }, document): Layer => ({ rank: 'stated', document, tree: tree as unknown as Description }),
  )
  // What is wrong with a description is mended first: only a sound one says what to import.
  const imported = own.length === 0 ? importing?.(trees) : undefined
  const found = [...own, ...(imported?.problems ?? [])]
  const layers = [...described, ...(imported?.layers ?? [])]
  const references = read.flatMap((one) => one.references)
  const mayRefer = imported || !trees.some(({ tree }) => tree['sources'] !== undefined)
  const problems = mayRefer ? [...found, ...referenceProblems(references, layers, found.length === 0)] : found
  return problems.length === 0 ? { layers } : { problems: inOrder(problems) }
}

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    ({ place: one }, { place: other }) =>
      compareText(one?.file ?? '', other?.file ?? '') ||
      (one?.line ?? 0) - (other?.line ?? 0) ||
      (one?.column ?? 0) - (other?.column ?? 0),
  )
