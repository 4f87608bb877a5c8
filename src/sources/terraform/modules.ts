import { posix } from 'node:path'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import type { Document } from '../documents/document.js'
import { sourceText } from '../documents/text.js'
import { type FileTree, refusedFile } from '../file-tree.js'
import { type HclFile, readHcl } from '../hcl/document.js'
import type { NotRead } from '../source.js'
import { isOverride, type PlacedBlock, withOverrides } from './overrides.js'

/** All files of a folder, which Terraform reads as one. */
export interface Module {
  readonly folder: string
  readonly resources: readonly PlacedBlock[]
  readonly data: ReadonlyMap<string, PlacedBlock>
  readonly variables: ReadonlyMap<string, PlacedBlock>
  readonly locals: ReadonlyMap<string, { readonly at: PlacedBlock; readonly index: number }>
  readonly calls: ReadonlyMap<string, PlacedBlock>
  readonly outputs: ReadonlyMap<string, PlacedBlock>
  readonly providers: readonly PlacedBlock[]
}

/** Reads folders of configuration, each file once. */
export interface ModuleReader {
  /** The module in a folder; `undefined` where there is none that may be read. */
  read(folder: string, place?: () => Problem['place']): Module | undefined
  readonly documents: readonly Document[]
  /** Adds a file that is read besides, such as values of variables. */
  add(document: Document): void
  readonly problems: Problem[]
  readonly notRead: NotRead[]
}

const IS_HCL = /\.(tf|tofu)(\.json)?$/

/** More files than these are no configuration that anybody applies. */
const MOST_FILES = 5000

export const moduleReader = (
  given: readonly Candidate[],
  tree: FileTree,
  firstDocument: number,
): ModuleReader => {
  const known = new Map<string, Module | undefined>()
  const documents: Document[] = []
  const problems: Problem[] = []
  const notRead: NotRead[] = []
  const byFolder = new Map<string, Candidate[]>()
  for (const one of given.filter(({ file }) => IS_HCL.test(file))) {
    const folder = posix.dirname(one.file)
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), one])
  }
  const filesIn = (folder: string, place?: () => Problem['place']): { file: string; bytes: Uint8Array }[] => {
    const own = byFolder.get(folder)
    if (own) return own
    return tree
      .list(folder)
      .filter((file) => IS_HCL.test(file))
      .flatMap((file) => {
        const bytes = tree.read(file)
        if (typeof bytes !== 'string') return [{ file, bytes }]
        problems.push(refusedFile(file, bytes, place?.()))
        return []
      })
  }
  const readFile = ({ file, bytes }: { file: string; bytes: Uint8Array }): HclFile[] => {
    if (documents.length >= MOST_FILES) return []
    const decoded = sourceText(file, bytes, { imported: true })
    const read = 'source' in decoded ? readHcl(decoded.source) : decoded
    if ('problem' in read) problems.push(read.problem)
    return 'file' in read ? [read.file] : []
  }
  return {
    documents,
    add: (document) => void documents.push(document),
    problems,
    notRead,
    read: (path, place) => {
      const folder = posix.normalize(path)
      if (known.has(folder)) return known.get(folder)
      const files = filesIn(folder, place).flatMap(readFile)
      const first = firstDocument + documents.length
      documents.push(...files.map(({ document }) => document))
      const module = files.length === 0 ? undefined : moduleOf(folder, files, first)
      known.set(folder, module)
      return module
    },
  }
}

const moduleOf = (folder: string, files: readonly HclFile[], first: number): Module => {
  const blocksOf = (file: HclFile) => {
    const document = first + files.indexOf(file)
    return file.body.blocks.map((block, index): PlacedBlock => ({ block, document, index }))
  }
  const [over, own] = [files.filter(isOverride), files.filter((file) => !isOverride(file))]
  const placed = withOverrides(own.flatMap(blocksOf), over.flatMap(blocksOf))
  const of = (type: string) => placed.filter(({ block }) => block.type === type)
  const labelled = (type: string, label = 0) =>
    new Map(of(type).map((one) => [one.block.labels[label] ?? '', one] as const))
  return {
    folder,
    resources: of('resource').filter(({ block }) => block.labels.length === 2),
    data: new Map(of('data').map((one) => [one.block.labels.join('.'), one] as const)),
    variables: labelled('variable'),
    locals: new Map(
      of('locals').flatMap((at) =>
        at.block.body.attributes.map(({ name }, index) => [name, { at, index }] as const),
      ),
    ),
    calls: labelled('module'),
    outputs: labelled('output'),
    providers: of('provider'),
  }
}

/** The folder that a call of a module names, if it is a local one. */
export const localFolder = (source: string, from: string): string | undefined =>
  /^\.{1,2}(\/|$)/.test(source) ? posix.join(from, source).replace(/\/+$/, '') : undefined
