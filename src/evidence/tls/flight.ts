import { findSuite, suiteName } from '../../knowledge/cipher-suites.js'
import { visible } from '../../model/visible.js'
import { UNRECOGNIZED_NAME } from './alerts.js'
import { type Channel, type Ended, isEnded } from './channel.js'
import type { ClientHello } from './client-hello.js'
import { handshakeOpener, type Opener, type OwnKey } from './key-schedule.js'
import {
  type KeyExchange,
  readCertificates,
  readCertificates13,
  readKeyExchange,
  readServerHello,
  type SentChain,
  type ServerHello,
  stapleIn,
} from './server-hello.js'

/** What a server sent before it waits for the client. */
export interface Flight {
  readonly hello: ServerHello
  readonly chain?: SentChain
  readonly keyExchange?: KeyExchange
  /** Whether it asks for the client's certificate. */
  readonly certificateRequested: boolean
  /** Whether all of it was read. */
  readonly whole: boolean
}

/** What came of one hello. */
export type HelloAnswer =
  | { readonly kind: 'hello'; readonly flight: Flight }
  | { readonly kind: 'alert'; readonly code: number }
  | { readonly kind: 'ended'; readonly how: Ended['ended']; readonly words: string }
  | { readonly kind: 'not-tls'; readonly words: string }

/** How much of a flight to wait for. */
export type Enough = (flight: Flight) => boolean

const RECORD_HEAD = 5
const MESSAGE_HEAD = 4
/** 2^14 bytes, and what encryption adds (RFC 5246, 6.2.3). */
const LONGEST_RECORD = 16_384 + 2_048
const LONGEST_MESSAGE = 256 * 1024

const TYPE = { changeCipherSpec: 20, alert: 21, handshake: 22, data: 23 } as const
const MESSAGE = {
  serverHello: 2,
  certificate: 11,
  keyExchange: 12,
  certificateRequest: 13,
  done: 14,
  certificateVerify: 15,
  finished: 20,
  certificateStatus: 22,
} as const

interface Reading {
  readonly hello: ClientHello
  readonly keys: readonly OwnKey[]
  flight: Flight | undefined
  open: Opener | undefined
  /** Handshake bytes that do not make a message yet. */
  pending: Buffer[]
  pendingLength: number
  /** So many are needed for the next message, as far as is known. */
  needed: number
}

type Step = HelloAnswer | 'more'

/** Reads a server's answer to a hello until there is enough of it, or no more comes. */
export const readFlight = async (
  channel: Channel,
  hello: ClientHello,
  keys: readonly OwnKey[],
  enough: Enough,
): Promise<HelloAnswer> => {
  const reading: Reading = {
    hello,
    keys,
    flight: undefined,
    open: undefined,
    pending: [],
    pendingLength: 0,
    needed: MESSAGE_HEAD,
  }
  for (;;) {
    const head = await channel.read(RECORD_HEAD)
    if (isEnded(head)) return reading.flight ? seen(reading.flight) : endedBefore(channel, head)
    const length = head.readUInt16BE(3)
    if (!isRecord(head) || length > LONGEST_RECORD)
      return reading.flight ? seen(reading.flight) : notTls(Buffer.concat([head, channel.rest()]))
    const body = await channel.read(length)
    if (isEnded(body))
      return reading.flight ? seen(reading.flight) : { kind: 'ended', how: body.ended, words: body.words }
    const step = stepOf(reading, head, body)
    if (step !== 'more') return step
    if (reading.flight && (enough(reading.flight) || reading.flight.whole)) return seen(reading.flight)
  }
}

const seen = (flight: Flight): HelloAnswer => ({ kind: 'hello', flight })

const isRecord = (head: Buffer): boolean =>
  (head[0] ?? 0) >= TYPE.changeCipherSpec && (head[0] ?? 0) <= TYPE.data && head[1] === 3

const endedBefore = (channel: Channel, { ended, words }: Ended): HelloAnswer => {
  const rest = channel.rest()
  return rest.length > 0 ? notTls(rest) : { kind: 'ended', how: ended, words }
}

/** What is no TLS, in the server's words. */
export const notTls = (bytes: Buffer): HelloAnswer => ({
  kind: 'not-tls',
  words: `it does not speak TLS: it answered ${quoted(bytes)}`,
})

const LONGEST_QUOTE = 80

/** The first line of what somebody sent, if it is text, else its first bytes. */
export const quoted = (bytes: Buffer): string => {
  const line =
    bytes
      .subarray(0, LONGEST_QUOTE)
      .toString('latin1')
      .split(/[\r\n]/)[0] ?? ''
  return /^[\x20-\x7e\t]{2,}$/.test(line)
    ? `“${visible(line)}”`
    : `the bytes ${bytes.subarray(0, 16).toString('hex')}`
}

