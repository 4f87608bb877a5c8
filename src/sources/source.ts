import type { SourceFiles } from '../model/description.generated.js'
import type { Layer } from '../model/layer.js'
import type { Problem } from '../model/problem.js'
import type { Candidate } from './candidate.js'
import type { Document } from './documents/document.js'
import type { FileTree } from './file-tree.js'

/** What `sources[].type` may say. */
export type SourceType = NonNullable<SourceFiles['type']>

/** A format of infrastructure as code. Told apart by content: names of files prove nothing. */
export interface Source {
  readonly id: string
  /** As people call it: `Terraform`. */
  readonly title: string
  /** The words of `sources[].type` that mean it. */
  readonly types: readonly SourceType[]
  /** Whether a text is of this format. */
  recognises(candidate: Candidate): boolean
  /** Splits files that were given together into what stands alone: one plan, one folder of modules. */
  units(files: readonly Candidate[]): readonly Unit[]
  /** Reads one unit. What input can cause is a problem; what has no mapping is counted in `notRead`. */
  read(unit: Unit, context: ReadContext): Imported
}

/** What is read as one import. */
export interface Unit {
  /** What it is called if nobody gives it an id: the name of its file or folder. */
  readonly name: string
  readonly files: readonly Candidate[]
}

/** What a source needs to know besides its files. */
export interface ReadContext {
  /** `prod` of `prod:aws_db_instance.main`. */
  readonly sourceId: string
  /** The address with its source, as overlays write it. */
  address(address: string): string
  /**
   * The id under which a thing at an address goes in the tree: the id of the overlay that names the address, else one
   * made of it. The same for the same address, so that references need no renaming.
   */
  idOf(address: string): string
  /** Other files, of local modules for example. Nothing outside the tree is read. */
  readonly tree: FileTree
}

/** Resources, files or parts that nothing was made of, and why. */
export interface NotRead {
  /** A type of resource, or a file. */
  readonly what: string
  readonly count: number
  readonly why: string
  /** The file where it stands, or the first of several. */
  readonly file?: string
}

/** What became of a unit. Numbers of documents count from the first of `documents`. */
export interface Imported {
  readonly documents: readonly Document[]
  readonly layers: readonly Layer[]
  readonly notRead: readonly NotRead[]
  readonly problems: readonly Problem[]
}
