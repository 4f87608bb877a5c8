import { keptByText } from '../knowledge/kept-by-text.js'
import { ASSIGNED_SECRET, SECRET_FORMATS, WORKED_OUT_SECRET } from '../knowledge/secret-formats.js'

const LONGEST = 160

/** Values whose text is a secret, or names a person, by shape: they are never printed. */
const SECRETS: readonly RegExp[] = [
  ...SECRET_FORMATS.map(({ pattern }) => pattern),
  /\b\d{3}-\d{2}-\d{4}\b/,
].map((pattern) => new RegExp(pattern, 'g'))

const ASSIGNED = new RegExp(ASSIGNED_SECRET, 'gi')

/** Text with everything that looks like a secret or a person's number taken out. */
export const masked = keptByText((text) => withoutSecrets(text))

const withoutSecrets = (text: string): string =>
  SECRETS.reduce((safe, secret) => safe.replace(secret, '‹masked›'), text).replace(ASSIGNED, '$1‹masked›')

/** A line of a file with the same taken out, and every column kept. */
export const maskedLine = (text: string): string =>
  [...SECRETS, ASSIGNED].reduce(
    (safe, secret) =>
      safe.replace(secret, (whole, before: unknown) => {
        const kept = secret === ASSIGNED ? String(before) : ''
        return kept + '*'.repeat(whole.length - kept.length)
      }),
    text.replace(WORKED_OUT_SECRET, (code) =>
      code.replace(QUOTED, ({ length }) => `"${'*'.repeat(length - 2)}"`),
    ),
  )

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
