import type { Rank } from '../knowledge/terms.js'
import type { Description } from './description.generated.js'
import type { ObservedMessage } from './observed-message.js'

/**
 * What one document claims: a description, read but not yet merged, with the rank of its claims. Its lists keep
 * the order and the indices of the document, so that a route through it is a route through the document.
 */
export interface Layer {
  readonly rank: Rank
  /** Which of the audit's documents it was read from. */
  readonly document: number
  readonly tree: ClaimTree
  /** Whether it only says what was observed of things that others describe. */
  readonly evidence?: true
  /**
   * Where a part of the tree stands, for a tree that has not the shape of its document: that of an import, or of
   * evidence. The nearest place above will do.
   */
  readonly sourceOf?: (route: Route) => Source
}

/** A description, and what only evidence speaks of. */
export type ClaimTree = Description & { readonly messages?: readonly ObservedMessage[] }

/** Keys and indices that lead to a value in a document. */
export type Route = readonly (string | number)[]

/** Where a claim stands in the documents. */
export interface Source {
  readonly document: number
  readonly route: Route
  /** The resource of an import: `module.db.aws_db_instance.main`. */
  readonly address?: string
  /** What one has to know of a claim that nobody wrote: whose default it is, and since when. */
  readonly note?: string
}

/** Who claimed a value and where; `also` is the other place that one has to know to understand the first. */
export interface Origin extends Source {
  readonly rank: Rank
  /** Whether the value stands there; `false` where this is only its nearest stated parent. */
  readonly stated: boolean
  readonly also?: { readonly source: Source; readonly words: string }
}
