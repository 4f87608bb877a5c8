import { type Reader, readerOf } from './bytes.js'
import { EXTENSION, type RecordVersion, versionOf } from './client-hello.js'

/** What a server chose, as its ServerHello says. */
export interface ServerHello {
  readonly version: RecordVersion
  /** Code point. */
  readonly suite: number
  /** Whether DEFLATE or another compression was chosen. */
  readonly compression: boolean
  /** Whether it knows secure renegotiation (RFC 5746). */
  readonly renegotiation: boolean
  readonly extendedMasterSecret: boolean
  readonly encryptThenMac: boolean
  /** TLS 1.3: the group that was chosen, or is asked for. */
  readonly group?: number
  /** TLS 1.3: the server's public key; absent where it asks for another hello. */
  readonly key?: Buffer
  /** Whether the server asks for another hello (HelloRetryRequest). */
  readonly retry: boolean
}

/** The random value by which a HelloRetryRequest is known (RFC 8446, 4.1.3). */
const RETRY = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex')

/** Reads the body of a ServerHello (RFC 5246, 7.4.1.3; RFC 8446, 4.1.3); `undefined` where it is none. */
export const readServerHello = (body: Buffer): ServerHello | undefined => {
  const reader = readerOf(body)
  const legacy = reader.uint(2)
  const random = reader.take(32)
  reader.vector(1)
  const suite = reader.uint(2)
  const compression = reader.uint(1)
  const found = reader.left > 0 ? extensionsIn(readerOf(reader.vector(2))) : new Map<number, Buffer>()
  if (reader.short || found === undefined) return undefined
  const supported = found.get(EXTENSION.supportedVersions)
  const version = versionOf(supported ? readerOf(supported).uint(2) : legacy)
  if (version === undefined) return undefined
  return {
    version,
    suite,
    compression: compression !== 0,
    renegotiation: found.has(EXTENSION.renegotiationInfo),
    extendedMasterSecret: found.has(EXTENSION.extendedMasterSecret),
    encryptThenMac: found.has(EXTENSION.encryptThenMac),
    retry: random.equals(RETRY),
    ...shareIn(found.get(EXTENSION.keyShare)),
  }
}

const shareIn = (bytes: Buffer | undefined): Pick<ServerHello, 'group' | 'key'> => {
  if (bytes === undefined) return {}
  const reader = readerOf(bytes)
  const group = reader.uint(2)
  if (reader.left === 0) return { group }
  return { group, key: reader.vector(2) }
}

/** The extensions of a message, by number; `undefined` where they are cut. */
export const extensionsIn = (reader: Reader): Map<number, Buffer> | undefined => {
  const found = new Map<number, Buffer>()
  while (reader.left > 0 && !reader.short) found.set(reader.uint(2), reader.vector(2))
  return reader.short ? undefined : found
}

/** A certificate chain as it was sent, and the OCSP staples of TLS 1.3. */
export interface SentChain {
  /** DER, the server's own first. */
  readonly certificates: readonly Buffer[]
  readonly staple?: Buffer
}

/** So many certificates no chain has. */
const MOST_CERTIFICATES = 32

/** Reads the body of a Certificate message up to TLS 1.2 (RFC 5246, 7.4.2). */
export const readCertificates = (body: Buffer): SentChain | undefined => {
  const outer = readerOf(body)
  const reader = readerOf(outer.vector(3))
  const certificates: Buffer[] = []
  while (reader.left > 0 && !reader.short && certificates.length < MOST_CERTIFICATES)
    certificates.push(reader.vector(3))
  return outer.short || reader.short ? undefined : { certificates }
}

/** Reads the body of a Certificate message of TLS 1.3 (RFC 8446, 4.4.2). */
export const readCertificates13 = (body: Buffer): SentChain | undefined => {
  const outer = readerOf(body)
  outer.vector(1)
  const reader = readerOf(outer.vector(3))
  const certificates: Buffer[] = []
  let staple: Buffer | undefined
  while (reader.left > 0 && !reader.short && certificates.length < MOST_CERTIFICATES) {
    certificates.push(reader.vector(3))
    const found = extensionsIn(readerOf(reader.vector(2)))
    if (certificates.length === 1) staple = stapleIn(found?.get(EXTENSION.statusRequest))
  }
  if (outer.short || reader.short) return undefined
  return { certificates, ...(staple ? { staple } : {}) }
}

/** The OCSP response in a CertificateStatus (RFC 6066, 8). */
export const stapleIn = (bytes: Buffer | undefined): Buffer | undefined => {
  if (bytes === undefined) return undefined
  const reader = readerOf(bytes)
  if (reader.uint(1) !== 1) return undefined
  const response = reader.vector(3)
  return reader.short || response.length === 0 ? undefined : response
}

/** What a ServerKeyExchange says of the key exchange. */
export interface KeyExchange {
  /** Code point of the curve. */
  readonly group?: number
  /** Length of the Diffie-Hellman modulus. */
  readonly dhBits?: number
}

/** Reads the body of a ServerKeyExchange of an ephemeral suite (RFC 5246, 7.4.3; RFC 8422, 5.4; RFC 4279, RFC 5489: with a hint). */
export const readKeyExchange = (
  body: Buffer,
  kind: 'ecdhe' | 'dhe',
  withHint: boolean,
): KeyExchange | undefined => {
  const reader = readerOf(body)
  if (withHint) reader.vector(2)
  if (kind === 'dhe') {
    const modulus = reader.vector(2)
    return reader.short ? undefined : { dhBits: bitsOf(modulus) }
  }
  const named = reader.uint(1) === NAMED_CURVE
  const group = reader.uint(2)
  return reader.short || !named ? undefined : { group }
}

const NAMED_CURVE = 3

const bitsOf = (number: Buffer): number => {
  const start = number.findIndex((byte) => byte !== 0)
  return start < 0 ? 0 : (number.length - start) * 8 - Math.clz32(number[start] ?? 0) + 24
}
