import type { Seen } from './evidence/evidence.js'
import type { ChainReport } from './evidence/tls/chains.js'
import type { TlsDetails } from './evidence/tls/details.js'
import type { HttpAnswer } from './evidence/tls/http.js'
import { targetText } from './evidence/tls/target.js'
import type { Objection } from './judge-endpoint.js'
import { findSuite } from './knowledge/cipher-suites.js'
import { type SuiteWeakness, suiteWeakness } from './knowledge/suite-weakness.js'
import { SEVERITIES } from './knowledge/terms.js'
import type { Endpoint } from './model/description.generated.js'
import type { Probed } from './probe.js'
import type { NotProbed } from './probe-plan.js'
import { visible } from './reporters/escape.js'
import { type Paint, painter, wrapped } from './reporters/terminal.js'

/** How to show it. */
export interface ProbeTextOptions {
  readonly columns: number
  readonly color: boolean
}

const LABEL = 14
const COUNT_MOST = 100

/** What was probed, as a table for people: what was seen, then what is wrong with it. */
export const probeText = (
  probed: readonly Probed[],
  notProbed: readonly NotProbed[],
  { columns, color }: ProbeTextOptions,
): string => {
  const page: Page = { columns: Math.max(40, Math.min(columns, COUNT_MOST)), paint: painter(color) }
  const blocks = probed.map((one) => [...blockOf(one, page)].join('\n'))
  if (notProbed.length > 0) {
    const rows = notProbed.flatMap(({ place, why }) =>
      wrapped(`${place}: ${why}`, page.columns, '  ', '    '),
    )
    blocks.push([page.paint('strong', 'Described, and not probed'), ...rows].join('\n'))
  }
  return `${blocks.join('\n\n')}\n`
}

interface Page {
  readonly columns: number
  readonly paint: Paint
}

/** A row with its name before it; what is too long goes on below. */
const row = (name: string, text: string, { columns, paint }: Page): string => {
  const [first = '', ...rest] = wrapped(text, columns, ' '.repeat(LABEL))
  return [`  ${paint('strong', name.padEnd(LABEL - 2))}${first.slice(LABEL)}`, ...rest].join('\n')
}

function* blockOf({ target, scanned, observations, objections }: Probed, page: Page): Generator<string> {
  const { paint } = page
  const place = target.place === undefined ? '' : `${target.place} at `
  const count = counted(scanned.connections, 'connection')
  yield `${paint('strong', visible(place + targetText(target)))} ${paint('quiet', `(${target.protocol}, ${count})`)}`
  for (const observation of observations) {
    if (observation.state === 'observed') yield* seenRows(observation, page)
    else yield row('Not proven', observation.reason, page)
  }
  for (const objection of objections) yield* objectionRows(objection, page)
  const seen = observations.some(({ state }) => state === 'observed')
  if (seen && objections.length === 0)
    yield row('Verdict', 'no rule has anything against what was seen', page)
}

function* objectionRows({ severity, words, ground }: Objection, page: Page): Generator<string> {
  const [first = '', ...rest] = wrapped(`${words}. ${ground}`, page.columns, ' '.repeat(LABEL))
  yield `  ${page.paint(severity, severity.toUpperCase().padEnd(LABEL - 2))}${first.slice(LABEL)}`
  yield* rest
}

function* seenRows({ facts, details }: Seen, page: Page): Generator<string> {
  const { encryption, tls } = facts as Partial<Endpoint>
  if (!tls) {
    const { words, http } = details as { readonly words: string; readonly http?: HttpAnswer }
    const to = http?.location === undefined ? '' : `, sends on to ${http.location}`
    yield row(
      encryption === 'none' ? 'Encryption' : 'In clear',
      `${encryption === 'none' ? 'none: ' : ''}${words}${to}`,
      page,
    )
    return
  }
  const found = details as unknown as TlsDetails
  yield* versionRows(found, page)
  if (tls?.groups) yield row('Groups', tls.groups.join(', '), page)
  if (tls?.dhBits !== undefined) yield row('DH modulus', `${tls.dhBits} bits`, page)
  for (const chain of found.chains) yield* chainRows(chain, page)
  const extras = extrasOf(found)
  if (extras.length > 0) yield row('Handshake', extras.join('; '), page)
  if (found.http) yield row('HTTP', httpText(found), page)
  if (found.plain !== undefined && found.plain !== '') yield row('Without TLS', found.plain, page)
}

