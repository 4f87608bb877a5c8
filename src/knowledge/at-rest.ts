/** What is wrong with an algorithm for data at rest; `none` where nothing is known to be. */
export interface AtRestWeakness {
  readonly weakness: 'none' | 'broken-cipher' | 'short-key' | 'weak-mode'
  /** In words, for people. */
  readonly words: string
}

/** Ciphers that NIST SP 800-131A Rev. 2 does not allow, or no longer. */
const BROKEN: readonly (readonly [RegExp, string])[] = [
  [/\b(3DES|TDES|TDEA|DES3|DES-?EDE3?|TRIPLE-?DES)\b/, '3DES, which is disallowed for encryption since 2024'],
  [/\bDES\b/, 'DES, whose 56-bit key is broken'],
  [/\b(A?RC4|ARCFOUR)\b/, 'RC4, which is broken'],
  [/\bRC2\b/, 'RC2, which is broken'],
  [/\bBLOWFISH\b|\bBF\b/, 'Blowfish, which has 64-bit blocks and is not approved'],
  [/\b(CAST5|IDEA|SKIPJACK|GOST)\b/, 'a cipher with 64-bit blocks that is not approved'],
  [/\b(ROT13|XOR|BASE64)\b/, 'no encryption at all'],
]

const SOUND = /\b(AES|RIJNDAEL|X?CHACHA20|CAMELLIA|ARIA|SERPENT|TWOFISH)/

/**
 * Judges an algorithm as people write it: `AES-256-GCM`, `aes256`, `3des-cbc`. AES-128 is as good as any here.
 * `undefined` for what it does not know, as a product's name.
 */
export const atRestWeakness = (text: string): AtRestWeakness | undefined => {
  const name = text.toUpperCase().replace(/[_/ ]+/g, '-')
  for (const [pattern, words] of BROKEN) if (pattern.test(name)) return { weakness: 'broken-cipher', words }
  if (!SOUND.test(name)) return undefined
  if (/\bECB\b/.test(name)) return { weakness: 'weak-mode', words: 'ECB, which shows equal blocks as equal' }
  const bits = /AES-?(\d{2,3})\b/.exec(name)?.[1]
  if (bits !== undefined && Number(bits) < 128)
    return { weakness: 'short-key', words: `a key of ${bits} bits` }
  return { weakness: 'none', words: 'nothing' }
}
