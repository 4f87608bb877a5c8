import { type CipherSuite, findSuite, suiteData } from './cipher-suites.js'
import { keptByText } from './kept-by-text.js'

/** One suite as OpenSSL lists it. */
interface Listed {
  readonly openssl: string
  readonly suite: CipherSuite
  readonly protocol: string
  readonly historical: boolean
}

type Holds = (listed: Listed) => boolean

const exchange =
  (...kinds: readonly CipherSuite['keyExchange'][]): Holds =>
  ({ suite }) =>
    kinds.includes(suite.keyExchange)
const named =
  (pattern: RegExp): Holds =>
  ({ openssl }) =>
    pattern.test(openssl)
const cipher =
  (pattern: RegExp): Holds =>
  ({ suite }) =>
    pattern.test(suite.cipher)
const both =
  (one: Holds, other: Holds): Holds =>
  (listed) =>
    one(listed) && other(listed)
const not =
  (one: Holds): Holds =>
  (listed) =>
    !one(listed)
const current: Holds = ({ historical }) => !historical
const eNull: Holds = ({ suite }) => suite.bits === 0
const psk: Holds = named(/PSK/)
const anonymous: Holds = ({ suite }) => suite.anonymous
const ephemeralDh = both(both(exchange('dhe'), not(psk)), not(anonymous))
const ephemeralEcdh = both(both(exchange('ecdhe'), not(psk)), not(anonymous))
const isDefault: Holds = ({ openssl }) => suiteData().default.includes(openssl)
const mac =
  (name: CipherSuite['mac']): Holds =>
  ({ suite }) =>
    suite.mac === name
const rsaSigned: Holds = ({ suite }) =>
  /^TLS_(RSA|RSA_EXPORT|RSA_PSK|DHE_RSA|DHE_RSA_EXPORT|ECDHE_RSA|SRP_SHA_RSA)_WITH/.test(suite.name)

/** The words of ciphers(1) of OpenSSL 3. Classes that are broken by now also stand for what older versions had. */
const WORDS: Readonly<Record<string, Holds>> = {
  ALL: both(current, not(eNull)),
  COMPLEMENTOFALL: both(current, eNull),
  DEFAULT: isDefault,
  COMPLEMENTOFDEFAULT: both(both(current, not(eNull)), not(isDefault)),
  HIGH: both(current, not(eNull)),
  MEDIUM: both(({ historical }) => historical, cipher(/^(RC4_128|SEED|IDEA|3DES)/)),
  LOW: cipher(/^DES_CBC$/),
  EXP: ({ suite }) => suite.export,
  EXPORT: ({ suite }) => suite.export,
  EXPORT40: ({ suite }) => suite.export,
  EXPORT56: ({ suite }) => suite.export,
  eNULL: eNull,
  NULL: eNull,
  aNULL: anonymous,
  kRSA: exchange('rsa'),
  RSA: exchange('rsa'),
  kDHE: both(exchange('dhe'), not(psk)),
  kEDH: both(exchange('dhe'), not(psk)),
  DH: both(exchange('dhe'), not(psk)),
  DHE: ephemeralDh,
  EDH: ephemeralDh,
  ADH: both(anonymous, exchange('dhe')),
  kECDHE: both(exchange('ecdhe'), not(psk)),
  kEECDH: both(exchange('ecdhe'), not(psk)),
  ECDH: both(exchange('ecdhe'), not(psk)),
  ECDHE: ephemeralEcdh,
  EECDH: ephemeralEcdh,
  AECDH: both(anonymous, exchange('ecdhe')),
  aRSA: rsaSigned,
  aDSS: named(/DSS/),
  DSS: named(/DSS/),
  aECDSA: named(/ECDSA/),
  ECDSA: named(/ECDSA/),
  PSK: psk,
  aPSK: both(psk, not(named(/^RSA-PSK/))),
  kPSK: named(/^PSK/),
  kRSAPSK: named(/^RSA-PSK/),
  kDHEPSK: named(/^DHE-PSK/),
  kECDHEPSK: named(/^ECDHE-PSK/),
  SRP: exchange('srp'),
  kSRP: exchange('srp'),
  AES: cipher(/^AES/),
  AES128: cipher(/^AES_128/),
  AES256: cipher(/^AES_256/),
  AESGCM: cipher(/^AES_\d+_GCM/),
  AESCCM: cipher(/^AES_\d+_CCM/),
  AESCCM8: cipher(/^AES_\d+_CCM_8/),
  ARIA: cipher(/^ARIA/),
  ARIA128: cipher(/^ARIA_128/),
  ARIA256: cipher(/^ARIA_256/),
  ARIAGCM: cipher(/^ARIA_\d+_GCM/),
  CAMELLIA: cipher(/^CAMELLIA/),
  CAMELLIA128: cipher(/^CAMELLIA_128/),
  CAMELLIA256: cipher(/^CAMELLIA_256/),
  CHACHA20: cipher(/^CHACHA20/),
  '3DES': cipher(/^3DES/),
  DES: cipher(/^DES/),
  RC4: cipher(/^RC4/),
  RC2: cipher(/^RC2/),
  IDEA: cipher(/^IDEA/),
  SEED: cipher(/^SEED/),
  MD5: mac('MD5'),
  SHA1: mac('SHA1'),
  SHA: mac('SHA1'),
  SHA256: mac('SHA256'),
  SHA384: mac('SHA384'),
  'TLSv1.2': ({ protocol }) => protocol === 'TLSv1.2',
  'TLSv1.0': ({ protocol }) => protocol === 'TLSv1',
  TLSv1: ({ protocol }) => protocol === 'TLSv1',
  SSLv3: ({ protocol }) => protocol === 'SSLv3',
}

