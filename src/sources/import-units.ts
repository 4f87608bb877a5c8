import { basename, dirname, posix } from 'node:path'
import type { SourceFiles } from '../model/description.generated.js'
import type { Problem } from '../model/problem.js'
import { type Candidate, candidateOf } from './candidate.js'
import type { ReadTree } from './description/identities.js'
import { type FileTree, refusedFile } from './file-tree.js'
import { idFrom } from './import-ids.js'
import { sourceFor } from './index.js'
import type { NotRead, Source, Unit } from './source.js'

/** A unit that is to be read, and what the description says of it. */
export interface PlannedUnit {
  readonly source: Source
  readonly unit: Unit
  readonly id: string
  /** Whether ids of its assets begin with the id of the source: so where several are read, or somebody named it. */
  readonly prefixed: boolean
  readonly entry?: PlannedEntry
}

/** An entry of `sources`, and where it stands. */
export interface PlannedEntry {
  readonly value: SourceFiles
  readonly from: ReadTree
  readonly index: number
}

/** What is to be imported, by the command line and by `sources`, each file once. */
export interface Plan {
  readonly units: readonly PlannedUnit[]
  readonly notRead: readonly NotRead[]
  readonly problems: readonly Problem[]
}

/** Plans what to import: entries of `sources` come first, and what they name is not read a second time. */
export const planUnits = (
  given: readonly { readonly candidate: Candidate; readonly source: Source }[],
  trees: readonly ReadTree[],
  tree: FileTree,
): Plan => {
  const entries = trees.flatMap(entriesOf).map((entry) => plannedEntry(entry, tree))
  const claimed = new Set(entries.flatMap(({ files }) => files))
  const left = given.filter(({ candidate }) => !claimed.has(candidate.file))
  const loose = [...new Set(left.map(({ source }) => source))].flatMap((source) =>
    source
      .units(left.filter((one) => one.source === source).map(({ candidate }) => candidate))
      .map((unit) => ({ source, unit })),
  )
  const units = entries.flatMap((entry) => entry.units)
  const names = uniqueNames(loose.map(({ unit }) => unit))
  return {
    units: [
      ...units,
      ...loose.map((one, index) => ({
        ...one,
        id: names[index] as string,
        prefixed: units.length + loose.length > 1,
      })),
    ],
    notRead: entries.flatMap((entry) => entry.notRead),
    problems: entries.flatMap((entry) => entry.problems),
  }
}

const entriesOf = (from: ReadTree): PlannedEntry[] =>
  ((from.tree['sources'] ?? []) as readonly SourceFiles[]).map((value, index) => ({ value, from, index }))

const plannedEntry = (entry: PlannedEntry, tree: FileTree): Plan & { readonly files: readonly string[] } => {
  const { value, from, index } = entry
  const problems: Problem[] = []
  const outside: NotRead[] = []
  const found = (value.files ?? []).flatMap((pattern, number) => {
    const place = from.document.locate(['sources', index, 'files', number])
    const files = tree.find(pattern, dirname(from.document.file))
    if (files.length === 0) problems.push(noSuchFiles(pattern, place))
    return files.flatMap((file) => {
      const bytes = tree.read(file)
      if (typeof bytes !== 'string') return [candidateOf(file, bytes, files.length === 1)]
      if (bytes === 'outside' && files.length > 1) outside.push(outsideFile(file))
      else problems.push(refusedFile(file, bytes, place))
      return []
    })
  })
  const sorted = found.map((candidate) => ({ candidate, source: sourceFor(candidate, value.type) }))
  for (const { candidate, source } of sorted)
    if (!source && candidate.named) problems.push(unknownFormat(candidate, value.type))
  const units = [...new Set(sorted.flatMap(({ source }) => source ?? []))].flatMap((source) =>
    source
      .units(sorted.flatMap((one) => (one.source === source ? [one.candidate] : [])))
      .map((unit) => ({ source, unit, id: value.id, prefixed: true, entry })),
  )
  return {
    units,
    files: found.map(({ file }) => file),
    notRead: [
      ...outside,
      ...sorted
        .filter(({ source, candidate }) => !source && !candidate.named)
        .map(({ candidate }) => unreadFile(candidate)),
    ],
    problems,
  }
}

/** A file that only lay in a folder and is of no format that is known. */
export const unreadFile = ({ file }: Candidate): NotRead => ({
  what: file,
  count: 1,
  why: 'neither a description nor of a format that can be imported',
  file,
})

/** A link in a folder that leads out of what may be read. */
export const outsideFile = (file: string): NotRead => ({
  what: file,
  count: 1,
  why: 'a link to what lies outside of what may be read',
  file,
})

const noSuchFiles = (pattern: string, place: Problem['place']): Problem => ({
  code: 'missing-file',
  message: `${pattern}: there is no such file`,
  expected: 'a file, a folder or a glob, from the folder of this file',
  ...(place === undefined ? {} : { place }),
})

/** What is of no format that is known, or not of the one that somebody says it is. */
export const unknownFormat = (candidate: Candidate, type?: SourceFiles['type']): Problem => {
  if ('problem' in candidate.text) return candidate.text.problem
  return {
    code: 'unknown-format',
    message:
      type === undefined
        ? 'this is of no format that can be imported'
        : `this is not what \`type: ${type}\` says`,
    expected:
      'Terraform (a folder, or the output of `terraform show -json`), CloudFormation, Kubernetes manifests, or Docker Compose',
    place: candidate.text.source.placeAt(0),
  }
}

/** Names made of those of files and folders, told apart by the folder where two are the same. */
const uniqueNames = (units: readonly Unit[]): readonly string[] => {
  const taken = new Set<string>()
  return units.map((unit) => {
    const folder = basename(dirname(posix.normalize(unit.files[0]?.file ?? '')))
    const wanted = [idFrom(unit.name), idFrom(`${folder}-${unit.name}`)]
    for (let number = 0; ; number++) {
      const name = wanted[number] ?? `${wanted[1]}-${number}`
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  })
}
