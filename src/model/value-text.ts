import { keptByText } from '../knowledge/kept-by-text.js'
import {
  ANY_FORMAT,
  ASSIGNED_SECRET,
  SECRET_FORMATS,
  WORKED_OUT_SECRET,
} from '../knowledge/secret-formats.js'

const LONGEST = 160

const SOCIAL_SECURITY_NUMBER = /\b\d{3}-\d{2}-\d{4}\b/

/** Values whose text is a secret, or names a person, by shape: they are never printed. */
const SECRETS: readonly RegExp[] = [
  ...SECRET_FORMATS.map(({ pattern }) => pattern),
  SOCIAL_SECURITY_NUMBER,
].map((pattern) => new RegExp(pattern, 'g'))

const ASSIGNED = new RegExp(ASSIGNED_SECRET, 'gi')

// Most texts have nothing of the kind. Each pattern is made ready when it is first tried, which takes longer than trying.

const shapesIn = (text: string): readonly RegExp[] =>
  ANY_FORMAT.test(text) || SOCIAL_SECURITY_NUMBER.test(text) ? SECRETS : []

const isAssignment = (text: string): boolean => text.includes('=') || text.includes(':')

/** Text with everything that looks like a secret or a person's number taken out. */
export const masked = keptByText((text) => withoutSecrets(text))

const withoutSecrets = (text: string): string => {
  const safe = shapesIn(text).reduce((before, secret) => before.replace(secret, '‹masked›'), text)
  return isAssignment(safe) ? safe.replace(ASSIGNED, '$1‹masked›') : safe
}

/** A line of a file with the same taken out, and every column kept. */
export const maskedLine = (text: string): string => {
  const worked = text.includes('=')
    ? text.replace(WORKED_OUT_SECRET, (code) =>
        code.replace(QUOTED, ({ length }) => `"${'*'.repeat(length - 2)}"`),
      )
    : text
  return [...shapesIn(worked), ...(isAssignment(worked) ? [ASSIGNED] : [])].reduce(
    (safe, secret) =>
      safe.replace(secret, (whole, before: unknown) => {
        const kept = secret === ASSIGNED ? String(before) : ''
        return kept + '*'.repeat(whole.length - kept.length)
      }),
    worked,
  )
}

const QUOTED = /"(?:[^"\\]|\\.)*"/g

/** A whole number with a comma between thousands. What the runtime knows of all languages takes it 10 ms to load. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** A value as one would write it in a description, on one line, shortened and masked. */
export const valueText = (value: unknown): string => {
  const text = masked(inline(value, 0))
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

const inline = (value: unknown, depth: number): string => {
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : value.map((one) => inline(one, depth + 1)).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth > 2) return '…'
  const entries = Object.entries(value).map(([key, one]) => `${key}: ${inline(one, depth + 1)}`)
  return `{ ${entries.join(', ')} }`
}
