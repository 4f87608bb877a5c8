import { isIP } from 'node:net'
import type { HopVerdict } from '../../model/observed-message.js'
import { type Clause, type ReceivedClauses, receivedClauses } from './received-clauses.js'
import { MAYBE_PLAIN, NO_HOP, OVER_TLS, TLS_PHRASES, tlsVersionOf } from './received-patterns.js'

/** One leg of the way of a message, as the header shows it that the receiving host wrote. */
export interface ReceivedHop {
  readonly verdict: HopVerdict
  readonly from?: string
  /** Address of who handed it over. */
  readonly address?: string
  readonly by?: string
  /** By which protocol, as it is written: `ESMTPS`. */
  readonly with?: string
  readonly tlsVersion?: string
  readonly cipher?: string
  /** When it was taken in, in milliseconds since 1970. */
  readonly time?: number
  readonly text: string
}

/** Reads one Received header. What it shows is a claim of the host that wrote it, of its own inbound hop alone. */
export const readReceived = (header: string): ReceivedHop => {
  const clauses = receivedClauses(header)
  const shown = tlsShownIn(clauses)
  const verdict = verdictOf(clauses, shown)
  const version = tlsVersionOf(shown?.version)
  const [from, by] = [hostOf(clauses.from), hostOf(clauses.by)]
  const address = addressIn(clauses.from)
  const protocol = protocolOf(clauses)
  const time = timeOf(clauses.date)
  return {
    verdict,
    ...(from === undefined ? {} : { from }),
    ...(address === undefined ? {} : { address }),
    ...(by === undefined ? {} : { by }),
    ...(protocol === undefined ? {} : { with: protocol }),
    ...(verdict === 'tls' && version !== undefined ? { tlsVersion: version } : {}),
    ...(shown?.cipher === undefined ? {} : { cipher: shown.cipher }),
    ...(time === undefined ? {} : { time }),
    text: clauses.text,
  }
}

/**
 * Before its `by` a host writes what the other side calls itself, so that only a comment counts that begins as the
 * host's own.
 */
const tlsShownIn = ({ before, own, with: { words } }: ReceivedClauses) => {
  for (const { phrase } of TLS_PHRASES) {
    const match =
      phrase.exec(own) ?? before.map((comment) => phrase.exec(comment)).find((one) => one?.index === 0)
    if (match) return { version: match.groups?.['version'], cipher: match.groups?.['cipher'] }
  }
  return words.some((word) => OVER_TLS.test(word)) ? { version: undefined, cipher: undefined } : undefined
}

const verdictOf = (clauses: ReceivedClauses, shown: ReturnType<typeof tlsShownIn>): HopVerdict => {
  if (shown) return tlsVersionOf(shown.version) === undefined ? 'tls-version-unknown' : 'tls'
  const protocol = protocolOf(clauses) ?? ''
  if (isWithin(clauses, protocol)) return 'internal'
  const speaksSmtp = clauses.with.words.some((word) => MAYBE_PLAIN.test(word)) || /SMTP/i.test(protocol)
  const [hasFrom, hasBy] = [isThere(clauses.from), clauses.by.words.length > 0]
  return (hasFrom && hasBy) || (speaksSmtp && (hasFrom || hasBy)) ? 'not-shown' : 'unparsed'
}

/**
 * Whether it never left a machine, or is no hop between hosts: from itself, by a call of a mailbox system, from web
 * mail, into a mailbox, out of a local queue.
 */
const isWithin = (clauses: ReceivedClauses, protocol: string): boolean => {
  const { from, by, head, text } = clauses
  if (NO_HOP.test(protocol)) return true
  if (isLoopback(from)) return true
  // Whoever is connected may call himself so: a queue of the host has no address.
  if (/^MAILER-DAEMON$/i.test(from.words[0] ?? '') && addressIn(from) === undefined) return true
  if (isThere(from)) return false
  if (
    /^\((?:qmail|nullmailer|from |invoked|sender|original)/i.test(text) ||
    /\binvoked (?:by|from)\b/i.test(text)
  )
    return true
  // Without `from` a host took it from itself: a queue, or a system of many machines such as Gmail.
  return by.words.length > 0 && head.words.length === 0
}

const isThere = ({ words, comments }: Clause): boolean => words.length + comments.length > 0

const isLoopback = (from: Clause): boolean => {
  const address = addressIn(from)
  if (address !== undefined) return /^127\.|^::1$|^::ffff:127\./i.test(address)
  return /^\[?localhost(?:\.localdomain)?\]?$/i.test(from.words[0] ?? '')
}

/** The name or address that a clause begins with; the ends of addresses in brackets are taken away. */
const hostOf = ({ words: [first] }: Clause): string | undefined => {
  const host = first?.replace(/^[[<]|[\]>,]$/g, '').replace(/^IPv6:/i, '')
  return host === undefined || host === '' ? undefined : host.slice(0, MOST_HOST).toLowerCase()
}

const MOST_HOST = 255

/**
 * The address that the receiving host saw. A name is what the other side said of itself, and so is what stands behind
 * HELO, also where it looks like an address.
 */
const addressIn = ({ words, comments }: Clause): string | undefined => {
  for (const part of [...comments, ...words.slice(0, 2)]) {
    for (const [, bracketed, bare] of part
      .replace(/\b(?:HE|EH)LO[ =]\S+/gi, '')
      .replace(/IPv6:/gi, '')
      .matchAll(/\[([0-9a-f:.]{2,45})(?:%\w{1,16})?\]|(?:^|[\s(@])([0-9a-f:.]{2,45})(?=$|[\s):])/gi)) {
      const address = bracketed ?? bare ?? ''
      if (isIP(address) !== 0) return address.toLowerCase()
    }
  }
  return undefined
}

/** The words of `with`, without what some servers write behind. */
const protocolOf = ({ with: { words }, via, head }: ReceivedClauses): string | undefined => {
  const [first, second, third] = words
  if (first === undefined) return via.words[0] ?? (head.words.includes('SMTP') ? 'SMTP' : undefined)
  if (/^IBM$/i.test(first)) return [first, second].filter((word) => word !== undefined).join(' ')
  if (/^Microsoft$/i.test(first))
    return [first, second, third].filter((word) => word !== undefined && !/^id$/i.test(word)).join(' ')
  return first.slice(0, MOST_PROTOCOL)
}

const MOST_PROTOCOL = 40

const timeOf = (date: string | undefined): number | undefined => {
  const time = Date.parse((date ?? '').slice(0, MOST_DATE).replace(/\([^()]*\)/g, ' '))
  return Number.isNaN(time) ? undefined : time
}

const MOST_DATE = 80
