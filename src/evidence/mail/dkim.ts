import { createPublicKey } from 'node:crypto'
import type { Ask } from '../dns/client.js'
import { type Published, tagsOf, textRecord } from './records.js'

/** A key by which mail of a domain is signed (RFC 6376, RFC 8463). */
export interface DkimKey {
  readonly selector: string
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256'
  readonly keyBits?: number
  /** Whether verifiers are asked to take failures for tests (`t=y`). */
  readonly testing: boolean
}

const ED25519_BITS = 256
const ED25519_BYTES = 32

/** Reads the key of a selector. */
export const dkimOf = async (ask: Ask, domain: string, selector: string): Promise<Published<DkimKey>> => {
  // `v` may be left out (RFC 6376, 3.6.1); a key may not.
  const found = await textRecord(
    ask,
    `${selector}._domainkey.${domain}`,
    /^(v\s*=\s*DKIM1\s*;)|(^|;)\s*p\s*=/i,
  )
  if (found.state !== 'published') return found
  const tags = tagsOf(found.text)
  const key = (tags.get('p') ?? '').replace(/\s+/g, '')
  if (key === '') return { state: 'invalid', words: `the key of ${selector} is withdrawn`, text: found.text }
  const bytes = Buffer.from(key, 'base64')
  const testing = (tags.get('t') ?? '').split(':').some((flag) => flag.trim().toLowerCase() === 'y')
  if (tags.get('k')?.toLowerCase() === 'ed25519')
    return bytes.length === ED25519_BYTES
      ? { state: 'published', selector, algorithm: 'ed25519-sha256', keyBits: ED25519_BITS, testing }
      : { state: 'invalid', words: `the key of ${selector} has ${bytes.length} bytes`, text: found.text }
  const keyBits = rsaBits(bytes)
  if (keyBits === undefined)
    return { state: 'invalid', words: `the key of ${selector} cannot be read`, text: found.text }
  return { state: 'published', selector, algorithm: 'rsa-sha256', keyBits, testing }
}

/** Length of an RSA key, in the form of RFC 5280 or, as some publish it, of RFC 8017. */
const rsaBits = (key: Buffer): number | undefined => {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      return createPublicKey({ key, format: 'der', type }).asymmetricKeyDetails?.modulusLength
    } catch {
      // The other form is tried, and then there is none.
    }
  }
  return undefined
}
