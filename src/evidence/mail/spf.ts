import { isIP } from 'node:net'
import { visible } from '../../model/visible.js'
import type { Ask } from '../dns/client.js'
import { type Published, textRecord } from './records.js'

/** An SPF record, and what receivers have to look up for it (RFC 7208). */
export interface Spf {
  readonly text: string
  /** Terms that ask the DNS, those of included records too; 10 are allowed (4.6.4). */
  readonly lookups: number
  /** Of these, those that found nothing; 2 are allowed. */
  readonly voids: number
  /** What makes receivers give up (permerror). */
  readonly fault?: string
  /** What could not be looked up. */
  readonly unproven?: string
}

const MOST_LOOKUPS = 10
const MOST_VOIDS = 2
/** Further than this nothing is looked up: the record is void long before. */
const GIVE_UP = 20

interface Walk {
  readonly ask: Ask
  lookups: number
  voids: number
  fault?: string
  unproven?: string
}

/** Reads the SPF record of a domain and all that it includes. */
export const spfOf = async (ask: Ask, domain: string): Promise<Published<Spf>> => {
  const found = await textRecord(ask, domain, BEGINS)
  if (found.state !== 'published') return found
  const walk: Walk = { ask, lookups: 0, voids: 0 }
  await follow(walk, found.text, domain, [domain])
  const { lookups, voids } = walk
  const fault =
    walk.fault ??
    (lookups > MOST_LOOKUPS
      ? `${lookups}${lookups >= GIVE_UP ? ' or more' : ''} look-ups, of which ${MOST_LOOKUPS} are allowed`
      : voids > MOST_VOIDS
        ? `${voids} look-ups that find nothing, of which ${MOST_VOIDS} are allowed`
        : undefined)
  return {
    state: 'published',
    text: found.text,
    lookups,
    voids,
    ...(fault === undefined ? {} : { fault }),
    ...(walk.unproven === undefined ? {} : { unproven: walk.unproven }),
  }
}

const BEGINS = /^v=spf1( |$)/i
/** What a record may hold (RFC 7208, 12); modifiers that nobody knows are passed over (6). */
const KNOWN =
  /^(?:[+?~-]?(?:all|(?:include|exists):.+|(?:a|mx|ptr)(?:[:/].+)?|ip4:[\d.]+(?:\/\d{1,2})?|ip6:[\da-f:.]+(?:\/\d{1,3})?)|[a-z][\w.-]*=.*)?$/i
const TERM = /^[+?~-]?(include|a|mx|ptr|exists|redirect)(?:[:=]([^/]*))?(?:\/.*)?$/i

const follow = async (walk: Walk, text: string, domain: string, above: readonly string[]): Promise<void> => {
  const written = text.split(/\s+/).slice(1)
  const unknown = written.find((term) => !isKnown(term))
  if (unknown !== undefined)
    walk.fault ??= `“${visible(unknown.slice(0, MOST_QUOTED))}” of ${domain} is no term of SPF`
  const all = written.findIndex((term) => /^[+?~-]?all$/i.test(term))
  // What stands behind `all` is passed over, and so is `redirect` wherever it stands (RFC 7208, 5.1).
  const terms = all < 0 ? written : written.slice(0, all)
  for (const term of terms) {
    const [, kind = '', given = ''] = TERM.exec(term) ?? []
    const name = kind.toLowerCase()
    if (name === '' || (name === 'redirect' && all >= 0)) continue
    if (++walk.lookups >= GIVE_UP) return
    await lookUp(walk, name, given === '' ? domain : given, above)
    if (walk.lookups >= GIVE_UP) return
  }
}

const isKnown = (term: string): boolean => {
  const address = /^[+?~-]?ip[46]:([^/]*)/i.exec(term)?.[1]
  return KNOWN.test(term) && (address === undefined || isIP(address) === (/ip4/i.test(term) ? IPV4 : IPV6))
}

const [IPV4, IPV6] = [4, 6]
const MOST_QUOTED = 60

const lookUp = async (walk: Walk, kind: string, target: string, above: readonly string[]): Promise<void> => {
  // Macros depend on who sends: what they ask for cannot be told beforehand.
  if (target.includes('%') || kind === 'ptr') return
  if (kind === 'include' || kind === 'redirect') return includeOf(walk, kind, target, above)
  const answer = await walk.ask(target, kind === 'mx' ? 'MX' : 'A')
  if (answer.kind === 'not-proven') walk.unproven ??= answer.words
  if (answer.kind === 'none' && (kind === 'mx' || (await isVoid(walk, target)))) walk.voids++
}

const isVoid = async ({ ask }: Walk, target: string): Promise<boolean> =>
  (await ask(target, 'AAAA')).kind === 'none'

const includeOf = async (
  walk: Walk,
  kind: string,
  target: string,
  above: readonly string[],
): Promise<void> => {
  const name = target.toLowerCase()
  if (above.includes(name)) {
    walk.fault ??= `it includes itself by ${name}`
    return
  }
  const found = await textRecord(walk.ask, name, BEGINS)
  if (found.state === 'not-proven') walk.unproven ??= found.words
  else if (found.state === 'published') await follow(walk, found.text, name, [...above, name])
  else {
    walk.voids++
    walk.fault ??= `${kind} of ${name}, which has ${found.state === 'none' ? 'no SPF record' : found.words}`
  }
}
