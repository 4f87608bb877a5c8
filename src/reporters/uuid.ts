import { createHash } from 'node:crypto'

/** Ours, chosen once and never to be changed: every identifier of a report follows from it. */
const NAMESPACE = Buffer.from('8f1d3c0e5b7a4d6290c4e1a7b25f9d38', 'hex')

/** A UUID of version 5 (RFC 9562, 5.5): the same for the same parts, on every machine. */
export const uuidOf = (...parts: readonly string[]): string => {
  const bytes = createHash('sha1').update(NAMESPACE).update(parts.join('\0')).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
