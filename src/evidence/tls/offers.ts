import { findSuite, suiteCodes } from '../../knowledge/cipher-suites.js'
import { GROUP_CODES } from '../../knowledge/key-exchange-groups.js'
import type { Offer, RecordVersion } from './client-hello.js'

interface SuiteLists {
  readonly tls13: readonly number[]
  readonly tls12: readonly number[]
  /** Without authenticated encryption, which begins with TLS 1.2 (RFC 5246). */
  readonly older: readonly number[]
}

let lists: SuiteLists | undefined

/** Suites of TLS 1.3 whose cipher `findSuite` does not know (RFC 8998, RFC 9367). */
const FOREIGN_13 = /^TLS_(SM4_[GC]CM_SM3|GOSTR341112_256_WITH_\w+_MGM_[LS])$/

const suiteLists = (): SuiteLists => {
  if (lists) return lists
  const all = [...suiteCodes()]
  const is13 = (name: string): boolean => findSuite(name)?.tls13 ?? FOREIGN_13.test(name)
  const before = all.filter(([, name]) => !is13(name))
  lists = {
    tls13: all.filter(([, name]) => is13(name)).map(([code]) => code),
    tls12: before.map(([code]) => code),
    older: before.filter(([, name]) => !/_(GCM|CCM|POLY1305|MGM)(_|$)/.test(name)).map(([code]) => code),
  }
  return lists
}

/** All suites that a version can have. */
export const suitesOf = (version: RecordVersion): readonly number[] => {
  const { tls13, tls12, older } = suiteLists()
  return version === 'TLSv1.3' ? tls13 : version === 'TLSv1.2' ? tls12 : older
}

/** Suites that almost every server of a version has some of: short hello messages are made of them. */
export const commonSuites = (version: RecordVersion): readonly number[] =>
  suitesOf(version).filter((code) => COMMON.has(code))

const COMMON: ReadonlySet<number> = new Set([
  0x0004, 0x0005, 0x000a, 0x0016, 0x002f, 0x0033, 0x0035, 0x0039, 0x003c, 0x003d, 0x0067, 0x006b, 0x009c,
  0x009d, 0x009e, 0x009f, 0xc007, 0xc009, 0xc00a, 0xc011, 0xc012, 0xc013, 0xc014, 0xc023, 0xc024, 0xc027,
  0xc028, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xccaa, 0x1301, 0x1302, 0x1303,
])

/** Who proves himself by what in a suite; `none` where nobody does by a certificate. */
export type Authentication = 'rsa' | 'ecdsa' | 'dss' | 'dh' | 'gost' | 'none'

/** By what kind of certificate a suite before TLS 1.3 proves who serves. */
export const authenticationOf = (name: string): Authentication => {
  const exchange = /^(?:TLS|SSL)_(\w+?)_WITH_/.exec(name)?.[1] ?? ''
  if (/anon|NULL|KRB5|^(DHE_|ECDHE_)?PSK|^PSK_|^SRP_SHA$|ECCPWD/.test(exchange)) return 'none'
  if (/^(ECDH|DH)_/.test(exchange)) return 'dh'
  if (/GOST/.test(exchange)) return 'gost'
  if (/ECDSA/.test(exchange)) return 'ecdsa'
  return /DSS/.test(exchange) ? 'dss' : 'rsa'
}

const codes = (...names: readonly string[]): readonly number[] =>
  names.map((name) => GROUP_CODES[name] as number)

/** Groups of TLS 1.3, the usual first. */
export const GROUPS_13: readonly number[] = codes(
  'X25519MLKEM768',
  'x25519',
  'secp256r1',
  'secp384r1',
  'secp521r1',
  'x448',
  'SecP256r1MLKEM768',
  'SecP384r1MLKEM1024',
  'ffdhe2048',
  'ffdhe3072',
  'ffdhe4096',
  'ffdhe6144',
  'ffdhe8192',
  'brainpoolP256r1tls13',
  'brainpoolP384r1tls13',
  'brainpoolP512r1tls13',
  'MLKEM512',
  'MLKEM768',
  'MLKEM1024',
  'curveSM2',
  'curveSM2MLKEM768',
  'X25519Kyber768Draft00',
  'SecP256r1Kyber768Draft00',
  'GC256A',
  'GC256B',
  'GC256C',
  'GC256D',
  'GC512A',
  'GC512B',
  'GC512C',
)

const LAST_CURVE = GROUP_CODES['x448'] as number

/**
 * Curves of TLS 1.2 and before, the usual first. The groups of RFC 7919 are left out: a client that names none is
 * given the modulus that the server itself chose.
 */
export const CURVES: readonly number[] = [
  ...codes('x25519', 'secp256r1', 'secp384r1', 'secp521r1', 'x448'),
  ...Object.values(GROUP_CODES).filter((code) => code <= LAST_CURVE && ![23, 24, 25, 29, 30].includes(code)),
  ...codes('GC256A', 'GC256B', 'GC256C', 'GC256D', 'GC512A', 'GC512B', 'GC512C'),
]

/** Both, for a hello that leaves the version to the server. */
export const ALL_GROUPS: readonly number[] = [...new Set([...GROUPS_13.slice(1, 6), ...GROUPS_13, ...CURVES])]

/** An offer of one version. */
export const offerOf = (version: RecordVersion, host: string, more: Partial<Offer> = {}): Offer => ({
  versions: [version],
  suites: suitesOf(version),
  groups: version === 'TLSv1.3' ? GROUPS_13 : CURVES,
  host,
  ...more,
})
