import { readFileSync } from 'node:fs'
import { keptByText } from './kept-by-text.js'

/** A cipher suite of TLS, as its name tells it. */
export interface CipherSuite {
  /** IANA name. */
  readonly name: string
  /** Its number in the registry of TLS, four hexadecimal digits; of suites that our list has. */
  readonly codePoint?: string | undefined
  readonly openssl?: string
  /** `any` in TLS 1.3, where the suite does not say it. */
  readonly keyExchange:
    | 'any'
    | 'ecdhe'
    | 'dhe'
    | 'rsa'
    | 'static-dh'
    | 'psk'
    | 'rsa-psk'
    | 'srp'
    | 'krb5'
    | 'null'
  /** Nobody proves who he is. */
  readonly anonymous: boolean
  readonly export: boolean
  readonly cipher: string
  /** Effective bits of the cipher's key; 0 for none. */
  readonly bits: number
  readonly mode: 'aead' | 'cbc' | 'stream' | 'none'
  readonly mac: 'AEAD' | 'MD5' | 'SHA1' | 'SHA256' | 'SHA384' | 'none'
  readonly tls13: boolean
}

interface SuiteData {
  readonly source: string
  readonly date: string
  readonly default: readonly string[]
  readonly current: readonly (readonly [openssl: string, iana: string, protocol: string])[]
  readonly historical: SuiteData['current']
  /** IANA name of a code point, in four hexadecimal digits. */
  readonly codes: Readonly<Record<string, string>>
  /** Name of a cipher kind of SSL 2.0, in six hexadecimal digits. */
  readonly ssl2: Readonly<Record<string, string>>
}

let data: SuiteData | undefined

/** Names of OpenSSL, IANA names, the first protocol that has them, and code points; read when first asked for. */
export const suiteData = (): SuiteData => {
  data ??= JSON.parse(readFileSync(new URL('./cipher-suites.json', import.meta.url), 'utf8')) as SuiteData
  return data
}

let byCode: ReadonlyMap<number, string> | undefined

/** The name of each code point that is registered, or was used, for a suite (IANA, TLS Cipher Suites). */
export const suiteCodes = (): ReadonlyMap<number, string> => {
  byCode ??= new Map(
    Object.entries(suiteData().codes).map(([digits, name]) => [Number.parseInt(digits, 16), name]),
  )
  return byCode
}

/** The name of a suite by its code point; one that nobody registered is told by its digits. */
export const suiteName = (code: number): string =>
  suiteCodes().get(code) ?? `0x${code.toString(16).toUpperCase().padStart(4, '0')}`

const KEY_EXCHANGES: Readonly<Record<string, CipherSuite['keyExchange']>> = {
  NULL: 'null',
  RSA: 'rsa',
  RSA_FIPS: 'rsa',
  DH_DSS: 'static-dh',
  DH_RSA: 'static-dh',
  DHE_DSS: 'dhe',
  DHE_RSA: 'dhe',
  DH_anon: 'dhe',
  ECDH_ECDSA: 'static-dh',
  ECDH_RSA: 'static-dh',
  ECDHE_ECDSA: 'ecdhe',
  ECDHE_RSA: 'ecdhe',
  ECDH_anon: 'ecdhe',
  PSK: 'psk',
  DHE_PSK: 'dhe',
  PSK_DHE: 'dhe',
  ECDHE_PSK: 'ecdhe',
  RSA_PSK: 'rsa-psk',
  SRP_SHA: 'srp',
  SRP_SHA_RSA: 'srp',
  SRP_SHA_DSS: 'srp',
  KRB5: 'krb5',
  ECCPWD: 'ecdhe',
}

type Cipher = readonly [bits: number, mode: CipherSuite['mode']]

const CIPHERS: Readonly<Record<string, Cipher>> = {
  NULL: [0, 'none'],
  RC4_40: [40, 'stream'],
  RC4_56: [56, 'stream'],
  RC4_128: [128, 'stream'],
  RC2_CBC_40: [40, 'cbc'],
  RC2_56: [56, 'cbc'],
  IDEA_CBC: [128, 'cbc'],
  DES40_CBC: [40, 'cbc'],
  DES_CBC_40: [40, 'cbc'],
  DES_CBC: [56, 'cbc'],
  '3DES_EDE_CBC': [112, 'cbc'],
  SEED_CBC: [128, 'cbc'],
  CHACHA20_POLY1305: [256, 'aead'],
  ...Object.fromEntries(
    ['AES', 'CAMELLIA', 'ARIA'].flatMap((name) =>
      [128, 256].flatMap((bits) => [
        [`${name}_${bits}_CBC`, [bits, 'cbc'] as Cipher],
        ...['GCM', 'CCM', 'CCM_8'].map((mode) => [`${name}_${bits}_${mode}`, [bits, 'aead'] as Cipher]),
      ]),
    ),
  ),
}

