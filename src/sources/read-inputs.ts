import type { Description } from '../model/description.generated.js'
import type { Layer, Source as Origin, Route } from '../model/layer.js'
import { isPlain } from '../model/merge.js'
import type { Problem } from '../model/problem.js'
import { timed } from '../timing.js'
import { type Candidate, candidateOf } from './candidate.js'
import type { ReadTree } from './description/identities.js'
import { readDescriptions } from './description/read-descriptions.js'
import { descriptionSchema } from './description/schema-node.js'
import { type Document, readDocument } from './documents/document.js'
import { evidenceFormatOf } from './evidence/format.js'
import type { EvidenceOptions } from './evidence/observed-layers.js'
import { type ReadEvidence, readEvidence, withEvidence } from './evidence/read-evidence.js'
import type { FileTree } from './file-tree.js'
import { type ImportIds, importIds } from './import-ids.js'
import { outsideFile, type PlannedUnit, planUnits, unknownFormat, unreadFile } from './import-units.js'
import { sourceFor } from './index.js'
import { addressProblems } from './overlay.js'
import type { Imported, NotRead } from './source.js'

/** A file that was given, or found in a folder that was. */
export interface GivenFile {
  readonly file: string
  readonly bytes: Uint8Array
  /** `false` for what only lay in a folder. */
  readonly named?: boolean
  /** Whether it is a link out of what may be read. */
  readonly outside?: boolean
  /** When it was written, RFC 3339; results of other scanners may say it nowhere themselves. */
  readonly writtenAt?: string
}

/** All that was read: what is claimed, the documents in which it stands, and what nothing was made of. */
export interface ReadInputs {
  readonly layers: readonly Layer[]
  readonly documents: readonly Document[]
  readonly notRead: readonly NotRead[]
  /** Present where evidence was given. */
  readonly evidence?: ReadEvidence
}

/** What to read besides, and by what. */
export interface InputOptions {
  /** Files that somebody says are evidence. */
  readonly evidence?: readonly GivenFile[]
  readonly observing: EvidenceOptions
}

/**
 * Reads descriptions and infrastructure as code, told apart by content. What `sources` of a description name is read
 * too, and entries with an `address` are laid over what was imported there.
 */
export const readInputs = (
  all: readonly GivenFile[],
  tree: FileTree,
  { evidence = [], observing }: InputOptions,
): ReadInputs | { readonly problems: readonly Problem[] } => {
  const given = all.filter(({ outside }) => outside !== true)
  const sorted = timed('parse', () =>
    given.map((one) => sort(candidateOf(one.file, one.bytes, one.named ?? true))),
  )
  const observed = readEvidence(
    given.filter((_, index) => sorted[index]?.as === 'evidence'),
    evidence,
  )
  const descriptions = sorted.filter(({ as }) => as === 'description').map(({ candidate }) => candidate)
  const read = timed('parse', () => descriptions.map(({ file, bytes }) => readDocument(file, bytes)))
  const unreadable = read.flatMap((one, index) => {
    const candidate = descriptions[index] as Candidate
    if ('problems' in one) return one.problems
    return isForeign(one.document) ? [{ ...unknownFormat(candidate), message: FOREIGN }] : []
  })
  unreadable.push(...observed.problems)
  if (unreadable.length > 0) return { problems: unreadable }
  const documents = read.flatMap((one) => ('document' in one ? [one.document] : []))
  const notRead = unreadOf(all, sorted)
  const found: Gathered = { documents, layers: [], notRead, problems: [] }
  const toImport = sorted.flatMap(({ candidate, as }) =>
    typeof as === 'string' ? [] : [{ candidate, source: as }],
  )
  const imported = (trees: readonly ReadTree[]) => {
    const plan = planUnits(toImport, trees, tree)
    addAll(found.problems, plan.problems)
    addAll(found.notRead, plan.notRead)
    const ids = importIds(trees)
    if (plan.problems.length === 0) for (const unit of plan.units) gather(found, unit, ids, tree)
    addAll(found.problems, addressProblems(found.layers, found.documents, trees))
    return found
  }
  const described = timed('check', () =>
    readDescriptions(documents, (trees) => timed('parse', () => imported(trees))),
  )
  if ('problems' in described) return described
  const { layers } = described
  if (observed.files.length === 0) return { layers, documents: found.documents, notRead: found.notRead }
  return withEvidence(
    { layers, documents: found.documents, notRead: found.notRead },
    observed.files,
    observing,
  )
}

