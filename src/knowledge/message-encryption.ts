import { atRestWeakness } from './at-rest.js'

/**
 * What is weak about the algorithm of an encrypted message, S/MIME (RFC 8551) or OpenPGP (RFC 9580), as people write it;
 * `undefined` where nothing is known to be. AES in CBC mode is not: S/MIME has receivers know it.
 */
export const messageWeakness = (algorithm: string): string | undefined => {
  const cipher = atRestWeakness(algorithm)
  if (cipher?.weakness === 'broken-cipher' || cipher?.weakness === 'weak-mode') return cipher.words
  const bits = /RSA[-_ ]?(\d{3,5})\b/i.exec(algorithm)?.[1]
  if (bits !== undefined && Number(bits) < 2048) return `RSA of ${bits} bits`
  return /SHA-?1(?!\d)/i.test(algorithm) ? 'SHA-1' : undefined
}
