import { buildInfrastructure } from '../../model/infrastructure.js'
import type { Layer } from '../../model/layer.js'
import type { Problem } from '../../model/problem.js'
import { candidateOf } from '../candidate.js'
import { referenceProblems } from '../description/references.js'
import type { Document } from '../documents/document.js'
import type { NotRead } from '../source.js'
import { evidenceFormatOf } from './format.js'
import type { ImportedPlace } from './match-things.js'
import { type EvidenceOptions, type Observed, observedLayers } from './observed-layers.js'
import { type ReadEvidenceFile, readEvidenceFile } from './read-evidence-file.js'

/** What became of evidence. */
export interface ReadEvidence extends Omit<Observed, 'layers'> {
  readonly files: readonly ReadEvidenceFile[]
  readonly options: EvidenceOptions
  /** What is claimed without it. */
  readonly without: readonly Layer[]
}

interface EvidenceText {
  readonly file: string
  readonly bytes: Uint8Array
  readonly writtenAt?: string
}

/** Reads files of evidence: those that are so by their content, and those of which somebody says that they are. */
export const readEvidence = (
  recognised: readonly EvidenceText[],
  said: readonly EvidenceText[],
): { readonly files: readonly ReadEvidenceFile[]; readonly problems: readonly Problem[] } => {
  const byName = new Map([...recognised, ...said].map((one) => [one.file, one]))
  const read = [...byName.values()].map(({ file, bytes, writtenAt }) => {
    const candidate = candidateOf(file, bytes, true)
    // What nobody knows is read as our own format, which says what is wrong with it.
    return readEvidenceFile(candidate, evidenceFormatOf(candidate) ?? { format: 'own' }, writtenAt)
  })
  return {
    files: read.flatMap((one) => ('problems' in one ? [] : [one])),
    problems: read.flatMap((one) => ('problems' in one ? one.problems : [])),
  }
}

interface Inputs {
  readonly layers: readonly Layer[]
  readonly documents: readonly Document[]
  readonly notRead: readonly NotRead[]
}

/** Lays what was observed over what was read. */
export const withEvidence = (
  { layers, documents, notRead }: Inputs,
  files: readonly ReadEvidenceFile[],
  options: EvidenceOptions,
): (Inputs & { readonly evidence: ReadEvidence }) | { readonly problems: readonly Problem[] } => {
  const all = [...documents, ...files.map(({ document }) => document)]
  const infrastructure = buildInfrastructure(layers, options.today)
  const { layers: observed, ...rest } = observedLayers(
    files.flatMap(({ observations }) => observations),
    {
      infrastructure,
      imported: importedPlaces(layers, documents),
      documentNumber: (document) => all.indexOf(document),
    },
    options,
  )
  const claimed = [...layers, ...observed]
  const problems = referenceProblems(
    files.flatMap(({ references }) => references),
    claimed,
    true,
  )
  if (problems.length > 0) return { problems }
  return {
    layers: claimed,
    documents: all,
    notRead: [...notRead, ...files.flatMap((file) => file.notRead)],
    evidence: { ...rest, files, options, without: layers },
  }
}

const importedPlaces = (layers: readonly Layer[], documents: readonly Document[]): readonly ImportedPlace[] =>
  layers
    .filter(({ rank }) => rank === 'imported')
    .flatMap((layer) =>
      (layer.tree.assets ?? []).map(({ id }, index) => {
        const route = ['assets', index]
        const { document, route: at } = layer.sourceOf?.(route) ?? { document: layer.document, route }
        const { file, line, endLine } = (documents[document] as Document).locate(at)
        return { id, file, line, endLine }
      }),
    )
