import { visible } from '../../../model/visible.js'
import { type Channel, type Ended, isEnded } from '../channel.js'

/** A reply of SMTP or FTP: its code, and its lines without it. */
export interface Reply {
  readonly code: number
  readonly lines: readonly string[]
  /** As it was said, for people. */
  readonly words: string
}

/** So many lines no greeting has. */
const MOST_LINES = 200

/** Reads a reply of one or more lines (RFC 5321, 4.2.1; RFC 959, 4.2). */
export const readReply = async (channel: Channel): Promise<Reply | Ended> => {
  const lines: string[] = []
  while (lines.length < MOST_LINES) {
    const line = await channel.line()
    if (isEnded(line)) return line
    lines.push(line)
    const match = /^(\d{3})(?:[ ](.*))?$/.exec(line)
    if (match) return replyOf(Number(match[1]), lines)
    // FTP may have lines without a code between; anything else as the first line is another protocol.
    if (lines.length === 1 && !/^\d{3}-/.test(line)) return replyOf(0, lines)
  }
  return { ended: 'too-much', words: 'the server sent an answer without end' }
}

const replyOf = (code: number, lines: readonly string[]): Reply => ({
  code,
  lines: lines.map((line) => line.replace(/^\d{3}[ -]?/, '')),
  words: said(lines.at(-1) ?? ''),
})

/** What somebody said, on one line and not too long. */
export const said = (line: string): string => `“${visible(line.slice(0, 200))}”`

/** Reads lines of IMAP or POP3 until one holds. */
export const readUntil = async (
  channel: Channel,
  isLast: (line: string) => boolean,
): Promise<readonly string[] | Ended> => {
  const lines: string[] = []
  while (lines.length < MOST_LINES) {
    const line = await channel.line()
    if (isEnded(line)) return line
    lines.push(line)
    if (isLast(line)) return lines
  }
  return { ended: 'too-much', words: 'the server sent an answer without end' }
}
