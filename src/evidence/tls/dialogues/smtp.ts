import { type Channel, type Ended, isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { type Reply, readReply } from './lines.js'

/** What we call ourselves; an address literal that is nobody's. */
const EHLO = 'EHLO [127.0.0.1]\r\n'

interface Greeted {
  /** To EHLO, or instead of a greeting. */
  readonly reply: Reply
  /** Whether EHLO was said at all. */
  readonly asked: boolean
  /** Keywords of EHLO with their parameters, in capitals. */
  readonly extensions: readonly string[]
}

const greeted = async (channel: Channel): Promise<Greeted | Ended> => {
  const greeting = await readReply(channel)
  if (isEnded(greeting) || greeting.code !== 220)
    return isEnded(greeting) ? greeting : { reply: greeting, asked: false, extensions: [] }
  channel.send(EHLO)
  const reply = await readReply(channel)
  if (isEnded(reply)) return reply
  const extensions = reply.lines.slice(1).map((line) => line.trim().toUpperCase())
  return { reply, asked: true, extensions }
}

/** SMTP and STARTTLS (RFC 3207). */
export const smtp: Dialogue = {
  protocol: 'smtp',
  directPorts: [465],
  plainPorts: [25, 587, 2525],
  upgrade: async (channel) => {
    const hello = await greeted(channel)
    if (isEnded(hello)) return endedUpgrade(hello)
    const { reply, asked, extensions } = hello
    // 421: it does not serve now, or not us.
    if (reply.code !== 250)
      return asked && (reply.code === 500 || reply.code === 502)
        ? noTls(`EHLO is unknown: ${reply.words}`)
        : notProven(`the server said ${reply.words}`)
    // Parameters may follow, though none are known (RFC 5321, 4.1.1.1).
    if (!extensions.some((line) => /^STARTTLS(?: |$)/.test(line))) return noTls('EHLO does not list STARTTLS')
    channel.send('STARTTLS\r\n')
    const begun = await readReply(channel)
    if (isEnded(begun)) return endedUpgrade(begun)
    return begun.code === 220 ? READY : notProven(`STARTTLS was answered ${begun.words}`)
  },
  plain: async (channel) => {
    const hello = await greeted(channel)
    if (isEnded(hello)) return { words: hello.words }
    if (hello.reply.code !== 250) return { words: `the server said ${hello.reply.words}` }
    if (hello.extensions.some((line) => /^AUTH\b/.test(line)))
      return { accepted: true, words: 'EHLO without TLS offers AUTH' }
    channel.send('MAIL FROM:<>\r\n')
    const reply = await readReply(channel)
    channel.send('QUIT\r\n')
    if (isEnded(reply)) return { words: reply.words }
    const words = `MAIL FROM without TLS was answered ${reply.words}`
    if (reply.code === 250) return { accepted: true, words }
    return /STARTTLS|\bTLS\b/i.test(reply.words) && reply.code >= 500 ? { accepted: false, words } : { words }
  },
}
