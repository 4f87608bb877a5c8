import { isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'

/** An ExtendedRequest for StartTLS, 1.3.6.1.4.1.1466.20037, in BER (RFC 4511, 4.14). */
const START_TLS = Buffer.concat([
  Buffer.from('301d02010177188016', 'hex'),
  Buffer.from('1.3.6.1.4.1.1466.20037'),
])

const SEQUENCE = 0x30
const EXTENDED_RESPONSE = 0x78
const SUCCESS = 0
/** Names of results that stand in the way of StartTLS (RFC 4511, 4.1.9). */
const RESULTS: Readonly<Record<number, string>> = {
  1: 'operationsError',
  2: 'protocolError',
  51: 'busy',
  52: 'unavailable',
  53: 'unwillingToPerform',
}
/** Those by which a server says that it has none, and not only that it has none now (RFC 4511, 4.14.2). */
const NO_TLS: ReadonlySet<number> = new Set([2, 53])

/** LDAP and StartTLS (RFC 4511, 4.14). */
export const ldap: Dialogue = {
  protocol: 'ldap',
  directPorts: [636, 3269],
  plainPorts: [389, 3268],
  upgrade: async (channel) => {
    channel.send(START_TLS)
    const head = await channel.read(2)
    if (isEnded(head)) return endedUpgrade(head)
    if (head[0] !== SEQUENCE) return notProven(`it does not speak LDAP: it answered ${head.toString('hex')}`)
    const length = head[1] ?? 0
    const extra = length > 0x80 && length <= 0x84 ? await channel.read(length - 0x80) : Buffer.from([length])
    if (isEnded(extra)) return endedUpgrade(extra)
    const body = await channel.read(extra.readUIntBE(0, extra.length))
    return isEnded(body) ? endedUpgrade(body) : resultOf(body)
  },
}

const resultOf = (body: Buffer): ReturnType<typeof notProven> => {
  const at = body.indexOf(EXTENDED_RESPONSE)
  // An enumerated value of one byte follows the tag and length of the response.
  const enumerated = at < 0 ? -1 : body.indexOf(Buffer.from([0x0a, 0x01]), at)
  const code = enumerated < 0 ? undefined : body[enumerated + 2]
  if (code === SUCCESS) return READY
  if (code === undefined) return notProven('it does not answer StartTLS as LDAP does')
  const name = RESULTS[code]
  const words = `StartTLS was answered with result ${code}${name === undefined ? '' : ` (${name})`}`
  return NO_TLS.has(code) ? noTls(words) : notProven(words)
}
