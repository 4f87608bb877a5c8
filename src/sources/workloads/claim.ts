import type { Source } from '../../model/layer.js'
import type { EntryDraft } from '../resources/draft.js'

/** A value that is to be claimed, and where it stands. */
export interface Claim<T> {
  readonly value: T
  readonly source: Source
  /** Whose default it is, and since when; so where nobody wrote the value. */
  readonly note?: string
}

/** Claims what is written, or what holds where nothing is. */
export const claim = (entry: EntryDraft, path: string, { value, source, note }: Claim<unknown>): void =>
  note === undefined ? entry.set(path, value, source) : entry.assume(path, value, source, note)

/** The day on which the defaults of software were last compared with its documentation. */
export const CHECKED = '2026-11-25'

/** Whose default something is, in words. */
export const defaultOf = (whose: string, what: string): string =>
  `default of ${whose}: ${what} (as documented on ${CHECKED})`
