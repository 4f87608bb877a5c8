import { posix } from 'node:path'
import { isPlain } from '../../model/merge.js'
import type { Place, Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { type Document, readDocument } from '../documents/document.js'
import { refusedFile } from '../file-tree.js'
import type { NotRead, ReadContext } from '../source.js'
import { type DocumentList, documentList, tooLong, unquoted } from '../workloads/manifest-text.js'
import { type Part, partOf } from '../workloads/part.js'
import { type EnvFile, readEnvFile } from './env-file.js'
import { interpolated, type Variables } from './interpolation.js'
import { MERGE_TAGS } from './merge-tags.js'

/** One file of a project, with the variables that hold in it. */
export interface ComposeFile {
  readonly file: string
  readonly document: Document
  readonly number: number
  readonly root: Readonly<Record<string, unknown>>
  readonly variables: Variables
}

/** Files as they are read, each once, and what is wrong with them. */
export interface Project {
  readonly documents: DocumentList
  readonly problems: Problem[]
  readonly notRead: NotRead[]
  readonly context: ReadContext
  /** Reads a file that another names; what cannot be read is a problem at the place that names it. */
  open(file: string, place: () => Place): ComposeFile | undefined
  /** Reads a file that was given. */
  given(candidate: Candidate): ComposeFile | undefined
  /** A file of variables, and the number of its document; `undefined` where it is missing or may not be read. */
  variablesOf(
    file: string,
    place: () => Place,
  ): { readonly file: EnvFile; readonly number: number } | undefined
}

/** A project begins with nothing read. */
export const projectOf = (context: ReadContext): Project => {
  const documents = documentList()
  const known = new Map<string, ComposeFile | undefined>()
  const envFiles = new Map<string, { readonly file: EnvFile; readonly number: number } | undefined>()
  const project: Project = {
    documents,
    problems: [],
    notRead: [],
    context,
    given: ({ file, bytes }) => once(known, file, () => composeFile(file, bytes, project)),
    open: (file, place) =>
      once(known, file, () => {
        const bytes = context.tree.read(file)
        if (typeof bytes !== 'string') return composeFile(file, bytes, project)
        project.problems.push(refusedFile(file, bytes, place()))
        return undefined
      }),
    variablesOf: (file, place) => once(envFiles, file, () => envFile(file, place, project)),
  }
  return project
}

const once = <T>(
  known: Map<string, T | undefined>,
  file: string,
  read: () => T | undefined,
): T | undefined => {
  const name = posix.normalize(file)
  if (!known.has(name)) known.set(name, read())
  return known.get(name)
}

const composeFile = (file: string, bytes: Uint8Array, project: Project): ComposeFile | undefined => {
  const long = tooLong(file, bytes.length)
  const read = long ? { problems: [long] } : unquoted(readDocument(file, bytes, MERGE_TAGS))
  if ('problems' in read) {
    project.problems.push(...read.problems.slice(0, 1))
    return undefined
  }
  const { document } = read
  if (!isPlain(document.value)) {
    project.problems.push(notCompose(document.locate([])))
    return undefined
  }
  const number = project.documents.add(document)
  return { file, document, number, root: document.value, variables: projectVariables(file, project) }
}

const notCompose = (place: Place): Problem => ({
  code: 'unknown-format',
  message: 'this is no file of Docker Compose',
  expected: '`services`, a mapping from names to services',
  place,
})

/** What `.env` beside the file says, where that is at hand. */
const projectVariables = (file: string, { context }: Project): Variables => {
  const name = posix.join(posix.dirname(file), '.env')
  const bytes = context.tree.read(name)
  const read = typeof bytes === 'string' ? undefined : readEnvFile(name, bytes)
  return new Map((read?.lines ?? []).map(({ name: variable, value }) => [variable, value]))
}

const envFile = (file: string, place: () => Place, project: Project) => {
  const bytes = project.context.tree.read(file)
  const read = typeof bytes === 'string' ? undefined : readEnvFile(file, bytes)
  if (read) return { file: read, number: project.documents.add(read.document) }
  if (bytes === 'outside') project.problems.push(refusedFile(file, bytes, place()))
  else
    project.notRead.push({
      what: file,
      count: 1,
      why: 'this file of variables is not there, so that what it sets is not known',
      file,
    })
  return undefined
}

/** A part of a file, its texts with the values of variables in them. */
export const partIn = ({ root, number, variables }: ComposeFile, key: string, address?: string): Part =>
  partOf(root[key], [key], {
    document: number,
    ...(address === undefined ? {} : { address }),
    textOf: (text) => interpolated(text, variables),
  })
