import { createHash } from 'node:crypto'

/** A short digest of what identifies a finding: rule, subject and fact by ids. Never a line, never an index. */
export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 24)
