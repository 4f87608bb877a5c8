import { posix } from 'node:path'
import { compareText } from '../../model/compare-text.js'
import type { Candidate } from '../candidate.js'
import { sourceText } from '../documents/text.js'
import type { FileTree } from '../file-tree.js'
import { readHcl } from '../hcl/document.js'
import { assemble } from '../resources/assemble.js'
import { unknown, type Value } from '../resources/values.js'
import type { Imported, ReadContext } from '../source.js'
import { evaluate, type Scope } from './evaluate.js'
import { hclResources, type Walk } from './hcl-resources.js'
import { type Configuration, rootInstance } from './instances.js'
import { type ModuleReader, moduleReader } from './modules.js'
import { TERRAFORM_TYPES } from './types.js'

/** How much of a configuration is worked out, and how many resources are made of it. */
const MOST_WORK = 4_000_000
const MOST_RESOURCES = 50_000
const TOO_MUCH_WORK =
  'a configuration that multiplies itself: what comes late in it is not read, or counts as not known'
/** A file that `file()` reads into an attribute is short. */
const LONGEST_FILE = 1024 * 1024

/** Reads a folder of configuration and the local modules that it calls. */
export const readConfiguration = (
  folder: string,
  files: readonly Candidate[],
  context: ReadContext,
): Imported => {
  const reader = moduleReader(files, context.tree, 0)
  const module = reader.read(folder)
  const notRead = [...reader.notRead]
  if (!module || reader.problems.length > 0)
    return { documents: reader.documents, layers: [], notRead, problems: reader.problems }
  const configuration = configurationOf(reader, context.tree)
  const root = rootInstance(module, variablesIn(folder, files, context.tree, reader), configuration)
  const walk: Walk = { configuration, notRead, left: MOST_RESOURCES, address: context.address }
  const { layers, notRead: unmapped } = assemble(hclResources(root, walk), TERRAFORM_TYPES, {
    rank: 'imported',
    document: 0,
    context,
  })
  const cutOff = configuration.budget.left < 0 ? [{ what: folder, count: 1, why: TOO_MUCH_WORK }] : []
  return {
    documents: reader.documents,
    layers,
    notRead: [...notRead, ...cutOff, ...unmapped],
    problems: reader.problems,
  }
}

/** What all modules of a configuration share. */
export const configurationOf = (reader: ModuleReader, tree: FileTree): Configuration => ({
  reader,
  budget: { left: MOST_WORK },
  file: (folder, path) => {
    const bytes = tree.read(posix.normalize(path.startsWith(folder) ? path : posix.join(folder, path)))
    if (typeof bytes === 'string' || bytes.length > LONGEST_FILE) return undefined
    return new TextDecoder().decode(bytes)
  },
})

const NOTHING: Scope = {
  root: () => ({ value: unknown(), taken: 0 }),
  names: new Map(),
  budget: { left: MOST_WORK },
  file: () => undefined,
}

/** Values of variables: what Terraform reads by itself, then files that were given, as on its command line. */
const variablesIn = (
  folder: string,
  files: readonly Candidate[],
  tree: FileTree,
  reader: ModuleReader,
): ReadonlyMap<string, Value> => {
  const byItself = tree
    .list(folder)
    .filter((file) => /(^|\/)terraform\.tfvars$|\.auto\.tfvars$/.test(file))
    .sort(defaultFirst)
  const named = files
    .filter(({ file, named: given }) => given && file.endsWith('.tfvars'))
    .map(({ file }) => file)
  const values = new Map<string, Value>()
  for (const file of [...byItself, ...named]) {
    const text = textOf(file, files, tree)
    const read = text && readHcl(text)
    if (read && 'problem' in read) reader.problems.push(read.problem)
    if (!read || !('file' in read)) continue
    reader.add(read.file.document)
    for (const { name, value } of read.file.body.attributes) values.set(name, evaluate(value, NOTHING))
  }
  return values
}

const defaultFirst = (one: string, other: string): number =>
  Number(/\.auto\.tfvars$/.test(one)) - Number(/\.auto\.tfvars$/.test(other)) || compareText(one, other)

const textOf = (file: string, files: readonly Candidate[], tree: FileTree) => {
  const given = files.find((one) => one.file === file)
  if (given) return 'source' in given.text ? given.text.source : undefined
  const bytes = tree.read(file)
  if (typeof bytes === 'string') return undefined
  const decoded = sourceText(file, bytes, { imported: true })
  return 'source' in decoded ? decoded.source : undefined
}