const MACS: Readonly<Record<string, CipherSuite['mac']>> = {
  MD5: 'MD5',
  SHA: 'SHA1',
  SHA256: 'SHA256',
  SHA384: 'SHA384',
  NULL: 'none',
}

const TLS13 =
  /^TLS_(AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256|AES_128_CCM_SHA256|AES_128_CCM_8_SHA256|SHA256_SHA256|SHA384_SHA384)$/

let byOpenssl: ReadonlyMap<string, string> | undefined

const namesOfOpenssl = (): ReadonlyMap<string, string> => {
  const { current, historical } = suiteData()
  byOpenssl ??= new Map([...current, ...historical].map(([openssl, iana]) => [openssl, iana]))
  return byOpenssl
}

let byIana: ReadonlyMap<string, string> | undefined

const codePoints = (): ReadonlyMap<string, string> => {
  byIana ??= new Map(Object.entries(suiteData().codes).map(([codePoint, iana]) => [iana, codePoint]))
  return byIana
}

/** The suite of an IANA name (RFC 8446 or the TLS registry), of Java's `SSL_…`, or of OpenSSL; `undefined` if unknown. */
export const findSuite = keptByText((name): CipherSuite | undefined => readSuite(name), 2000)

const readSuite = (name: string): CipherSuite | undefined => {
  const openssl = namesOfOpenssl().get(name)
  const iana = openssl ?? name.replace(/^SSL_/, 'TLS_')
  const suite = TLS13.test(iana) ? tls13Suite(iana) : earlierSuite(iana)
  return (
    suite && {
      ...suite,
      // Few ask, and the registry is long.
      get codePoint() {
        return codePoints().get(iana)
      },
      ...(openssl !== undefined && openssl !== name ? { openssl: name } : {}),
    }
  )
}

const tls13Suite = (name: string): CipherSuite => {
  const cipher = name.slice(4).replace(/_SHA\d+$/, '')
  const integrityOnly = /^SHA/.test(cipher)
  const bits = integrityOnly ? 0 : (CIPHERS[cipher]?.[0] ?? 0)
  return {
    name,
    keyExchange: 'any',
    anonymous: false,
    export: false,
    cipher: integrityOnly ? 'NULL' : cipher,
    bits,
    mode: integrityOnly ? 'none' : 'aead',
    mac: integrityOnly ? (cipher as CipherSuite['mac']) : 'AEAD',
    tls13: true,
  }
}

const earlierSuite = (name: string): CipherSuite | undefined => {
  const parts = /^TLS_(\w+)_WITH_(\w+)$/.exec(name)
  if (!parts) return undefined
  const [, exchange = '', rest = ''] = parts
  const isExport = /_EXPORT(1024)?$/.test(exchange)
  const keyExchange = KEY_EXCHANGES[exchange.replace(/_EXPORT(1024)?$/, '')]
  const found = cipherOf(rest)
  if (keyExchange === undefined || !found) return undefined
  return {
    name,
    keyExchange,
    anonymous: /anon/.test(exchange) || exchange === 'NULL',
    export: isExport,
    tls13: false,
    ...found,
  }
}

const cipherOf = (rest: string): Pick<CipherSuite, 'cipher' | 'bits' | 'mode' | 'mac'> | undefined => {
  const cut = rest.lastIndexOf('_')
  // CCM suites of TLS 1.2 end without a MAC.
  const whole = CIPHERS[rest]
  if (whole) return { cipher: rest, bits: whole[0], mode: whole[1], mac: 'AEAD' }
  const cipher = rest.slice(0, cut)
  const known = CIPHERS[cipher]
  const mac = MACS[rest.slice(cut + 1)]
  if (!known || mac === undefined) return undefined
  return { cipher, bits: known[0], mode: known[1], mac: known[1] === 'aead' ? 'AEAD' : mac }
}
