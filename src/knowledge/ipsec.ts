import type { Severity } from './terms.js'

/** What is weak about a setting of IPsec. */
export interface IpsecWeakness {
  readonly severity: Severity
  readonly words: string
}

const WEAK_GROUPS: ReadonlySet<number> = new Set([1, 2, 5, 22, 23, 24, 25, 26])

/** What is weak about a cipher or an integrity algorithm, as people write it (NIST SP 800-77 Rev. 1). */
export const ipsecWeakness = (name: string): IpsecWeakness | undefined => {
  const plain = name.toLowerCase().replace(/[-_ ]/g, '')
  if (/^(null|none)/.test(plain)) return { severity: 'high', words: `${name}: no protection` }
  if (/^(3des|des|blowfish|cast|rc)/.test(plain))
    return { severity: 'high', words: `${name}: a cipher that is not approved` }
  if (/md5/.test(plain)) return { severity: 'high', words: `${name}: MD5` }
  if (/sha1|^sha$|hmacsha$/.test(plain)) return { severity: 'low', words: `${name}: SHA-1` }
  return undefined
}

/** What is weak about a Diffie-Hellman group, by its IANA number. */
export const ipsecGroupWeakness = (group: number): IpsecWeakness | undefined =>
  WEAK_GROUPS.has(group) ? { severity: 'high', words: `group ${group}` } : undefined

const SOUND_CIPHER =
  /^(aes|aesgcm|aescbc|aesctr|aesccm|aes(128|192|256).*|chacha20(poly1305)?|camellia.*|encraes.*)$/
const SOUND_INTEGRITY = /^(auth|prf)?(hmac)?sha(2)?(256|384|512)(128|192|256)?$|^aes(xcbc|cmac|gmac)/

/** Whether something is known of a cipher or an integrity algorithm, weak or not. */
export const isKnownIpsecName = (name: string): boolean => {
  const plain = name.toLowerCase().replace(/[-_ ]/g, '')
  return ipsecWeakness(name) !== undefined || SOUND_CIPHER.test(plain) || SOUND_INTEGRITY.test(plain)
}

/** Groups of 2048 bits or more, and curves: NIST, Brainpool, Curve25519 and Curve448. */
const SOUND_GROUPS: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 28, 29, 30, 31, 32])

/** Whether something is known of a Diffie-Hellman group, weak or not. */
export const isKnownIpsecGroup = (group: number): boolean => SOUND_GROUPS.has(group) || WEAK_GROUPS.has(group)
