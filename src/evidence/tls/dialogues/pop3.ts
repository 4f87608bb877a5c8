import { isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { readUntil, said } from './lines.js'

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
    return answer.startsWith('-ERR')
      ? noTls(`STLS was answered ${said(answer)}`)
      : notProven(`STLS was answered ${said(answer)}`)
  },
  plain: async (channel) => {
    const greeting = await channel.line()
    if (isEnded(greeting)) return { words: greeting.words }
    channel.send('CAPA\r\n')
    const lines = await readUntil(channel, (line) => line === '.' || line.startsWith('-ERR'))
    if (isEnded(lines)) return { words: lines.words }
    if (!lines[0]?.startsWith('+OK')) return { words: `CAPA was answered ${said(lines[0] ?? '')}` }
    const login = lines.find((line) => /^(USER|SASL\b.*\b(PLAIN|LOGIN)\b)/i.test(line))
    return login === undefined
      ? { accepted: false, words: 'CAPA without TLS lists no way to log in' }
      : { accepted: true, words: `CAPA without TLS lists ${said(login)}` }
  },
}
