import { uint } from '../bytes.js'
import { isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { said } from './lines.js'

const PROTOCOL_10 = 10
const ERROR = 0xff
const CLIENT_SSL = 0x0800
/** CLIENT_PROTOCOL_41, CLIENT_SSL and CLIENT_SECURE_CONNECTION. */
const CAPABILITIES = 0x0200 | CLIENT_SSL | 0x8000
const UTF8 = 33
const LONGEST_PACKET = 0xffffff

/** An SSLRequest: the head of a login, without the login (MySQL, Protocol::SSLRequest). */
const SSL_REQUEST = (() => {
  const body = Buffer.alloc(32)
  body.writeUInt32LE(CAPABILITIES, 0)
  body.writeUInt32LE(LONGEST_PACKET, 4)
  body[8] = UTF8
  return Buffer.concat([Buffer.from([body.length, 0, 0]), uint(1, 1), body])
})()

/** MySQL and MariaDB. */
export const mysql: Dialogue = {
  protocol: 'mysql',
  directPorts: [],
  plainPorts: [3306],
  upgrade: async (channel) => {
    const head = await channel.read(4)
    if (isEnded(head)) return endedUpgrade(head)
    const greeting = await channel.read(Math.min(head.readUIntLE(0, 3), 4096))
    if (isEnded(greeting)) return endedUpgrade(greeting)
    if (greeting[0] === ERROR)
      return notProven(`the server said ${said(greeting.subarray(3).toString('latin1'))}`)
    // After the version come the thread id, eight bytes of salt and a filler.
    const capabilities = greeting.indexOf(0) + 1 + 4 + 8 + 1
    if (greeting[0] !== PROTOCOL_10 || greeting.length < capabilities + 2)
      return notProven(
        `it does not speak MySQL: it answered ${said(head.toString('latin1') + greeting.toString('latin1'))}`,
      )
    if ((greeting.readUInt16LE(capabilities) & CLIENT_SSL) === 0)
      return noTls('its greeting does not offer TLS')
    channel.send(SSL_REQUEST)
    return READY
  },
}
