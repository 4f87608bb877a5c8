import type { Severity } from './terms.js'

/** What is wrong with a record in the DNS of a mail domain. */
export interface MailRecordFault {
  readonly severity: Severity
  readonly words: string
}

/** Terms of SPF that make a receiver ask the DNS (RFC 7208, 4.6.4). */
const LOOKING_UP = /^[+?~-]?(include:|a$|a[:/]|mx$|mx[:/]|ptr$|ptr:|exists:)|^redirect=/
const MOST_LOOKUPS = 10

/** The terms of an SPF record, in small letters; the strings of a long record may be quoted apart. */
const spfTerms = (record: string): readonly string[] =>
  record.replace(/"\s*"/g, '').replaceAll('"', '').trim().toLowerCase().split(/\s+/)

/** What stands behind `all` is passed over, and so is `redirect` wherever it stands (RFC 7208, 5.1). */
const reached = (terms: readonly string[]): readonly string[] => {
  const all = terms.findIndex((term) => /^[+?~-]?all$/.test(term))
  return all < 0 ? terms : terms.slice(0, all).filter((term) => !term.startsWith('redirect='))
}

/**
 * What is wrong with an SPF record (RFC 7208); `undefined` where nothing is seen to be. Records that it includes are not
 * looked up, so that only its own ten look-ups are counted.
 */
export const spfFault = (record: string): MailRecordFault | undefined => {
  const [version, ...terms] = spfTerms(record)
  if (version !== 'v=spf1') return { severity: 'medium', words: 'no SPF record' }
  if (terms.includes('v=spf1'))
    return { severity: 'medium', words: 'two SPF records, so that neither counts (RFC 7208, 4.5)' }
  const open = terms.find((term) => /^\+?all$/.test(term) || /^\+?ip[46]:[^/]*\/0$/.test(term))
  if (open !== undefined)
    return { severity: 'high', words: `\`${open}\`, which lets every server on earth send` }
  const asked = reached(terms).filter((term) => LOOKING_UP.test(term)).length
  if (asked > MOST_LOOKUPS)
    return { severity: 'medium', words: `${asked} look-ups, of which ${MOST_LOOKUPS} are allowed` }
  if (terms.some((term) => /^[~-]all$/.test(term) || term.startsWith('redirect='))) return undefined
  return terms.includes('?all')
    ? { severity: 'medium', words: '`?all`, which says nothing of other servers' }
    : { severity: 'medium', words: 'no `all` at its end, so that it says nothing of other servers' }
}

/** The tags of a DMARC record (RFC 9989), in small letters. */
export const dmarcTags = (record: string): ReadonlyMap<string, string> =>
  new Map(
    record.split(';').flatMap((part) => {
      const [tag = '', ...value] = part.split('=')
      return tag.trim() === '' || value.length === 0
        ? []
        : [[tag.trim().toLowerCase(), value.join('=').trim().toLowerCase()] as const]
    }),
  )

/** The version comes first, in these very letters (RFC 9989, 4.7 and 4.8). */
const IS_DMARC = /^\s*[vV]\s*=\s*DMARC1\s*(;|$)/

/** What keeps a DMARC record from having forged mail refused; `undefined` where nothing is seen to. */
export const dmarcFault = (record: string): MailRecordFault | undefined => {
  const tags = dmarcTags(record)
  if (!IS_DMARC.test(record)) return { severity: 'medium', words: 'no DMARC record' }
  const policy = tags.get('p')
  if (policy !== 'quarantine' && policy !== 'reject')
    return {
      severity: 'medium',
      words: policy === undefined ? 'no `p`, which is read as none' : `p=${policy}`,
    }
  if (tags.get('t') === 'y')
    return policy === 'reject'
      ? { severity: 'low', words: 't=y, by which reject is taken for quarantine (RFC 9989, 4.7)' }
      : { severity: 'medium', words: 't=y, by which quarantine is taken for none (RFC 9989, 4.7)' }
  const share = Number(tags.get('pct') ?? 100)
  return share < 100
    ? { severity: 'low', words: `pct=${tags.get('pct')}, a tag that RFC 9989 took away` }
    : undefined
}

/** What is weak about a DKIM signature (RFC 8301, RFC 8463); `undefined` where nothing is known to be. */
export const dkimFault = (
  keyBits: number | undefined,
  algorithm: string | undefined,
): MailRecordFault | undefined => {
  if (algorithm !== undefined && /sha-?1(?!\d)/i.test(algorithm))
    return { severity: 'medium', words: `${algorithm}, which verifiers must refuse` }
  if (keyBits === undefined || /ed25519/i.test(algorithm ?? '')) return undefined
  if (keyBits < 1024)
    return { severity: 'medium', words: `a key of ${keyBits} bits, which verifiers must refuse` }
  return keyBits < 2048 ? { severity: 'low', words: `a key of ${keyBits} bits` } : undefined
}
