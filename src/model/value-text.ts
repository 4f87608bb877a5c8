const LONGEST = 160

/** Values whose text is a secret, by shape: they are never printed. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/,
  /\b\d{3}-\d{2}-\d{4}\b/,
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
]

/** Text with everything that looks like a secret or a person's number taken out. */
export const masked = (text: string): string =>
  SECRETS.reduce((safe, secret) => safe.replace(new RegExp(secret, 'g'), '‹masked›'), text)

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