const stepOf = (reading: Reading, head: Buffer, body: Buffer): Step => {
  if (head[0] === TYPE.alert && !reading.open) return alertStep(reading, body)
  if (head[0] === TYPE.handshake && !reading.open) return handshakeStep(reading, body)
  if (head[0] === TYPE.data && reading.open) return sealedStep(reading, head, body)
  // A change of ciphers means nothing here, in TLS 1.3 nowhere (RFC 8446, 5).
  return 'more'
}

const alertStep = (reading: Reading, body: Buffer): Step => {
  const [level, code] = body
  // No alert is broken into parts (RFC 8446, 5.1).
  if (code === undefined)
    return reading.flight ? seen(reading.flight) : { kind: 'not-tls', words: 'its alert cannot be read' }
  if (level === 1 && code === UNRECOGNIZED_NAME) return 'more'
  return reading.flight ? seen(reading.flight) : { kind: 'alert', code }
}

const sealedStep = (reading: Reading, head: Buffer, body: Buffer): Step => {
  const plain = reading.open?.(head, body)
  if (plain === undefined) return reading.flight ? seen(reading.flight) : 'more'
  let end = plain.length
  while (end > 0 && plain[end - 1] === 0) end--
  if (plain[end - 1] === TYPE.handshake) return handshakeStep(reading, plain.subarray(0, end - 1))
  return reading.flight ? seen(reading.flight) : 'more'
}

const handshakeStep = (reading: Reading, body: Buffer): Step => {
  reading.pending.push(body)
  reading.pendingLength += body.length
  while (reading.pendingLength >= reading.needed) {
    const bytes = Buffer.concat(reading.pending)
    reading.pending = [bytes]
    reading.needed = MESSAGE_HEAD + bytes.readUIntBE(1, 3)
    if (reading.needed > LONGEST_MESSAGE) return tooLong(reading)
    if (bytes.length < reading.needed) return 'more'
    const message = bytes.subarray(0, reading.needed)
    reading.pending = [bytes.subarray(reading.needed)]
    reading.pendingLength = bytes.length - reading.needed
    reading.needed = MESSAGE_HEAD
    const step = messageStep(reading, message)
    if (step !== 'more') return step
  }
  return 'more'
}

const tooLong = ({ flight, needed }: Reading): HelloAnswer =>
  flight
    ? seen(flight)
    : { kind: 'not-tls', words: `its handshake message is said to be ${needed} bytes long` }

const messageStep = (reading: Reading, message: Buffer): Step => {
  const [type, body] = [message[0], message.subarray(MESSAGE_HEAD)]
  if (!reading.flight) return type === MESSAGE.serverHello ? helloStep(reading, message) : notTls(message)
  const added = addedBy(reading.flight, type ?? 0, body)
  reading.flight = { ...reading.flight, ...added }
  return 'more'
}

const helloStep = (reading: Reading, message: Buffer): Step => {
  const hello = readServerHello(message.subarray(MESSAGE_HEAD))
  if (!hello) return { kind: 'not-tls', words: 'its ServerHello cannot be read' }
  reading.open = openerOf(reading, hello, message)
  const closed = hello.version === 'TLSv1.3' && !reading.open
  reading.flight = { hello, certificateRequested: false, whole: closed }
  return 'more'
}

const openerOf = ({ hello, keys }: Reading, server: ServerHello, message: Buffer): Opener | undefined => {
  if (server.version !== 'TLSv1.3' || server.retry || !server.key) return undefined
  const secret = keys.find(({ group }) => group === server.group)?.agree(server.key)
  return secret && handshakeOpener(server.suite, secret, [hello.message, message])
}

const addedBy = (flight: Flight, type: number, body: Buffer): Partial<Flight> => {
  const tls13 = flight.hello.version === 'TLSv1.3'
  switch (type) {
    case MESSAGE.certificate: {
      const chain = tls13 ? readCertificates13(body) : readCertificates(body)
      return chain ? { chain } : {}
    }
    case MESSAGE.certificateStatus: {
      const staple = stapleIn(body)
      return flight.chain && staple ? { chain: { ...flight.chain, staple } } : {}
    }
    case MESSAGE.keyExchange: {
      const keyExchange = keyExchangeOf(flight.hello.suite, body)
      return keyExchange ? { keyExchange } : {}
    }
    case MESSAGE.certificateRequest:
      return { certificateRequested: true }
    case MESSAGE.done:
    case MESSAGE.certificateVerify:
    case MESSAGE.finished:
      return { whole: true }
    default:
      return {}
  }
}

const keyExchangeOf = (code: number, body: Buffer): KeyExchange | undefined => {
  const suite = findSuite(suiteName(code))
  return suite?.keyExchange === 'dhe' || suite?.keyExchange === 'ecdhe'
    ? readKeyExchange(body, suite.keyExchange, /PSK/.test(suite.name))
    : undefined
}
