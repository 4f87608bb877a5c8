import { findSuite } from '../knowledge/cipher-suites.js'
import { compareText } from './compare-text.js'
import { atLeast, atMost, parseDuration } from './scalars/duration.js'

/**
 * Whether two claims say the same of a key. Lists of names are sets: their order says nothing. Suites, groups, keys,
 * signatures and whoever a certificate is for go by several names, and durations are written in several units.
 */
export const sameValue = (key: string | undefined, one: unknown, other: unknown): boolean => {
  if (JSON.stringify(inOrder(key, one)) === JSON.stringify(inOrder(key, other))) return true
  return typeof one === 'string' && typeof other === 'string' && sameText(key, one, other)
}

const inOrder = (key: string | undefined, value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((entry) => JSON.stringify(NAMES_OF[key ?? '']?.(entry) ?? entry)).sort(compareText)
    : value

/** One name for what has several, by key. */
const NAMES_OF: Readonly<Record<string, (entry: unknown) => unknown>> = {
  cipherSuites: (entry) => (typeof entry === 'string' ? findSuite(entry)?.name : undefined),
  groups: (entry) => GROUP_ALIASES[String(entry).toLowerCase()] ?? String(entry).toLowerCase(),
}

/** Names of curves by ANSI and by NIST, for those of SEC that TLS registers (RFC 8422, appendix A). */
const GROUP_ALIASES: Readonly<Record<string, string>> = {
  prime256v1: 'secp256r1',
  'p-256': 'secp256r1',
  'p-384': 'secp384r1',
  'p-521': 'secp521r1',
}

const sameText = (key: string | undefined, one: string, other: string): boolean => {
  const same = SAME[key ?? '']
  if (same) return same(one, other)
  const [first, second] = [parseDuration(one), parseDuration(other)]
  return first !== undefined && second !== undefined && atMost(first, second) && atLeast(first, second)
}

type Same = (one: string, other: string) => boolean

/** A name alone is the common name; what is written out must agree in all that it says, in any order. */
const sameName: Same = (one, other) => {
  const [first, second] = [attributesOf(one), attributesOf(other)]
  if (first.length === 0 || second.length === 0) return commonNameOf(one) === commonNameOf(other)
  return first.join('\n') === second.join('\n')
}

const attributesOf = (name: string): readonly string[] =>
  [...name.matchAll(/([a-z\d.]+) ?= ?([^,/\n]+)/gi)]
    .map(([, type = '', value = '']) => `${type.toLowerCase()}=${value.trim().toLowerCase()}`)
    .sort(compareText)

const commonNameOf = (name: string): string =>
  (/(?:^|[,/\n] ?)CN ?= ?([^,/\n]+)/i.exec(name)?.[1] ?? name).trim().toLowerCase()

const sameKeyType: Same = (one, other) => keyType(one) === keyType(other)

/** A key on a curve goes by the curve’s kind, and by what is signed with it. */
const keyType = (name: string): string => {
  const plain = name.toLowerCase().replace(/[^a-z\d]/g, '')
  return /^(ec|ecdsa|ecpublickey|idecpublickey)$/.test(plain) ? 'ec' : plain
}

/** `SHA256-RSA`, `sha256WithRSAEncryption`: a digest, and what it is signed with, where that is said. */
const sameSignature: Same = (one, other) => {
  const [first, second] = [signatureParts(one), signatureParts(other)]
  if (!first || !second) return one.toLowerCase() === other.toLowerCase()
  const isOneSilent = first.key === undefined || second.key === undefined
  return first.digest === second.digest && (isOneSilent || first.key === second.key)
}

const signatureParts = (
  name: string,
): { readonly digest: string; readonly key: string | undefined } | undefined => {
  const plain = name.toLowerCase()
  const digest = /sha-?(?:1|224|256|384|512)(?!\d)|md5/.exec(plain)?.[0]
  return digest === undefined
    ? undefined
    : { digest: digest.replace('-', ''), key: /ecdsa|rsa|dsa/.exec(plain)?.[0] }
}

const sameRecord: Same = (one, other) => recordOf(one) === recordOf(other)

/** Records of SPF and DMARC, of which long ones are kept in quoted parts. */
const recordOf = (text: string): string =>
  text
    .replace(/"\s*"/g, '')
    .replaceAll('"', '')
    .replace(/\s*;\s*/g, ';')
    .replace(/;$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const SAME: Readonly<Record<string, Same>> = {
  subject: sameName,
  issuer: sameName,
  keyType: sameKeyType,
  signature: sameSignature,
  spf: sameRecord,
  record: sameRecord,
}