function* versionRows({ versions }: TlsDetails, page: Page): Generator<string> {
  const tls13 = (versions['TLSv1.3']?.suites.length ?? 0) > 0
  const refused: string[] = []
  const shown = new Set<string>()
  for (const [version, { suites, serverPrefers, unproven }] of Object.entries(versions)) {
    if (suites.length === 0 && unproven === undefined) refused.push(version)
    if (suites.length === 0) continue
    const order =
      serverPrefers === undefined ? '' : serverPrefers ? ', in its own order' : ', in the client’s order'
    const fresh = suites.filter((name) => !shown.has(name))
    const known = fresh.length === 0 ? ', all of them above' : fresh.length < suites.length ? ', also' : ''
    yield row(version, `${counted(suites.length, 'suite')}${order}${known}`, page)
    const aead = suites.some((name) => findSuite(name)?.mode === 'aead')
    yield* suiteRows(fresh, { tls13, aead }, page)
    for (const name of fresh) shown.add(name)
  }
  if (refused.length > 0) yield row('Refused', refused.join(', '), page)
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Suites by what is wrong with them, the good first, else in the order in which the server took them. */
function* suiteRows(
  names: readonly string[],
  offered: { readonly tls13: boolean; readonly aead: boolean },
  { paint }: Page,
): Generator<string> {
  const weaknesses = new Map<string, readonly [SuiteWeakness | undefined, string[]]>()
  for (const name of names) {
    const suite = findSuite(name)
    const weakness = suite && suiteWeakness(suite, offered)
    const key = weakness ? `${weakness.severity}: ${weakness.words}` : ''
    const group = weaknesses.get(key) ?? ([weakness, []] as const)
    group[1].push(name)
    weaknesses.set(key, group)
  }
  const rank = (weakness: SuiteWeakness | undefined): number =>
    weakness ? SEVERITIES.length - SEVERITIES.indexOf(weakness.severity) : 0
  const groups = [...weaknesses].sort(([, [one]], [, [other]]) => rank(one) - rank(other))
  for (const [words, [weakness, group]] of groups) {
    if (weakness) yield `    ${paint(weakness.severity, words)}`
    for (const name of group) yield `    ${weakness ? '  ' : ''}${name}`
  }
}

function* chainRows(
  { certificates, matchesHost, trust, ocspStaple }: ChainReport,
  page: Page,
): Generator<string> {
  const [leaf] = certificates
  if (!leaf) return
  const { subject = '', issuer = '', notBefore, notAfter, keyType, keyBits, signature, names } = leaf
  yield row('Certificate', `${subject === '' ? 'no subject' : subject}, by ${issuer}`, page)
  if (names !== undefined) yield row('', `for ${names}`, page)
  yield row('', `${keyType} ${keyBits} bits, ${signature}, ${notBefore} to ${notAfter}`, page)
  const stores = Object.entries(trust)
  const trusting = stores.filter(([, { trusted }]) => trusted).map(([name]) => STORES[name])
  const reason = stores.find(([, { words }]) => words !== undefined)?.[1].words
  const trusted = trusting.length > 0 ? `trusted by ${trusting.join(' and ')}` : `not trusted: ${reason}`
  const staple = ocspStaple ? `; OCSP stapled: ${ocspStaple.status}` : ''
  yield row('', `${trusted}${matchesHost ? '' : '; not for this host'}${staple}`, page)
}

const STORES: Readonly<Record<string, string>> = {
  public: 'browsers',
  system: 'this machine',
  given: 'the given CA',
}

const extrasOf = (found: TlsDetails): readonly string[] => [
  ...(found.compression === true ? ['compression is on (CRIME)'] : []),
  ...(found.secureRenegotiation === undefined
    ? []
    : [found.secureRenegotiation ? 'secure renegotiation' : 'renegotiation is insecure (RFC 5746)']),
  ...(found.extendedMasterSecret === undefined
    ? []
    : [found.extendedMasterSecret ? 'extended master secret' : 'no extended master secret']),
  ...(found.fallbackNoticed === undefined
    ? []
    : [found.fallbackNoticed ? 'notices forced fallback' : 'does not notice forced fallback']),
  ...(found.clientCertificateRequested ? ['asks for a client certificate'] : []),
]

const httpText = ({ http }: TlsDetails): string => {
  if (!http || !('status' in http)) return http?.words ?? ''
  const hsts = http.strictTransportSecurity
  const to = http.location === undefined ? '' : `, sends on to ${http.location}`
  return `${http.words}${to}; ${hsts === undefined ? 'no HSTS' : `HSTS ${hsts}`}`
}
