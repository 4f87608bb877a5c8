import type { Route } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import type { TagKeys } from '../documents/yaml-tags.js'
import type { Part } from '../workloads/part.js'

const WORDS = ['reset', 'override'] as const

/**
 * Tags by which a file of Compose takes away what weaker files say: `!reset` leaves nothing of it, `!override` puts its
 * own in the place (Compose specification, 13-merge).
 */
export const MERGE_TAGS: TagKeys = {
  words: WORDS,
  keyOf: (word) => (WORDS.some((one) => one === word) ? `!${word}` : undefined),
}

/** What one file says at a place, and whether nothing counts that weaker files say there. */
export interface Said {
  readonly part: Part
  readonly isLast: boolean
}

/** What stands at a place below a part, by the tags on the way. */
export const saidAt = (top: Part, route: Route): Said => {
  let said = untagged(top)
  for (const step of route) {
    const { part, isLast } = untagged(said.part.at(step))
    said = { part, isLast: said.isLast || isLast }
  }
  return said
}

const untagged = (part: Part): Said => {
  const key = tagOf(part.value)
  if (key === '!override') return { part: part.at(key), isLast: true }
  return key === '!reset' ? { part: part.at(key, key), isLast: true } : { part, isLast: false }
}

/** Asked of all services for each of them: names are listed only where a tag is among them. */
const tagOf = (value: unknown): string | undefined => {
  if (!isPlain(value)) return undefined
  const key = WORDS.map((word) => `!${word}`).find((one) => Object.hasOwn(value, one))
  return key !== undefined && Object.keys(value).length === 1 ? key : undefined
}
