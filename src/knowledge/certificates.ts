/** Longest lives of public certificates, in days, by the day from which they hold (CA/Browser Forum, SC-081v3). */
const PUBLIC_LIVES: readonly (readonly [from: string, days: number])[] = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
  ['2020-09-01', 398],
]

/** The days that a public certificate may live that is issued on a day. */
export const longestPublicLife = (issuedOn: string): number =>
  PUBLIC_LIVES.find(([from]) => issuedOn >= from)?.[1] ?? 825

/** What lets a certificate be forged. */
export interface CertificateWeakness {
  readonly by: 'signature' | 'key'
  readonly words: string
}

interface KeyAndSignature {
  readonly signature?: string
  readonly keyType?: string
  readonly keyBits?: number
}

/** What is weak about signature and key (NIST SP 800-131A Rev. 2); `undefined` where nothing is known to be. */
export const certificateWeakness = ({
  signature,
  keyType,
  keyBits,
}: KeyAndSignature): CertificateWeakness | undefined => {
  if (signature !== undefined && /md[245]|sha-?1(?!\d)/i.test(signature))
    return { by: 'signature', words: signature }
  if (keyBits === undefined || keyType === undefined) return undefined
  const least = /rsa|^dsa/i.test(keyType) && !/ecdsa/i.test(keyType) ? 2048 : 224
  return keyBits < least ? { by: 'key', words: `${keyType} of ${keyBits} bits` } : undefined
}
