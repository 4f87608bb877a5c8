import { posix } from 'node:path'
import { compareText } from '../../model/compare-text.js'
import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { jsonDocument } from '../documents/json.js'
import { type SourceText, sourceText } from '../documents/text.js'
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
import { isVariables } from './units.js'

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
  budget: { left: MOST_WORK, depth: 0 },
  file: (folder, path) => {
    const bytes = tree.read(posix.normalize(path.startsWith(folder) ? path : posix.join(folder, path)))
    if (typeof bytes === 'string' || bytes.length > LONGEST_FILE) return undefined
    return new TextDecoder().decode(bytes)
  },
})

const NOTHING: Scope = {
  root: () => ({ value: unknown(), taken: 0 }),
  names: new Map(),
  budget: { left: MOST_WORK, depth: 0 },
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
    .filter((file) => isVariables(file) && /(^|\/)terraform\.tfvars|\.auto\.tfvars/.test(file))
    .sort(defaultFirst)
  const named = files.filter(({ file, named: given }) => given && isVariables(file)).map(({ file }) => file)
  const values = new Map<string, Value>()
  for (const file of [...byItself.filter((one) => !named.includes(one)), ...named]) {
    const text = textOf(file, files, tree)
    if (!text) continue
    if ('problem' in text) reader.problems.push(text.problem)
    else
      for (const [name, value] of file.endsWith('.json')
        ? inJson(text.source, reader)
        : inHcl(text.source, reader))
        values.set(name, value)
  }
  return values
}

const inHcl = (text: SourceText, reader: ModuleReader): readonly (readonly [string, Value])[] => {
  const read = readHcl(text)
  if ('problem' in read) {
    reader.problems.push(read.problem)
    return []
  }
  reader.add(read.file.document)
  return read.file.body.attributes.map(({ name, value }) => [name, evaluate(value, NOTHING)])
}

const inJson = (text: SourceText, reader: ModuleReader): readonly (readonly [string, Value])[] => {
  const read = jsonDocument(text) ?? { problems: [notJson(text)] }
  if ('problems' in read) reader.problems.push(...read.problems.slice(0, 1))
  return 'document' in read && isPlain(read.document.value)
    ? (Object.entries(read.document.value) as [string, Value][])
    : []
}

const notJson = (text: SourceText): Problem => ({
  code: 'not-json',
  message: 'these are values of variables, and no sound JSON',
  expected: 'an object from names of variables to their values',
  place: text.placeAt(0),
})

const defaultFirst = (one: string, other: string): number =>
  Number(one.includes('.auto.tfvars')) - Number(other.includes('.auto.tfvars')) || compareText(one, other)

const textOf = (file: string, files: readonly Candidate[], tree: FileTree) => {
  const given = files.find((one) => one.file === file)
  if (given) return given.text
  const bytes = tree.read(file)
  return typeof bytes === 'string' ? undefined : sourceText(file, bytes, { imported: true })
}
