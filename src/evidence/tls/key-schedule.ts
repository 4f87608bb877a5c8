import {
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
} from 'node:crypto'
import { GROUP_CODES } from '../../knowledge/key-exchange-groups.js'
import { uint, vector } from './bytes.js'
import type { KeyShare } from './client-hello.js'

/** A key share, and what its secret makes of the server's. */
export interface OwnKey extends KeyShare {
  /** The common secret; `undefined` where the server's key is none of the group. */
  agree(key: Buffer): Buffer | undefined
}

const CURVES: Readonly<Record<number, string>> = {
  [GROUP_CODES['secp256r1'] as number]: 'prime256v1',
  [GROUP_CODES['secp384r1'] as number]: 'secp384r1',
  [GROUP_CODES['secp521r1'] as number]: 'secp521r1',
}

/** DER before the raw public keys of X25519 and X448 (RFC 8410). */
const RAW: Readonly<Record<number, readonly [type: 'x25519' | 'x448', prefix: string]>> = {
  [GROUP_CODES['x25519'] as number]: ['x25519', '302a300506032b656e032100'],
  [GROUP_CODES['x448'] as number]: ['x448', '3042300506032b656f033900'],
}

/** A fresh key for a group; `undefined` for groups that our runtime does not have. */
export const ownKey = (group: number): OwnKey | undefined => {
  const raw = RAW[group]
  if (raw) return rawKey(group, raw)
  const curve = CURVES[group]
  if (curve === undefined) return undefined
  const ecdh = createECDH(curve)
  return { group, key: ecdh.generateKeys(), agree: (key) => tried(() => ecdh.computeSecret(key)) }
}

const rawKey = (group: number, [type, prefix]: readonly ['x25519' | 'x448', string]): OwnKey => {
  const head = Buffer.from(prefix, 'hex')
  const { publicKey, privateKey } = generateKeyPairSync(type as 'x25519')
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(head.length)
  return {
    group,
    key,
    agree: (other) =>
      tried(() => {
        const theirs = createPublicKey({ key: Buffer.concat([head, other]), format: 'der', type: 'spki' })
        return diffieHellman({ privateKey, publicKey: theirs })
      }),
  }
}

/** What a stranger sends need not be a key. */
const tried = <T>(attempt: () => T): T | undefined => {
  try {
    return attempt()
  } catch {
    return undefined
  }
}

/** Opens the records of a server's handshake in TLS 1.3, one after the other; `undefined` where one does not open. */
export type Opener = (header: Buffer, body: Buffer) => Buffer | undefined

interface Aead {
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305' | 'aes-128-ccm'
  readonly hash: 'sha256' | 'sha384'
  readonly keyLength: number
  readonly tagLength: number
}

const AEADS: Readonly<Record<number, Aead>> = {
  4865: { cipher: 'aes-128-gcm', hash: 'sha256', keyLength: 16, tagLength: 16 },
  4866: { cipher: 'aes-256-gcm', hash: 'sha384', keyLength: 32, tagLength: 16 },
  4867: { cipher: 'chacha20-poly1305', hash: 'sha256', keyLength: 32, tagLength: 16 },
  4868: { cipher: 'aes-128-ccm', hash: 'sha256', keyLength: 16, tagLength: 16 },
  4869: { cipher: 'aes-128-ccm', hash: 'sha256', keyLength: 16, tagLength: 8 },
}

/**
 * The key of the server's handshake messages, from the common secret and the two hello messages (RFC 8446, 7.1);
 * `undefined` for a suite that cannot be opened.
 */
export const handshakeOpener = (
  suite: number,
  secret: Buffer,
  transcript: readonly Buffer[],
): Opener | undefined => {
  const aead = AEADS[suite]
  if (!aead) return undefined
  const { hash, keyLength } = aead
  const size = hash === 'sha256' ? 32 : 48
  const hashed = (...parts: readonly Buffer[]): Buffer =>
    createHash(hash).update(Buffer.concat(parts)).digest()
  const early = extract(hash, Buffer.alloc(size), Buffer.alloc(size))
  const salt = expand(hash, early, 'derived', hashed(), size)
  const handshake = extract(hash, salt, secret)
  const traffic = expand(hash, handshake, 's hs traffic', hashed(...transcript), size)
  const key = expand(hash, traffic, 'key', Buffer.alloc(0), keyLength)
  const iv = expand(hash, traffic, 'iv', Buffer.alloc(0), 12)
  let sequence = 0
  return (header, body) => {
    const nonce = Buffer.from(iv)
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ sequence++) >>> 0, 8)
    return opened(aead, key, nonce, header, body)
  }
}

const extract = (hash: string, salt: Buffer, secret: Buffer): Buffer =>
  createHmac(hash, salt).update(secret).digest()

/** HKDF-Expand-Label; our runtime's HKDF extracts as well, so that it is written out (RFC 5869, 2.3). */
const expand = (hash: string, secret: Buffer, label: string, context: Buffer, length: number): Buffer => {
  const info = Buffer.concat([uint(length, 2), vector(1, Buffer.from(`tls13 ${label}`)), vector(1, context)])
  // No output is longer than one block of the hash.
  return createHmac(hash, secret)
    .update(info)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length)
}

const opened = (
  { cipher, tagLength }: Aead,
  key: Buffer,
  nonce: Buffer,
  header: Buffer,
  body: Buffer,
): Buffer | undefined => {
  if (body.length < tagLength) return undefined
  const sealed = body.subarray(0, body.length - tagLength)
  return tried(() => {
    const decipher = createDecipheriv(cipher as 'aes-128-ccm', key, nonce, { authTagLength: tagLength })
    decipher.setAuthTag(body.subarray(body.length - tagLength))
    decipher.setAAD(header, { plaintextLength: sealed.length })
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  })
}
