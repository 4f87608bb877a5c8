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

/** Code points of groups, by IANA name (TLS Supported Groups; RFC 8422, 7919, 8446; draft-ietf-tls-ecdhe-mlkem). */
export const GROUP_CODES: Readonly<Record<string, number>> = {
  sect163k1: 1,
  sect163r1: 2,
  sect163r2: 3,
  sect193r1: 4,
  sect193r2: 5,
  sect233k1: 6,
  sect233r1: 7,
  sect239k1: 8,
  sect283k1: 9,
  sect283r1: 10,
  sect409k1: 11,
  sect409r1: 12,
  sect571k1: 13,
  sect571r1: 14,
  secp160k1: 15,
  secp160r1: 16,
  secp160r2: 17,
  secp192k1: 18,
  secp192r1: 19,
  secp224k1: 20,
  secp224r1: 21,
  secp256k1: 22,
  secp256r1: 23,
  secp384r1: 24,
  secp521r1: 25,
  brainpoolP256r1: 26,
  brainpoolP384r1: 27,
  brainpoolP512r1: 28,
  x25519: 29,
  x448: 30,
  brainpoolP256r1tls13: 31,
  brainpoolP384r1tls13: 32,
  brainpoolP512r1tls13: 33,
  GC256A: 34,
  GC256B: 35,
  GC256C: 36,
  GC256D: 37,
  GC512A: 38,
  GC512B: 39,
  GC512C: 40,
  curveSM2: 41,
  ffdhe2048: 256,
  ffdhe3072: 257,
  ffdhe4096: 258,
  ffdhe6144: 259,
  ffdhe8192: 260,
  MLKEM512: 512,
  MLKEM768: 513,
  MLKEM1024: 514,
  SecP256r1MLKEM768: 4587,
  X25519MLKEM768: 4588,
  SecP384r1MLKEM1024: 4589,
  curveSM2MLKEM768: 4590,
  X25519Kyber768Draft00: 25497,
  SecP256r1Kyber768Draft00: 25498,
}

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(GROUP_CODES).map(([name, code]) => [code, name]),
)

/** The name of a group by its code point; one that is not known is told by its number. */
export const groupName = (code: number): string => NAMES.get(code) ?? `group ${code}`

/** Other names of the same curves, by SEC, NIST and OpenSSL. */
const OTHER_NAMES: ReadonlySet<string> = new Set(['prime256v1', 'p-224', 'p-256', 'p-384', 'p-521'])

const CODE_NAMES: ReadonlySet<string> = new Set(Object.keys(GROUP_CODES).map((name) => name.toLowerCase()))

/** Whether something is known of a group, weak or not. */
export const isKnownGroup = (name: string): boolean => {
  const plain = name.toLowerCase()
  return CODE_NAMES.has(plain) || OTHER_NAMES.has(plain) || groupWeakness(plain) !== undefined
}
