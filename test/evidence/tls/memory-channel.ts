import { byteQueue } from '../../../src/evidence/tls/byte-queue.js'
import type { Channel, Ended } from '../../../src/evidence/tls/channel.js'

const CLOSED: Ended = { ended: 'closed', words: 'the server closed the connection' }

/** A connection on which all bytes have come already, and after which it was closed. */
export const memoryChannel = (bytes: Buffer): Channel => {
  const queue = byteQueue()
  queue.push(bytes)
  return {
    send: () => {},
    read: async (count) => (queue.length >= count ? queue.take(count) : CLOSED),
    line: async () => {
      const end = queue.peek().indexOf(10)
      return end < 0
        ? CLOSED
        : queue
            .take(end + 1)
            .toString('latin1')
            .replace(/\r?\n$/, '')
    },
    rest: () => queue.take(queue.length),
    close: () => {},
  }
}
