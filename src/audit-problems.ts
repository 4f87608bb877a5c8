import type { Infrastructure } from './model/infrastructure.js'
import type { Problem } from './model/problem.js'
import type { Document } from './sources/documents/document.js'
import type { NotRead } from './sources/source.js'

/** `--as-of` that is no day. */
export const badDay = (text: string): Problem => ({
  code: 'bad-usage',
  message: '`--as-of` is not a day',
  found: text,
  expected: 'a day that exists, as 2026-11-24',
})

/** `--max-age` that is no duration. */
export const badAge = (text: string): Problem => ({
  code: 'bad-usage',
  message: '`--max-age` is not a duration',
  found: text,
  expected: 'a duration as `90 days` or P90D',
})

/** Nothing holds ePHI: an audit of nothing is no pass. */
export const nothingToAudit = (
  { assets }: Infrastructure,
  [first]: readonly Document[],
  notRead: readonly NotRead[],
): Problem => ({
  code: 'nothing-to-audit',
  message: `nothing to audit: none of the ${assets.length} assets is said to hold ePHI, and no flow is said to carry it`,
  ...(notRead.length === 0 ? {} : { found: unreadWords(notRead) }),
  expected: '`ephi: [stores]`, or `holds:`, on at least one asset, or `carries: ephi` on a flow',
  ...(first === undefined ? {} : { place: first.locate(['assets']) }),
})

const unreadWords = (notRead: readonly NotRead[]): string => {
  const shown = notRead.slice(0, MOST_UNREAD).map(({ what, count, why }) => `${what} (${count}): ${why}`)
  const more = notRead.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

const MOST_UNREAD = 5
