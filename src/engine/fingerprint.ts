import { hash } from 'node:crypto'

/** A short digest of what identifies a finding: rule, subject and fact by ids. Never a line, never an index. */
export const fingerprint = (parts: readonly string[]): string => hash('sha256', parts.join('\0')).slice(0, 24)
