import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import type { TlsVersionName } from '../../model/scalars/tls-version.js'
import { uint, uint16s, vector } from './bytes.js'

/** A version that has records and hello messages as TLS has them; SSL 2.0 has its own. */
export type RecordVersion = Exclude<TlsVersionName, 'SSLv2'>

/** How versions are written on the wire. */
export const WIRE: Readonly<Record<RecordVersion, number>> = {
  SSLv3: 0x0300,
  'TLSv1.0': 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
}

/** The version of a number on the wire. */
export const versionOf = (wire: number): RecordVersion | undefined =>
  (Object.keys(WIRE) as RecordVersion[]).find((name) => WIRE[name] === wire)

/** A public key for a group, sent ahead so that the server need not ask. */
export interface KeyShare {
  readonly group: number
  readonly key: Buffer
}

/** What a client offers. */
export interface Offer {
  /** Newest first. Before TLS 1.3 only the newest can be said, and a server may take any that is older. */
  readonly versions: readonly RecordVersion[]
  /** Code points, in the client's order. */
  readonly suites: readonly number[]
  readonly groups: readonly number[]
  /** For TLS 1.3; none lets the server name the group that it wants (RFC 8446, 4.1.4). */
  readonly keyShares?: readonly KeyShare[]
  /** Whether to say that an older version is tried because a newer one failed (RFC 7507). */
  readonly fallback?: boolean
  /** DNS name that the certificate should be for; addresses are not sent (RFC 6066, 3). */
  readonly host?: string
}

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746) and TLS_FALLBACK_SCSV (RFC 7507). */
const RENEGOTIATION_SCSV = 0x00ff
const FALLBACK_SCSV = 0x5600

export const EXTENSION = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  pointFormats: 11,
  signatureAlgorithms: 13,
  padding: 21,
  encryptThenMac: 22,
  extendedMasterSecret: 23,
  supportedVersions: 43,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const

// Weak ones too: what a server signs with is to be seen, not to be trusted (RFC 8446, 4.2.3; RFC 8734; TLS SignatureScheme).
const SIGNATURE_ALGORITHMS: readonly number[] = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x081a, 0x081b, 0x081c, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a,
  0x080b, 0x0401, 0x0501, 0x0601, 0x0904, 0x0905, 0x0906, 0x0303, 0x0301, 0x0402, 0x0502, 0x0602, 0x0302,
  0x0203, 0x0201, 0x0202, 0x0101,
]

/** Hello messages of 256 to 511 bytes hang some old load balancers, so that all are longer (RFC 7685). */
const LEAST_LENGTH = 512

/** A ClientHello, ready to send. */
export interface ClientHello {
  /** As records. */
  readonly bytes: Buffer
  /** As the handshake message, which the keys of TLS 1.3 depend on. */
  readonly message: Buffer
  /** The session id that a server of TLS 1.3 has to echo. */
  readonly sessionId: Buffer
}

/** Writes a ClientHello (RFC 6101, 5.6.1.2; RFC 5246, 7.4.1.2; RFC 8446, 4.1.2). */
export const clientHello = (offer: Offer): ClientHello => {
  const tls13 = offer.versions.includes('TLSv1.3')
  const newest = offer.versions[0] ?? 'TLSv1.2'
  const legacy = tls13 ? WIRE['TLSv1.2'] : WIRE[newest]
  const sessionId = tls13 ? randomBytes(32) : Buffer.alloc(0)
  const suites = uint16s([
    ...offer.suites,
    ...(newest === 'TLSv1.3' && offer.versions.length === 1 ? [] : [RENEGOTIATION_SCSV]),
    ...(offer.fallback ? [FALLBACK_SCSV] : []),
  ])
  const head = Buffer.concat([
    uint(legacy, 2),
    randomBytes(32),
    vector(1, sessionId),
    vector(2, suites),
    // Compression is offered so that it is seen; TLS 1.3 forbids to offer it.
    vector(1, Buffer.from(tls13 ? [0] : [1, 0])),
  ])
  // Servers of SSL 3.0 need not know extensions.
  const body = newest === 'SSLv3' ? head : Buffer.concat([head, vector(2, extensionsOf(offer, head.length))])
  const message = Buffer.concat([uint(1, 1), vector(3, body)])
  const record = newest === 'SSLv3' ? WIRE.SSLv3 : WIRE['TLSv1.0']
  return { message, sessionId, bytes: Buffer.concat([uint(22, 1), uint(record, 2), vector(2, message)]) }
}

const extensionsOf = (offer: Offer, headLength: number): Buffer => {
  const { versions, groups, keyShares, host } = offer
  const tls13 = versions.includes('TLSv1.3')
  const before13 = versions.some((version) => version !== 'TLSv1.3')
  const named = host !== undefined && isIP(host) === 0
  const parts: Buffer[] = [
    ...(named
      ? [extension('serverName', vector(2, uint(0, 1), vector(2, Buffer.from(host, 'latin1'))))]
      : []),
    extension('statusRequest', Buffer.from([1, 0, 0, 0, 0])),
    ...(groups.length > 0 ? [extension('supportedGroups', vector(2, uint16s(groups)))] : []),
    extension('pointFormats', vector(1, Buffer.from([0, 1, 2]))),
    ...(tls13 || versions[0] === 'TLSv1.2'
      ? [extension('signatureAlgorithms', vector(2, uint16s(SIGNATURE_ALGORITHMS)))]
      : []),
    ...(before13
      ? [extension('encryptThenMac', Buffer.alloc(0)), extension('extendedMasterSecret', Buffer.alloc(0))]
      : []),
    ...(tls13
      ? [
          extension('supportedVersions', vector(1, uint16s(versions.map((version) => WIRE[version])))),
          extension('keyShare', vector(2, ...(keyShares ?? []).map(shareOf))),
        ]
      : []),
  ]
  const length = headLength + parts.reduce((sum, part) => sum + part.length, 0)
  const padding = Math.max(0, LEAST_LENGTH - length - PADDING_HEAD)
  return Buffer.concat([...parts, ...(padding > 0 ? [extension('padding', Buffer.alloc(padding))] : [])])
}

const PADDING_HEAD = 4

const extension = (name: keyof typeof EXTENSION, body: Buffer): Buffer =>
  Buffer.concat([uint(EXTENSION[name], 2), vector(2, body)])

const shareOf = ({ group, key }: KeyShare): Buffer => Buffer.concat([uint(group, 2), vector(2, key)])