let list: readonly Listed[] | undefined

const everything = (): readonly Listed[] => {
  const read = (entries: readonly (readonly [string, string, string])[], historical: boolean): Listed[] =>
    entries.flatMap(([openssl, iana, protocol]) => {
      const suite = findSuite(iana)
      return suite && !suite.tls13 ? [{ openssl, suite: { ...suite, openssl }, protocol, historical }] : []
    })
  list ??= [...read(suiteData().current, false), ...read(suiteData().historical, true)]
  return list
}

/** What a string stands for, or the words of it that are not known. */
export type Expansion = { readonly suites: readonly CipherSuite[] } | { readonly unknown: readonly string[] }

/**
 * Expands a cipher string as OpenSSL 3 does (ciphers(1)), without the suites of TLS 1.3, which such a string does not
 * govern. A string with a word that is not known has no expansion.
 */
export const expandCipherString = keptByText((text): Expansion => expanded(text), 1000)

const expanded = (text: string): Expansion => {
  const items = text.split(/[:, ]+/).filter((item) => item !== '')
  const unknown = items.filter((item) => !isKnown(item))
  if (unknown.length > 0 || items.length === 0) return { unknown }
  let chosen: readonly Listed[] = []
  const killed = new Set<Listed>()
  for (const item of items) {
    if (item.startsWith('@')) continue
    const meant = everything().filter(predicateOf(item))
    if (item.startsWith('!')) for (const one of meant) killed.add(one)
    if (/^[!-]/.test(item)) chosen = chosen.filter((one) => !meant.includes(one))
    // A plus sign only moves what is chosen to the end.
    else if (!item.startsWith('+'))
      chosen = [...chosen, ...meant.filter((one) => !chosen.includes(one) && !killed.has(one))]
  }
  return { suites: chosen.map(({ suite }) => suite) }
}

/** Words that nobody writes but for what older versions had. */
const BROKEN_CLASSES: ReadonlySet<string> = new Set([
  'MEDIUM',
  'LOW',
  'EXP',
  'EXPORT',
  'EXPORT40',
  'EXPORT56',
  '3DES',
  'DES',
  'RC4',
  'RC2',
  'IDEA',
  'SEED',
  'MD5',
])

const wordsOf = (item: string): string[] => item.replace(/^[!+-]/, '').split('+')

const isKnown = (item: string): boolean =>
  /^@(STRENGTH|SECLEVEL=[0-5])$/.test(item) ||
  (!item.startsWith('@') &&
    wordsOf(item).every((word) => Object.hasOwn(WORDS, word) || findSuite(word) !== undefined))

const predicateOf = (item: string): Holds => {
  const predicates = wordsOf(item).map((word): Holds => {
    const meant = WORDS[word]
    if (!meant) return ({ openssl, suite }) => openssl === word || suite.name === word
    return BROKEN_CLASSES.has(word) ? meant : both(current, meant)
  })
  return (listed) => predicates.every((holds) => holds(listed))
}
