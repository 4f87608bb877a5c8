import { type CipherSuite, findSuite } from './cipher-suites.js'
import { SEVERITIES, type Severity } from './terms.js'

/** What is weak about a suite. */
export interface SuiteWeakness {
  readonly severity: Severity
  readonly words: string
  /** Whether it gives no encryption, or no peer, at all. */
  readonly worthless: boolean
}

/** Where a suite is offered. */
export interface OfferedWith {
  /** Of the endpoint. Mail between strangers is encrypted opportunistically, with whatever both have. */
  readonly protocol?: string | undefined
  /** Whether TLS 1.3 is offered as well. */
  readonly tls13: boolean
  /** Whether a suite with authenticated encryption is offered as well. */
  readonly aead: boolean
}

type Grade = (suite: CipherSuite, offered: OfferedWith) => SuiteWeakness | undefined

const weak = (severity: Severity, words: string, worthless = false): SuiteWeakness => ({
  severity,
  words,
  worthless,
})

// NIST SP 800-52 Rev. 2, RFC 9325 and RFC 7465; how much each weighs is ours.
const GRADES: readonly Grade[] = [
  ({ bits }) => (bits === 0 ? weak('critical', 'no encryption', true) : undefined),
  ({ export: isExport, bits }) =>
    isExport || (bits > 0 && bits <= 64)
      ? weak('critical', 'a key that is searched in hours', true)
      : undefined,
  ({ anonymous }, { protocol }) =>
    anonymous
      ? protocol === 'smtp'
        ? weak('low', 'anonymous key exchange, usual in opportunistic mail')
        : weak('critical', 'nobody proves who he is', true)
      : undefined,
  ({ cipher }) => (cipher.startsWith('RC4') ? weak('high', 'RC4 (RFC 7465)') : undefined),
  ({ cipher }) => (/^(3DES|IDEA)/.test(cipher) ? weak('high', '64-bit blocks (Sweet32)') : undefined),
  ({ mac }) => (mac === 'MD5' ? weak('high', 'MD5') : undefined),
  ({ keyExchange, mode, mac }, { tls13 }) =>
    keyExchange === 'rsa'
      ? weak(
          mode === 'cbc' && mac === 'SHA1' && !tls13 ? 'high' : 'medium',
          'static RSA key exchange, without forward secrecy',
        )
      : undefined,
  ({ keyExchange }) =>
    keyExchange === 'static-dh'
      ? weak('medium', 'static Diffie-Hellman, without forward secrecy')
      : undefined,
  ({ keyExchange }) =>
    /^(psk|rsa-psk|krb5|srp)$/.test(keyExchange) ? weak('medium', 'no forward secrecy') : undefined,
  ({ mode, mac }, { aead }) =>
    mode === 'cbc' ? weak(mac === 'SHA1' && !aead ? 'medium' : 'low', 'CBC (Lucky 13)') : undefined,
  ({ cipher }) => (cipher.endsWith('CCM_8') ? weak('info', 'a tag of 64 bits') : undefined),
  ({ cipher }) =>
    /^(CAMELLIA|ARIA|SEED)/.test(cipher) ? weak('info', 'a cipher that NIST has not approved') : undefined,
]

/** The worst that is wrong with a suite; `undefined` where nothing is. */
export const suiteWeakness = (suite: CipherSuite, offered: OfferedWith): SuiteWeakness | undefined =>
  GRADES.map((grade) => grade(suite, offered))
    .filter((found) => found !== undefined)
    .sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))[0]

/** Whether a suite is bad whatever else is offered beside it: then one that was seen is enough. */
export const isBadSuite = (name: string): boolean => {
  const suite = findSuite(name)
  const weakness = suite && suiteWeakness(suite, { tls13: true, aead: true })
  return weakness?.severity === 'critical' || weakness?.severity === 'high'
}
