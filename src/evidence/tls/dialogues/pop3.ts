import { type Channel, type Ended, isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { readUntil, said } from './lines.js'

const capabilitiesOf = (channel: Channel): Promise<readonly string[] | Ended> => {
  channel.send('CAPA\r\n')
  return readUntil(channel, (line) => line === '.' || line.startsWith('-ERR'))
}

/** POP3 and STLS (RFC 2595, 4; RFC 2449). */
export const pop3: Dialogue = {
  protocol: 'pop3',
  directPorts: [995],
  plainPorts: [110],
  upgrade: async (channel) => {
    const greeting = await channel.line()
    if (isEnded(greeting)) return endedUpgrade(greeting)
    if (!greeting.startsWith('+OK')) return notProven(`the server said ${said(greeting)}`)
    channel.send('STLS\r\n')
    const answer = await channel.line()
    if (isEnded(answer)) return endedUpgrade(answer)
    if (answer.startsWith('+OK')) return READY
    const words = `STLS was answered ${said(answer)}`
    if (!answer.startsWith('-ERR')) return notProven(words)
    // It may know STLS, and have no TLS only now.
    const capabilities = await capabilitiesOf(channel)
    if (isEnded(capabilities)) return notProven(words)
    return capabilities.some((line) => /^STLS\b/i.test(line)) ? notProven(words) : noTls(words)
  },
  plain: async (channel) => {
    const greeting = await channel.line()
    if (isEnded(greeting)) return { words: greeting.words }
    const lines = await capabilitiesOf(channel)
    if (isEnded(lines)) return { words: lines.words }
    if (!lines[0]?.startsWith('+OK')) return { words: `CAPA was answered ${said(lines[0] ?? '')}` }
    const login = lines.find((line) => /^(USER|SASL\b.*\b(PLAIN|LOGIN)\b)/i.test(line))
    return login === undefined
      ? { accepted: false, words: 'CAPA without TLS lists no way to log in' }
      : { accepted: true, words: `CAPA without TLS lists ${said(login)}` }
  },
}
