import type { Severity } from './terms.js'

/** Groups below 112 bits of security, or whose parameters nobody trusts (NIST SP 800-131A Rev. 2, RFC 8422). */
const WEAK: Readonly<Record<string, string>> = {
  secp160k1: '160 bits',
  secp160r1: '160 bits',
  secp160r2: '160 bits',
  sect163k1: '163 bits',
  sect163r1: '163 bits',
  sect163r2: '163 bits',
  secp192k1: '192 bits',
  secp192r1: '192 bits',
  sect193r1: '193 bits',
  sect193r2: '193 bits',
  prime192v1: '192 bits',
  'p-192': '192 bits',
  ffdhe1024: '1024 bits',
  modp1024: '1024 bits',
}

/** What is weak about a group for key exchange, by IANA or OpenSSL name; `undefined` where nothing is known to be. */
export const groupWeakness = (name: string): string | undefined => WEAK[name.toLowerCase()]

/** How much a Diffie-Hellman modulus of so many bits weighs; `undefined` from 2048 on. */
export const modulusWeakness = (bits: number): Severity | undefined => (bits >= 2048 ? undefined : 'high')
