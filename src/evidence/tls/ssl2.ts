import { randomBytes } from 'node:crypto'
import { suiteData } from '../../knowledge/cipher-suites.js'
import { alertName } from './alerts.js'
import { readerOf, uint, uint16s } from './bytes.js'
import { type Channel, isEnded } from './channel.js'
import { quoted } from './flight.js'
import { type Attempt, endedAttempt, type Question } from './peer.js'

const CLIENT_HELLO = 1
const SERVER_HELLO = 4
const VERSION = 2
const ALERT = 21
const CHALLENGE_LENGTH = 16
const LEAST_SERVER_HELLO = 11

/** A CLIENT-HELLO of SSL 2.0 with all cipher kinds (draft-hickman-netscape-ssl-00, 2.5). */
const ssl2Hello = (): Buffer => {
  const kinds = Buffer.from(Object.keys(suiteData().ssl2).join(''), 'hex')
  const message = Buffer.concat([
    uint(CLIENT_HELLO, 1),
    uint(VERSION, 2),
    uint16s([kinds.length, 0, CHALLENGE_LENGTH]),
    kinds,
    randomBytes(CHALLENGE_LENGTH),
  ])
  return Buffer.concat([uint(0x8000 | message.length, 2), message])
}

/** What a server of SSL 2.0 says. */
export interface Ssl2Hello {
  /** The cipher kinds that it has. */
  readonly ciphers: readonly string[]
  readonly certificate: Buffer
}

/** Asks for SSL 2.0. */
export const ssl2Question: Question<Ssl2Hello> = async (channel) => {
  channel.send(ssl2Hello())
  return readSsl2Hello(channel)
}

/** Reads a SERVER-HELLO of SSL 2.0, whose cipher kinds are those that both have. */
const readSsl2Hello = async (channel: Channel): Promise<Attempt<Ssl2Hello>> => {
  const head = await channel.read(2)
  if (isEnded(head)) return endedAttempt(head.ended, head.words)
  const length = head.readUInt16BE(0) & 0x7fff
  if (head[0] === ALERT) return alertOf(channel)
  // An error of SSL 2.0 or anything else: it does not speak SSL 2.0.
  if (((head[0] ?? 0) & 0x80) === 0 || length < LEAST_SERVER_HELLO)
    return { kind: 'refused', words: `it answered ${quoted(Buffer.concat([head, channel.rest()]))}` }
  const body = await channel.read(length)
  if (isEnded(body)) return endedAttempt(body.ended, body.words)
  return serverHello(body)
}

/** The alert of a server that only speaks later versions. */
const alertOf = async (channel: Channel): Promise<Attempt<Ssl2Hello>> => {
  const rest = await channel.read(5)
  if (isEnded(rest)) return endedAttempt(rest.ended, rest.words)
  return { kind: 'refused', words: `it answered with the alert ${alertName(rest[4] ?? 0)}` }
}

const serverHello = (body: Buffer): Attempt<Ssl2Hello> => {
  const reader = readerOf(body)
  const type = reader.uint(1)
  reader.take(2)
  const version = reader.uint(2)
  const [certificateLength, kindsLength] = [reader.uint(2), reader.uint(2)]
  reader.take(2)
  const certificate = reader.take(certificateLength)
  const kinds = reader.take(kindsLength)
  if (reader.short || type !== SERVER_HELLO || version !== VERSION)
    return { kind: 'refused', words: `it answered ${quoted(body)}` }
  const names = suiteData().ssl2
  const codes = kinds.toString('hex').toUpperCase().match(/.{6}/g) ?? []
  if (codes.length === 0) return { kind: 'refused', words: 'it answered, but has no cipher in common' }
  return {
    kind: 'hello',
    found: { certificate, ciphers: codes.map((code) => names[code] ?? `0x${code}`) },
  }
}
