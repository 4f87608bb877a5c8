import { isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { readReply } from './lines.js'

/** FTP and AUTH TLS (RFC 4217). */
export const ftp: Dialogue = {
  protocol: 'ftp',
  directPorts: [990],
  plainPorts: [21],
  upgrade: async (channel) => {
    const greeting = await readReply(channel)
    if (isEnded(greeting)) return endedUpgrade(greeting)
    if (greeting.code !== 220) return notProven(`the server said ${greeting.words}`)
    channel.send('AUTH TLS\r\n')
    const answer = await readReply(channel)
    if (isEnded(answer)) return endedUpgrade(answer)
    if (answer.code === 234) return READY
    // 500 to 504: the command or its word is not known; 530: it is not allowed.
    return answer.code >= 500 && answer.code <= 504
      ? noTls(`AUTH TLS was answered ${answer.words}`)
      : notProven(`AUTH TLS was answered ${answer.words}`)
  },
  plain: async (channel) => {
    const greeting = await readReply(channel)
    if (isEnded(greeting)) return { words: greeting.words }
    if (greeting.code !== 220) return { words: `the server said ${greeting.words}` }
    // A user that should not exist: nothing is logged in to.
    channel.send('USER hipaacheck\r\n')
    const answer = await readReply(channel)
    channel.send('QUIT\r\n')
    if (isEnded(answer)) return { words: answer.words }
    const words = `USER without TLS was answered ${answer.words}`
    if (answer.code === 331) return { accepted: true, words }
    return answer.code >= 400 && /\b(TLS|SSL|AUTH|encryption|cleartext)\b/i.test(answer.lines.join(' '))
      ? { accepted: false, words }
      : { words }
  },
}
