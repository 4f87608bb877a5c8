import type { HopVerdict } from '../../model/observed-message.js'
import type { Problem } from '../../model/problem.js'
import { type AuthenticationResults, authenticationResults } from './authentication-results.js'
import { type Identifier, identifiersIn, maskedIdentifiers } from './identifiers.js'
import { type MessageProtection, protectionOf } from './protection.js'
import { type ReceivedHop, readReceived } from './received.js'
import { unfolded } from './received-clauses.js'
import { isTrusted, trustedHops } from './trust.js'

/** A leg of the way, and what the reader may make of it. */
export interface MessageLeg extends ReceivedHop {
  readonly trusted: boolean
  /** Milliseconds since the leg before; negative where clocks differ. */
  readonly delay?: number
}

/** What is seen of a message. */
export interface ReadMessage {
  readonly file: string
  readonly messageId?: string
  /** With what looks like an identifier masked. */
  readonly subject?: string
  /** In the order in which it travelled. */
  readonly legs: readonly MessageLeg[]
  readonly protection: MessageProtection
  readonly identifiers: readonly Identifier[]
  /** Only those of hosts that are trusted say anything; `trusted` tells. */
  readonly authentication: readonly (AuthenticationResults & { readonly trusted: boolean })[]
  /** `TLS-Required: No` (RFC 8689): the sender asked to deliver it even without TLS. */
  readonly tlsNotRequired: boolean
  /** When it was taken in last, by the newest header; milliseconds since 1970. */
  readonly time?: number
}

/** What the reader knows of mail servers. */
export interface Acquaintance {
  /** Hosts whose headers the reader trusts, each exactly or as `*.example.org`. */
  readonly trusted: readonly string[]
  /** Hosts that are said to end TLS themselves: what they do not show was not there. */
  readonly terminating: readonly string[]
}

/** No mail server takes a message of this size. */
const LARGEST = 64 * 1024 * 1024
/** Headers, of all hops, are fewer. */
const MOST_HOPS = 200

/** Reads a message. What is no message is a problem. */
export const readMessage = async (
  file: string,
  bytes: Uint8Array,
  known: Acquaintance,
): Promise<ReadMessage | { readonly problem: Problem }> => {
  if (bytes.length > LARGEST)
    return { problem: noMessage(file, `it is bigger than ${LARGEST / 1024 / 1024} MB`) }
  const { default: PostalMime, decodeWords } = await import('postal-mime')
  const parser = new PostalMime({
    maxNestingDepth: 64,
    maxHeadersSize: 1024 * 1024,
    forceRfc822Attachments: true,
  })
  const email = await parser.parse(bytes).catch((error: Error) => error)
  if (email instanceof Error) return { problem: noMessage(file, email.message) }
  const valuesOf = (name: string): readonly string[] =>
    email.headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1))
  const received = valuesOf('received').slice(0, MOST_HOPS)
  if (received.length === 0 && !MAIL_HEADERS.some((name) => valuesOf(name).length > 0))
    return { problem: noMessage(file, 'it has none of the headers of one') }
  const legs = legsOf(received.map(readReceived), known)
  const time = legs.at(-1)?.time
  return {
    file,
    ...(email.messageId === undefined ? {} : { messageId: email.messageId }),
    ...(email.subject === undefined ? {} : { subject: maskedIdentifiers(email.subject) }),
    legs,
    protection: protectionOf(
      email,
      valuesOf('content-type')[0]?.trim() ?? '',
      Buffer.from(bytes).toString('latin1'),
    ),
    identifiers: [
      ...OPEN_HEADERS.flatMap((name) =>
        valuesOf(name).flatMap((value) => identifiersIn(titleOf(name), decodeWords(unfolded(value)))),
      ),
      ...email.attachments.flatMap(({ filename }) => identifiersIn('name of an attachment', filename ?? '')),
    ],
    authentication: valuesOf('authentication-results').flatMap((value) => {
      const results = authenticationResults(value)
      return results ? [{ ...results, trusted: isTrusted(results.by, known.trusted) }] : []
    }),
    tlsNotRequired: valuesOf('tls-required').some((value) => /^\s*no\b/i.test(value)),
    ...(time === undefined ? {} : { time }),
  }
}

/** Headers without which nothing is mail (RFC 5322, 3.6). */
const MAIL_HEADERS = ['from', 'to', 'date', 'subject', 'message-id'] as const

/** Headers of free text: encryption of the message leaves them open. */
const OPEN_HEADERS = ['subject', 'comments', 'keywords', 'thread-topic'] as const

const titleOf = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())

const legsOf = (newestFirst: readonly ReceivedHop[], known: Acquaintance): readonly MessageLeg[] => {
  const trusted = trustedHops(newestFirst, known.trusted)
  const legs = newestFirst.map((hop, index) => ({
    ...hop,
    verdict: judged(hop, trusted[index] === true, known.terminating),
    trusted: trusted[index] === true,
  }))
  return legs.reverse().map((leg, index, all) => {
    const before = all[index - 1]?.time
    return leg.time === undefined || before === undefined ? leg : { ...leg, delay: leg.time - before }
  })
}

/** Only of a host that ends TLS itself, and tells the truth, silence is proof. */
const judged = (
  { verdict, by }: ReceivedHop,
  trusted: boolean,
  terminating: readonly string[],
): HopVerdict =>
  verdict === 'not-shown' && trusted && by !== undefined && isTrusted(by, terminating)
    ? 'not-encrypted'
    : verdict

const noMessage = (file: string, why: string): Problem => ({
  code: 'not-a-message',
  message: `${file}: this is no mail message: ${why}`,
  expected: 'a message as mail programs save it (.eml), with all of its headers',
})
