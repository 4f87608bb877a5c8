import { remembered } from '../model/remembered.js'
import type { Subject } from '../model/subjects/subject.js'
import { masked } from '../model/value-text.js'

/** Many outcomes are of one subject: its name is looked through once. */
const known = remembered(() => new Map<string, string>())

/** An id, a path, or words with one. Only the reason of an exception is a text of somebody else in it. */
export const maskedId = (text: string): string => (/~|exceptions\b/.test(text) ? masked(text) : text)

/** What a subject is called in a report. Its name is a text of somebody else, and may hold a secret or a person's number. */
export const maskedLabel = ({ label, infrastructure }: Subject): string => {
  const labels = known(infrastructure)
  const before = labels.get(label)
  if (before !== undefined) return before
  const safe = masked(label)
  labels.set(label, safe)
  return safe
}
