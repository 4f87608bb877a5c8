import { type Channel, type Ended, isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { said } from './lines.js'

const NAMESPACE = 'urn:ietf:params:xml:ns:xmpp-tls'
const LONGEST = 16 * 1024

/** Reads XML, byte by byte, until something stands in it; nothing is parsed that need not be. */
const readTo = async (channel: Channel, isEnough: (text: string) => boolean): Promise<string | Ended> => {
  let text = ''
  while (text.length < LONGEST) {
    const byte = await channel.read(1)
    if (isEnded(byte)) return byte
    text += byte.toString('latin1')
    if (byte[0] === CLOSING && isEnough(text)) return text
  }
  return { ended: 'too-much', words: 'the server sent a stream without features' }
}

const CLOSING = '>'.charCodeAt(0)

const featuresOf = (channel: Channel, host: string): Promise<string | Ended> => {
  const to = host.replace(/[^A-Za-z0-9.:-]/g, '')
  channel.send(
    `<?xml version='1.0'?><stream:stream to='${to}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`,
  )
  return readTo(channel, (text) =>
    /<\/stream:features>$|<stream:features\s*\/>$|<\/stream:error>$/.test(text),
  )
}

/** XMPP and STARTTLS (RFC 6120, 5). */
export const xmpp: Dialogue = {
  protocol: 'xmpp',
  directPorts: [5223, 5270],
  plainPorts: [5222, 5269],
  upgrade: async (channel, host) => {
    const features = await featuresOf(channel, host)
    if (isEnded(features)) return endedUpgrade(features)
    if (features.endsWith('</stream:error>'))
      return notProven(`the server said ${said(features.slice(-150))}`)
    if (!features.includes(NAMESPACE)) return noTls('its stream features do not list STARTTLS')
    channel.send(`<starttls xmlns='${NAMESPACE}'/>`)
    const answer = await readTo(channel, (text) => /<(proceed|failure)\b[^>]*>$/.test(text))
    if (isEnded(answer)) return endedUpgrade(answer)
    return /<proceed\b[^>]*>$/.test(answer) ? READY : notProven(`STARTTLS was answered ${said(answer)}`)
  },
  plain: async (channel, host) => {
    const features = await featuresOf(channel, host)
    if (isEnded(features)) return { words: features.words }
    if (/<required\s*\/>/.test(features)) return { accepted: false, words: 'STARTTLS is required' }
    return /<mechanism>/.test(features)
      ? { accepted: true, words: 'the stream without TLS offers ways to log in' }
      : { words: 'the stream without TLS offers no way to log in' }
  },
}
