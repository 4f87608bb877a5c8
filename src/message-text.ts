import type { Analysed } from './analyse-message.js'
import type { MessageLeg, ReadMessage } from './evidence/message/read-message.js'
import { messageWeakness } from './knowledge/message-encryption.js'
import type { HopVerdict } from './model/observed-message.js'
import { visible } from './model/visible.js'
import { type Paint, painter, type Tone, wrapped } from './reporters/terminal.js'

interface Page {
  readonly columns: number
  readonly paint: Paint
  readonly trustKnown: boolean
}

/** What was seen of messages, for the terminal. */
export const messageText = (
  { messages, trustKnown }: Analysed,
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string => {
  const page: Page = { columns: Math.max(40, Math.min(columns, 100)), paint: painter(color), trustKnown }
  return messages.map((message) => [...sectionOf(message, page)].join('')).join('\n')
}

const line = (text = ''): string => `${text}\n`

function* sectionOf(message: ReadMessage, page: Page): Generator<string> {
  const { paint, columns } = page
  yield line(paint('strong', visible(message.file)))
  if (message.messageId !== undefined) yield* labelled('id', message.messageId, page)
  if (message.subject !== undefined) yield* labelled('subject', message.subject, page)
  yield line()
  if (message.legs.length === 0) yield line('No Received header: nothing shows how it came.')
  for (const [index, leg] of message.legs.entries()) yield* legOf(index + 1, leg, page)
  yield line()
  yield* protectionOf(message, page)
  for (const { by, results, trusted } of message.authentication) {
    const words = results.map(
      ({ method, result, of }) => `${method} ${result}${of === undefined ? '' : ` (${of})`}`,
    )
    yield* labelled(
      'sender',
      `${by}${trusted ? '' : ', not trusted,'} says: ${words.join(', ') || 'nothing'}`,
      page,
    )
  }
  if (message.tlsNotRequired)
    yield* labelled('asks', 'to be delivered even without TLS (TLS-Required: No)', page)
  for (const { header, what, words } of message.identifiers)
    yield* labelled('open', `${header} shows what looks like a ${what}: ${words}`, page, 'medium')
  yield line(paint('quiet', '─'.repeat(columns)))
  for (const text of wrapped(summaryOf(message.legs, page.trustKnown), columns)) yield line(text)
}

const WORDS: Readonly<Record<HopVerdict, readonly [words: string, tone: Tone]>> = {
  tls: ['encrypted', 'good'],
  'tls-version-unknown': ['encrypted, version not shown', 'good'],
  'not-encrypted': ['not encrypted', 'critical'],
  'not-shown': ['no TLS shown', 'medium'],
  internal: ['within one system', 'quiet'],
  unparsed: ['not understood', 'medium'],
}

function* legOf(number: number, leg: MessageLeg, { columns, paint }: Page): Generator<string> {
  const { from, address, by, verdict, tlsVersion, cipher, text } = leg
  const [words, tone] = WORDS[verdict]
  const tls = verdict === 'tls' ? `encrypted, ${tlsVersion?.replace('v', ' ')}` : words
  const mark = `${String(number).padStart(2)}  `
  const way = `${from ?? address ?? 'not said'} → ${by ?? 'not said'}`
  const [first = '', ...rest] = wrapped(way, columns, '    ')
  yield line(`${mark}${first.trimStart()}`)
  for (const more of rest) yield line(more)
  const said = [tls, cipher].filter((one) => one !== undefined).join(', ')
  for (const part of wrapped(said, columns, '    ')) yield line(paint(tone, part))
  for (const part of wrapped(aboutOf(leg), columns, '    ')) yield line(paint('quiet', part))
  if (verdict === 'unparsed')
    for (const part of wrapped(text.slice(0, 300), columns, '    ')) yield line(paint('quiet', part))
}

const aboutOf = ({ with: protocol, time, delay, trusted }: MessageLeg): string =>
  [
    protocol === undefined ? undefined : `with ${protocol}`,
    time === undefined ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z'),
    delay === undefined ? undefined : delayText(delay),
    trusted ? 'trusted' : 'not trusted',
  ]
    .filter((one) => one !== undefined)
    .join(', ')

const delayText = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 0) return `${-seconds} s before the last by its clock`
  return seconds < 120 ? `${seconds} s later` : `${Math.round(seconds / 60)} min later`
}

function* protectionOf({ protection }: ReadMessage, page: Page): Generator<string> {
  const { encryption, partly, signature, algorithms, unauthenticated, headers } = protection
  const named = algorithms.length === 0 ? '' : ` (${algorithms.join(', ')})`
  const what = encryption === 'none' ? 'not encrypted as a message' : `encrypted with ${NAMES[encryption]}`
  const signed = signature === 'none' ? 'not signed' : `signed with ${NAMES[signature]}`
  yield* labelled('message', `${what}, ${signed}${named}`, page)
  if (partly)
    yield* labelled(
      'open',
      'only a part of its text is encrypted, with OpenPGP; the rest is in the open',
      page,
      'medium',
    )
  const weak = algorithms.flatMap((one) => messageWeakness(one) ?? [])
  if (weak.length > 0) yield* labelled('weak', weak.join(', '), page, 'medium')
  if (unauthenticated)
    yield* labelled(
      'weak',
      'nothing keeps the encrypted text from being changed on its way (EFAIL)',
      page,
      'medium',
    )
  if (encryption !== 'none')
    yield* labelled(
      'headers',
      headers === 'obscured'
        ? 'the subject is not in the open (RFC 9788)'
        : 'subject and addresses are in the open',
      page,
    )
}

const NAMES = { smime: 'S/MIME', pgp: 'OpenPGP' } as const

function* labelled(label: string, text: string, { columns, paint }: Page, tone?: Tone): Generator<string> {
  const [first = '', ...rest] = wrapped(text, columns, ' '.repeat(9))
  const shown = tone ? paint(tone, first.trimStart()) : first.trimStart()
  yield line(`${paint('quiet', label.padEnd(7))}  ${shown}`)
  for (const more of rest) yield line(tone ? paint(tone, more) : more)
}

const summaryOf = (legs: readonly MessageLeg[], trustKnown: boolean): string => {
  const between = legs.filter(({ verdict }) => verdict !== 'internal')
  const trusted = between.filter((leg) => leg.trusted)
  const encrypted = trusted.filter(
    ({ verdict }) => verdict === 'tls' || verdict === 'tls-version-unknown',
  ).length
  const clear = trusted.filter(({ verdict }) => verdict === 'not-encrypted').length
  const proof = trustKnown
    ? `Of ${between.length} legs between hosts ${trusted.length} ${trusted.length === 1 ? 'is' : 'are'} told by hosts that you trust: ${encrypted} encrypted, ${clear} in clear, ${trusted.length - encrypted - clear} not shown.`
    : 'Nobody said whom to trust, so that nothing is proven: name your own mail servers with --trust HOST or --infra FILE.'
  return `${proof} A header tells of one message, once: it is evidence, and no policy.`
}
