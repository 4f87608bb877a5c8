import { createConnection, type Socket } from 'node:net'
import { visible } from '../../model/visible.js'
import { type ByteQueue, byteQueue } from './byte-queue.js'

/** How a connection came to nothing, and in whose words. */
export interface Ended {
  readonly ended: 'unreachable' | 'closed' | 'reset' | 'silent' | 'too-much'
  readonly words: string
}

/** A connection with bounds: it gives so many bytes at most, and answers by a point in time. */
export interface Channel {
  send(bytes: Uint8Array | string): void
  /** Exactly so many bytes, or how it ended before they came. */
  read(count: number): Promise<Buffer | Ended>
  /** A line without its end, read as Latin-1. */
  line(): Promise<string | Ended>
  /** Bytes that came and were not read. */
  rest(): Buffer
  close(): void
}

/** Where to connect, and within which bounds. */
export interface ChannelOptions {
  readonly host: string
  readonly port: number
  /** Milliseconds for the whole connection, whatever trickles in. */
  readonly timeout: number
}

/** More than this no first flight of a server takes; certificate chains of over a hundred kilobytes are refused everywhere. */
const MOST_BYTES = 512 * 1024
const LONGEST_LINE = 8 * 1024

/** Whether reading ended instead of giving something. */
export const isEnded = (value: unknown): value is Ended =>
  typeof value === 'object' && value !== null && 'ended' in value

const REASONS: Readonly<Record<string, readonly [Ended['ended'], string]>> = {
  ECONNREFUSED: ['unreachable', 'the port is closed: the connection was refused'],
  EHOSTUNREACH: ['unreachable', 'no way leads to the host'],
  ENETUNREACH: ['unreachable', 'no way leads to its network'],
  EADDRNOTAVAIL: ['unreachable', 'the address cannot be used from here'],
  EACCES: ['unreachable', 'connecting is forbidden here'],
  EPERM: ['unreachable', 'connecting is forbidden here'],
  ENOTFOUND: ['unreachable', 'the name does not exist in DNS'],
  EAI_AGAIN: ['unreachable', 'DNS did not answer'],
  ETIMEDOUT: ['unreachable', 'the port is filtered: nothing answered the connection'],
  EMFILE: ['unreachable', 'too many files are open on this machine'],
  ECONNRESET: ['reset', 'the server reset the connection'],
  EPIPE: ['closed', 'the server closed the connection'],
}

/** Opens a connection; what becomes of it is told by what is read. */
export const openChannel = ({ host, port, timeout }: ChannelOptions): Channel => {
  const socket = createConnection({ host, port, noDelay: true })
  const inbox = inboxOf(socket, timeout)
  const { queue } = inbox
  return {
    send: (bytes) => {
      if (!socket.destroyed) socket.write(bytes)
    },
    read: (count) => inbox.when(() => (queue.length >= count ? queue.take(count) : undefined)),
    line: () => inbox.when(() => lineIn(queue)),
    rest: () => queue.take(queue.length),
    close: () => {
      inbox.close()
      socket.destroy()
    },
  }
}

interface Inbox {
  readonly queue: ByteQueue
  /** What is made of what came, as soon as something can be; else how it ended. */
  when<T>(attempt: () => T | Ended | undefined): Promise<T | Ended>
  close(): void
}

const lineIn = (queue: ByteQueue): string | Ended | undefined => {
  const end = queue.peek().subarray(0, LONGEST_LINE).indexOf(10)
  if (end >= 0)
    return queue
      .take(end + 1)
      .toString('latin1')
      .replace(/\r?\n$/, '')
  return queue.length >= LONGEST_LINE
    ? { ended: 'too-much', words: 'the server sent a line without end' }
    : undefined
}

const CLOSED: Ended = { ended: 'closed', words: 'the server closed the connection' }

const inboxOf = (socket: Socket, timeout: number): Inbox => {
  const queue = byteQueue()
  let total = 0
  let end: Ended | undefined
  let wake: (() => void) | undefined
  const finish = (how: Ended): void => {
    end ??= how
    clearTimeout(timer)
    wake?.()
  }
  const timer = setTimeout(() => finish(lateOf(socket, timeout)), timeout)
  socket.on('data', (chunk: Buffer) => {
    queue.push(chunk)
    total += chunk.length
    if (total > MOST_BYTES) {
      finish({ ended: 'too-much', words: `the server sent more than ${MOST_BYTES / 1024} KB` })
      socket.destroy()
    } else wake?.()
  })
  socket.on('end', () => finish(CLOSED))
  socket.on('close', () => finish(CLOSED))
  socket.on('error', (error) => finish(endOf(error)))
  const when = async <T>(attempt: () => T | Ended | undefined): Promise<T | Ended> => {
    for (;;) {
      const found = attempt() ?? end
      if (found !== undefined) return found
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      wake = undefined
    }
  }
  return { queue, when, close: () => finish(CLOSED) }
}

const lateOf = (socket: Socket, timeout: number): Ended =>
  socket.connecting
    ? { ended: 'unreachable', words: `the port is filtered: nothing answered within ${timeout} ms` }
    : { ended: 'silent', words: `no answer within ${timeout} ms` }

const endOf = (error: NodeJS.ErrnoException & { errors?: readonly NodeJS.ErrnoException[] }): Ended => {
  // Several addresses were tried: the last says best why.
  const code = error.code ?? error.errors?.at(-1)?.code ?? ''
  const [ended, words] = REASONS[code] ?? ['unreachable', visible(error.message)]
  return { ended, words }
}
