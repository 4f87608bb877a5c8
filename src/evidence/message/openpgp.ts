/** Algorithms of OpenPGP by number (RFC 9580, 9.3, 9.5, 9.6). */
const CIPHERS: Readonly<Record<number, string>> = {
  1: 'IDEA',
  2: '3DES',
  3: 'CAST5',
  4: 'Blowfish',
  7: 'AES-128',
  8: 'AES-192',
  9: 'AES-256',
  10: 'Twofish',
}
const AEADS: Readonly<Record<number, string>> = { 1: 'EAX', 2: 'OCB', 3: 'GCM' }
const HASHES: Readonly<Record<number, string>> = {
  1: 'MD5',
  2: 'SHA-1',
  8: 'SHA-256',
  9: 'SHA-384',
  10: 'SHA-512',
  11: 'SHA-224',
}

/** What the packets of a message show without a key. */
export interface PgpShown {
  /** Whether encrypted data is in it; what is only signed is armoured as a message too. */
  readonly encrypted?: boolean
  /** Version 2 of the encrypted data names cipher and mode; older data hides the cipher. */
  readonly content?: string
  /** Whether nothing keeps the text from being changed on its way (RFC 9580, 5.7: not to be used). */
  readonly unauthenticated?: boolean
  readonly digest?: string
}

/** The bytes within the first armour of a text; `undefined` where there is none. */
export const dearmored = (text: string): Uint8Array | undefined => {
  const start = /^-----BEGIN PGP (?:MESSAGE|SIGNATURE)-----/m.exec(text)
  const end = start === null ? -1 : text.indexOf('-----END PGP', start.index)
  if (start === null || end < 0) return undefined
  const lines = text.slice(start.index + start[0].length, end).split(/\r?\n/)
  // The first line is what is left of the mark; headers end with an empty one.
  const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '')
  const body = lines.slice(Math.max(blank, 0) + 1).filter((line) => !line.startsWith('='))
  return Buffer.from(body.join(''), 'base64')
}

/** So many packets stand before the encrypted data of any message. */
const MOST_PACKETS = 200

/** Reads the heads of packets as far as they say anything. */
export const pgpShown = (bytes: Uint8Array): PgpShown => {
  let at = 0
  for (let count = 0; count < MOST_PACKETS && at < bytes.length; count++) {
    const packet = packetAt(bytes, at)
    if (!packet) return {}
    const shown = shownBy(packet.tag, bytes.subarray(packet.start, packet.start + 8))
    if (shown) return shown
    at = packet.start + packet.length
  }
  return {}
}

const SIGNATURE = 2
const ENCRYPTED_WITHOUT_INTEGRITY = 9
const ENCRYPTED = 18
const ENCRYPTED_AEAD_DRAFT = 20

const shownBy = (
  tag: number,
  [version = 0, first = 0, second = 0, third = 0]: Uint8Array,
): PgpShown | undefined => {
  switch (tag) {
    case SIGNATURE: {
      const hash = HASHES[version >= 4 ? third : 0]
      return hash === undefined ? {} : { digest: hash }
    }
    case ENCRYPTED_WITHOUT_INTEGRITY:
      return { encrypted: true, unauthenticated: true }
    case ENCRYPTED: {
      if (version !== 2) return { encrypted: true }
      const [cipher, mode] = [CIPHERS[first], AEADS[second]]
      return encryptedWith(cipher === undefined || mode === undefined ? cipher : `${cipher}-${mode}`)
    }
    case ENCRYPTED_AEAD_DRAFT:
      return encryptedWith(CIPHERS[first])
    default:
      return undefined
  }
}

const encryptedWith = (content: string | undefined): PgpShown =>
  content === undefined ? { encrypted: true } : { encrypted: true, content }

/** The head of a packet, of the old and of the new format (RFC 9580, 4.2). */
const packetAt = (
  bytes: Uint8Array,
  at: number,
): { readonly tag: number; readonly start: number; readonly length: number } | undefined => {
  const [head = 0, one = 0, two = 0] = bytes.subarray(at, at + 3)
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if ((head & 0x80) === 0) return undefined
  if (head & 0x40) {
    const tag = head & 0x3f
    if (one < 192) return { tag, start: at + 2, length: one }
    if (one < 224) return { tag, start: at + 3, length: (one - 192) * 256 + two + 192 }
    if (one < 255) return { tag, start: at + 2, length: bytes.length }
    return at + 6 > bytes.length ? undefined : { tag, start: at + 6, length: view.readUInt32BE(at + 2) }
  }
  const [tag, kind] = [(head >> 2) & 0x0f, head & 3]
  if (kind === 3) return { tag, start: at + 1, length: bytes.length }
  const size = 2 ** kind
  if (at + 1 + size > bytes.length) return undefined
  return { tag, start: at + 1 + size, length: view.readUIntBE(at + 1, size) }
}
