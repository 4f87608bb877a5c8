import { type Channel, type Ended, isEnded } from '../channel.js'
import { type Dialogue, endedUpgrade, noTls, notProven, READY } from './dialogue.js'
import { readUntil, said } from './lines.js'

interface Capabilities {
  readonly greeting: string
  readonly words: readonly string[]
}

const capabilities = async (channel: Channel): Promise<Capabilities | Ended> => {
  const greeting = await channel.line()
  if (isEnded(greeting)) return greeting
  if (!/^\* (OK|PREAUTH)\b/i.test(greeting)) return { greeting, words: [] }
  channel.send('a CAPABILITY\r\n')
  const lines = await readUntil(channel, (line) => /^a /i.test(line))
  if (isEnded(lines)) return lines
  const line = lines.find((one) => /^\* CAPABILITY\b/i.test(one)) ?? ''
  return { greeting, words: line.toUpperCase().split(' ').slice(2) }
}

/** IMAP and STARTTLS (RFC 9051, 6.2.1). */
export const imap: Dialogue = {
  protocol: 'imap',
  directPorts: [993],
  plainPorts: [143],
  upgrade: async (channel) => {
    const found = await capabilities(channel)
    if (isEnded(found)) return endedUpgrade(found)
    if (found.words.length === 0) return notProven(`the server said ${said(found.greeting)}`)
    if (!found.words.includes('STARTTLS')) return noTls('CAPABILITY does not list STARTTLS')
    channel.send('b STARTTLS\r\n')
    const lines = await readUntil(channel, (line) => /^b /i.test(line))
    if (isEnded(lines)) return endedUpgrade(lines)
    const last = lines.at(-1) ?? ''
    return /^b OK\b/i.test(last) ? READY : notProven(`STARTTLS was answered ${said(last)}`)
  },
  plain: async (channel) => {
    const found = await capabilities(channel)
    if (isEnded(found)) return { words: found.words }
    if (found.words.length === 0) return { words: `the server said ${said(found.greeting)}` }
    // A server that refuses passwords in clear has to say so.
    return found.words.includes('LOGINDISABLED')
      ? { accepted: false, words: 'CAPABILITY without TLS lists LOGINDISABLED' }
      : { accepted: true, words: 'CAPABILITY without TLS does not list LOGINDISABLED' }
  },
}
