/** Bytes that came in chunks, taken out in other sizes. */
export interface ByteQueue {
  readonly length: number
  push(chunk: Buffer): void
  /** The first bytes, which must be there. */
  take(count: number): Buffer
  /** All of them, left where they are. */
  peek(): Buffer
}

/** An empty queue. */
export const byteQueue = (): ByteQueue => {
  let chunks: Buffer[] = []
  let length = 0
  const peek = (): Buffer => {
    if (chunks.length > 1) chunks = [Buffer.concat(chunks)]
    return chunks[0] ?? Buffer.alloc(0)
  }
  return {
    get length() {
      return length
    },
    push: (chunk) => {
      chunks.push(chunk)
      length += chunk.length
    },
    peek,
    take: (count) => {
      const bytes = peek()
      length -= count
      chunks = length === 0 ? [] : [bytes.subarray(count)]
      return bytes.subarray(0, count)
    },
  }
}
