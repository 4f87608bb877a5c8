import { lookup } from 'node:dns/promises'
import { suiteName } from '../../knowledge/cipher-suites.js'
import { GROUP_CODES } from '../../knowledge/key-exchange-groups.js'
import type { Offer } from './client-hello.js'
import { dialogueOf } from './dialogues/index.js'
import type { Enough, Flight } from './flight.js'
import { ownKey } from './key-schedule.js'
import { ALL_GROUPS, authenticationOf, CURVES, commonSuites, offerOf, suitesOf } from './offers.js'
import type { Pace } from './pace.js'
import { type Attempt, attempt, helloQuestion, type Peer, peerOf, type Route } from './peer.js'
import { ssl2Question } from './ssl2.js'
import type { Target } from './target.js'

/** What came of knocking at a target. */
export type Contact =
  | { readonly kind: 'reached'; readonly peer: Peer; readonly flight?: Flight }
  /** It has no TLS, by its own words. */
  | { readonly kind: 'no-tls'; readonly words: string; readonly route: Route }
  | {
      readonly kind: 'unreachable' | 'turned-away' | 'not-proven'
      readonly words: string
      /** Whether what it answered was of another protocol. */
      readonly otherProtocol?: true
    }

/** Bounds of a probe. */
export interface Bounds {
  /** Milliseconds for one connection. */
  readonly timeout: number
  readonly pace: Pace
  /** When to ask no more, on the clock of `performance`. */
  readonly deadline?: number
}

/** More addresses of one name than this are not tried. */
const MOST_ADDRESSES = 4

/** Finds a way to speak TLS with a target: an address, with or without a dialogue before, a hello that is answered. */
export const contact = async (target: Target, bounds: Bounds): Promise<Contact> => {
  const found = await addressesOf(target)
  if ('words' in found) return { kind: 'unreachable', words: found.words }
  let last: Contact = { kind: 'unreachable', words: 'its name has no address' }
  for (const address of found.addresses.slice(0, MOST_ADDRESSES)) {
    last = await knockAt(routesOf(target, address, bounds))
    if (last.kind !== 'unreachable') return last
  }
  return last
}

/** Where a target is: as was looked up already, else as the system resolves it. */
export const addressesOf = async ({
  host,
  addresses,
}: Target): Promise<{ readonly addresses: readonly string[] } | { readonly words: string }> => {
  if (addresses) return { addresses }
  try {
    const found = await lookup(host, { all: true })
    return { addresses: found.map(({ address }) => address) }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return {
      words: code === 'ENOTFOUND' ? 'the name does not exist in DNS' : `DNS did not answer (${code})`,
    }
  }
}

/** The ways to begin: by the port’s custom, or where it has none first in clear, then at once. */
const routesOf = ({ host, port, protocol }: Target, address: string, bounds: Bounds): readonly Route[] => {
  const direct: Route = { host, address, port, ...bounds }
  const dialogue = dialogueOf(protocol)
  if (!dialogue || dialogue.directPorts.includes(port)) return [direct]
  const upgraded = { ...direct, dialogue }
  return dialogue.plainPorts.includes(port) ? [upgraded] : [upgraded, direct]
}

const knockAt = async ([first, second]: readonly Route[]): Promise<Contact> => {
  if (!first) return { kind: 'unreachable', words: 'no way leads there' }
  const one = await knock(first)
  if (one.kind !== 'turned-away' || !second) return one
  const other = await knock(second)
  return other.kind === 'reached' ? other : one
}

/** Curves that our runtime can compute with, so that a first flight of TLS 1.3 can be opened. */
const SHARED = ['x25519', 'secp256r1'] as const

/** Hello messages that some server answers, the newest first. Suites without a certificate come last. */
const openings = (host: string): readonly Offer[] => {
  const certified = suitesOf('TLSv1.2').filter((code) => authenticationOf(suiteName(code)) !== 'none')
  const modern: Offer = {
    versions: ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1.0'],
    suites: [...commonSuites('TLSv1.3'), ...certified],
    groups: CURVES,
    host,
  }
  return [
    modern,
    offerOf('TLSv1.2', host, { suites: commonSuites('TLSv1.2') }),
    { ...modern, suites: [...suitesOf('TLSv1.3'), ...suitesOf('TLSv1.2')], groups: ALL_GROUPS },
    offerOf('TLSv1.0', host, { suites: commonSuites('TLSv1.0') }),
    offerOf('SSLv3', host),
  ]
}

/** Sends one hello after the other until one is answered. */
const knock = async (route: Route): Promise<Contact> => {
  const refusals: string[] = []
  let silent = 0
  for (const offer of openings(route.host)) {
    const answer = await open(route, offer)
    if (answer.kind === 'hello')
      return {
        kind: 'reached',
        peer: peerOf(route, helloQuestion(offer), offer.suites.length > LONG_LIST),
        flight: answer.found,
      }
    if (answer.kind === 'no-tls') return { kind: 'no-tls', words: answer.words, route }
    if (answer.kind === 'unreachable' || answer.kind === 'turned-away')
      return { kind: answer.kind, words: answer.words }
    if (answer.kind === 'silent') silent++
    if (answer.kind === 'not-tls') return { kind: 'not-proven', words: answer.words, otherProtocol: true }
    if (silent === MOST_SILENCE) return { kind: 'not-proven', words: answer.words }
    refusals.push(answer.words)
  }
  return knockOld(route, refusals[0] ?? '')
}

/** Servers that mind the length of a list mind it well below. */
const LONG_LIST = 200

/** Who is silent this often does not speak TLS with us; waiting longer would only cost time. */
const MOST_SILENCE = 2

/** The last try: only SSL 2.0. */
const knockOld = async (route: Route, words: string): Promise<Contact> => {
  const answer = await attempt(route, ssl2Question)
  return answer.kind === 'hello'
    ? { kind: 'reached', peer: peerOf(route, ssl2Question, false) }
    : { kind: 'not-proven', words: `it answered no hello of any version: ${words}` }
}

const WHOLE: Enough = ({ whole }) => whole

/** Opens a handshake far enough to see the certificate; TLS 1.3 may need a second hello, with the key it asks for. */
const open = async (route: Route, offer: Offer): Promise<Attempt<Flight>> => {
  if (!offer.versions.includes('TLSv1.3')) return attempt(route, helloQuestion(offer, WHOLE))
  const keys = SHARED.flatMap((name) => ownKey(GROUP_CODES[name] as number) ?? [])
  const answer = await attempt(route, helloQuestion({ ...offer, keyShares: keys }, WHOLE, keys))
  if (answer.kind !== 'hello' || !answer.found.hello.retry) return answer
  const wanted = ownKey(answer.found.hello.group ?? 0)
  if (!wanted) return answer
  const again = await attempt(
    route,
    helloQuestion({ ...offer, groups: [wanted.group], keyShares: [wanted] }, WHOLE, [wanted]),
  )
  return again.kind === 'hello' ? again : answer
}
