/** A number, big-endian, in so many bytes. */
export const uint = (value: number, size: 1 | 2 | 3 | 4): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntBE(value, 0, size)
  return bytes
}

/** Numbers of 16 bits, one after the other. */
export const uint16s = (values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value) => uint(value, 2)))

/** Parts with their common length before them, as TLS writes vectors (RFC 8446, 3.4). */
export const vector = (size: 1 | 2 | 3, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([uint(body.length, size), body])
}

/**
 * Reads bytes that a stranger wrote. What is not there reads as zero or empty and sets `short`, which has to be asked
 * before anything that was read is believed.
 */
export interface Reader {
  readonly left: number
  readonly short: boolean
  uint(size: 1 | 2 | 3): number
  take(count: number): Buffer
  /** A vector, whose length stands before it. */
  vector(size: 1 | 2 | 3): Buffer
}

/** A reader of some bytes. */
export const readerOf = (bytes: Buffer): Reader => {
  let at = 0
  let short = false
  const take = (count: number): Buffer => {
    if (count > bytes.length - at) {
      short = true
      at = bytes.length
      return Buffer.alloc(0)
    }
    at += count
    return bytes.subarray(at - count, at)
  }
  const uintOf = (size: 1 | 2 | 3): number => {
    const found = take(size)
    return found.length === size ? found.readUIntBE(0, size) : 0
  }
  return {
    get left() {
      return bytes.length - at
    },
    get short() {
      return short
    },
    uint: uintOf,
    take,
    vector: (size) => take(uintOf(size)),
  }
}
