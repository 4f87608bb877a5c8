import type { Problem } from '../../model/problem.js'
import type { Document, ReadDocument } from '../documents/document.js'
import { tooBig } from '../documents/text.js'

/** What people and their tools write in YAML is shorter; longer lists can be given as JSON. */
export const LARGEST_MANIFEST = 8 * 1024 * 1024

/** Why a manifest is too long to be read as YAML. */
export const tooLong = (file: string, size: number): Problem | undefined =>
  size > LARGEST_MANIFEST ? tooBig(file, size, LARGEST_MANIFEST) : undefined

/** The document without its lines: a manifest may hold secrets, so that no report quotes it. */
export const unquoted = (read: ReadDocument): ReadDocument =>
  'document' in read ? { document: { ...read.document, line: () => undefined } } : read

/** Documents in the order in which they were read, by their number. */
export interface DocumentList {
  readonly documents: readonly Document[]
  /** The number of a document from now on. */
  add(document: Document): number
}

/** A list that begins empty. */
export const documentList = (): DocumentList => {
  const documents: Document[] = []
  return { documents, add: (document) => documents.push(document) - 1 }
}
