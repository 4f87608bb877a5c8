import { uint } from '../bytes.js'
import { isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { said } from './lines.js'

/** SSLRequest: length 8, code 80877103 (PostgreSQL documentation, 55.7). */
const SSL_REQUEST = Buffer.from('0000000804d2162f', 'hex')
const PROTOCOL_3 = 0x00030000

/** A user that should not exist: nothing is logged in to. */
const STARTUP = (() => {
  const body = Buffer.concat([
    uint(PROTOCOL_3, 4),
    Buffer.from('user\0hipaacheck\0database\0postgres\0\0', 'latin1'),
  ])
  return Buffer.concat([uint(body.length + 4, 4), body])
})()

const LONGEST_ERROR = 30_000

/** PostgreSQL and SSLRequest. */
export const postgresql: Dialogue = {
  protocol: 'postgresql',
  directPorts: [],
  plainPorts: [5432],
  upgrade: async (channel) => {
    channel.send(SSL_REQUEST)
    const answer = await channel.read(1)
    if (isEnded(answer)) return endedUpgrade(answer)
    const letter = answer.toString('latin1')
    if (letter === 'S') return READY
    if (letter === 'N') return noTls('SSLRequest was answered “N”: it has no TLS')
    return notProven(`SSLRequest was answered ${said(letter + channel.rest().toString('latin1'))}`)
  },
  plain: async (channel) => {
    channel.send(STARTUP)
    const head = await channel.read(5)
    if (isEnded(head)) return { words: head.words }
    const length = head.readUInt32BE(1)
    if (head[0] === 0x52) return { accepted: true, words: 'a connection without TLS is let through to login' }
    if (head[0] !== 0x45 || length < 4 || length > LONGEST_ERROR) return { words: 'it did not answer' }
    const body = await channel.read(length - 4)
    if (isEnded(body)) return { words: body.words }
    const message = body
      .toString('latin1')
      .split('\0')
      .find((field) => field.startsWith('M'))
    // That one user is refused does not prove that all are.
    return { words: `a connection without TLS was answered ${said(message?.slice(1) ?? '')}` }
  },
}