/** One by one: there may be more than a call may have arguments. */
const addAll = <T>(list: T[], more: readonly T[]): void => {
  for (const one of more) list.push(one)
}

interface Gathered {
  readonly documents: Document[]
  readonly layers: Layer[]
  readonly notRead: NotRead[]
  readonly problems: Problem[]
}

type Sorted = {
  readonly candidate: Candidate
  readonly as: 'description' | 'evidence' | 'other' | NonNullable<ReturnType<typeof sourceFor>>
}

const unreadOf = (all: readonly GivenFile[], sorted: readonly Sorted[]): NotRead[] => [
  ...all.filter(({ outside }) => outside === true).map(({ file }) => outsideFile(file)),
  ...sorted.filter(({ as }) => as === 'other').map(({ candidate }) => unreadFile(candidate)),
]

/** What somebody named and nobody knows is read as a description, which says what is wrong with it. */
const sort = (candidate: Candidate): Sorted => {
  if (evidenceFormatOf(candidate)) return { candidate, as: 'evidence' }
  const source = sourceFor(candidate)
  if (source) return { candidate, as: source }
  return { candidate, as: candidate.named || looksDescribed(candidate) ? 'description' : 'other' }
}

/** Whether its keys are those of a description: `version` and another, or two others. */
const looksDescribed = ({ keys }: Candidate): boolean => {
  const own = Object.keys(descriptionSchema().properties ?? {})
  return own.filter((key) => keys.has(key)).length > 1
}

const FOREIGN = 'this is no description, and of no format that can be imported'

/** Whether it has several keys, and none of a description: that each of them is wrong helps nobody. */
const isForeign = ({ value }: Document): boolean => {
  const own = descriptionSchema().properties ?? {}
  const keys = isPlain(value) ? Object.keys(value) : []
  return keys.length > 1 && !keys.some((key) => Object.hasOwn(own, key) || key.startsWith('x-'))
}

const gather = (found: Gathered, planned: PlannedUnit, ids: ImportIds, tree: FileTree): void => {
  const { source, unit, id, prefixed } = planned
  const imported = source.read(unit, {
    sourceId: id,
    address: (address) => `${id}:${address}`,
    idOf: (address) => ids.idOf(id, address, prefixed),
    tree,
  })
  const first = found.documents.length
  addAll(found.documents, imported.documents)
  addAll(found.notRead, imported.notRead)
  addAll(found.problems, imported.problems)
  found.layers.push(...layersOf(imported, planned, first, found.documents))
}

/** Numbers the documents of a unit after those that were read before, and adds what `sources` says of all it imports. */
const layersOf = (
  { layers }: Imported,
  { entry }: PlannedUnit,
  first: number,
  documents: readonly Document[],
): Layer[] =>
  layers.map((layer) => {
    const sourceOf = layer.sourceOf ?? ((route: Route): Origin => ({ document: layer.document, route }))
    const moved = (route: Route): Origin => {
      const its = sourceOf(route)
      return { ...its, document: its.document + first }
    }
    if (!entry || layer.rank === 'default')
      return { ...layer, document: layer.document + first, sourceOf: moved }
    const said = settingsOf(entry.value)
    const from = documents.indexOf(entry.from.document)
    return {
      ...layer,
      document: layer.document + first,
      tree: withSettings(layer.tree, said),
      sourceOf: (route) =>
        route.length === 3 && route[0] === 'assets' && isSetThere(layer.tree, route, said)
          ? { document: from, route: ['sources', entry.index, route[2] as string] }
          : moved(route),
    }
  })

type Settings = Partial<Record<(typeof SETTINGS)[number], string>>

const SETTINGS = ['environment', 'account', 'region'] as const

const settingsOf = (entry: Settings): Settings =>
  Object.fromEntries(SETTINGS.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]])))

/** What a resource says itself counts before what the entry says of all. */
const withSettings = (tree: Description, said: Settings): Description =>
  Object.keys(said).length === 0 || !tree.assets
    ? tree
    : { ...tree, assets: tree.assets.map((asset) => ({ ...said, ...asset })) as typeof tree.assets }

const isSetThere = (tree: Description, [, index, key]: Route, said: Settings): boolean =>
  said[key as keyof Settings] !== undefined &&
  tree.assets?.[Number(index)]?.[key as keyof Settings] === undefined

export type { ReadTree }
