import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { suiteName } from '../../knowledge/cipher-suites.js'
import { groupName, groupWeakness, modulusWeakness } from '../../knowledge/key-exchange-groups.js'
import { isBadSuite } from '../../knowledge/suite-weakness.js'
import type { Certificate, Endpoint, Tls } from '../../model/description.generated.js'
import { TLS_VERSIONS, type TlsVersionName } from '../../model/scalars/tls-version.js'
import type { NotProven, ObservedThing, Seen } from '../evidence.js'
import { type ChainReport, chainsOf, type TrustStores, worstOf } from './chains.js'
import { detailsOf } from './details.js'
import { type HttpAnswer, hstsOf } from './http.js'
import type { Scanned, TlsScan } from './probe-endpoint.js'
import type { SentChain } from './server-hello.js'
import type { Target } from './target.js'

/** When and by what certificates are believed. */
export interface ObservationContext {
  readonly now: Date
  readonly stores: TrustStores
}

/** What was seen at a target, and what could not be, as evidence. */
export const observationsOf = (
  target: Target,
  { result, connections }: Scanned,
  { now, stores }: ObservationContext,
): readonly (Seen | NotProven)[] => {
  const base = {
    about: thingOf(target),
    observedAt: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    from: hostname(),
    how: 'TLS handshakes',
  } as const
  if (result.kind === 'not-proven') return [{ ...base, state: 'not-proven', reason: result.words }]
  if (result.kind === 'clear') {
    const { words, address, http } = result
    const details = { address, words, connections, ...(http ? { http } : {}) }
    // A port that leads to HTTPS is not one that serves in clear; that it does nothing else is not proven.
    const encryption = leadsToHttps(http) ? {} : { encryption: 'none' as const }
    return [{ ...base, state: 'observed', facts: encryption, details }]
  }
  const chains = chainsOf(sentBy(result), target.host, stores, now)
  const details = { ...detailsOf(result, chains), connections }
  const reasons = unprovenOf(result)
  return [
    { ...base, state: 'observed', facts: factsOf(target, result, chains), details },
    ...reasons.map((reason) => ({ ...base, state: 'not-proven', reason }) as const),
  ]
}

const sentBy = ({ flights, ssl2 }: TlsScan): readonly SentChain[] => [
  ...flights.flatMap(({ chain }) => chain ?? []),
  ...(ssl2.kind === 'hello' ? [{ certificates: [ssl2.found.certificate] }] : []),
]

const leadsToHttps = (http: HttpAnswer | undefined): boolean =>
  http !== undefined && http.status >= 300 && http.status < 400 && /^https:\/\//i.test(http.location ?? '')

const thingOf = ({ host, port, place }: Target): ObservedThing => ({
  kind: 'endpoint',
  host,
  port,
  ...(place === undefined ? {} : { place }),
})

const factsOf = (target: Target, scan: TlsScan, chains: readonly ChainReport[]): Partial<Endpoint> => {
  const encryption = encryptionOf(target, scan)
  return { ...(encryption ? { encryption } : {}), tls: tlsOf(scan, worstOf(chains, looksAtNames(target))) }
}

/** Who sends mail to a host of the MX records takes any certificate; by an address nobody knows the name that is used. */
const looksAtNames = ({ host, protocol }: Target): boolean => isIP(host) === 0 && protocol !== 'smtp'

/** Protocols whose servers may take clients with and without TLS at one port. */
const MULTIPLEXED: ReadonlySet<string> = new Set(['mongodb', 'mssql', 'oracle', 'redis', 'kafka', 'other'])

const encryptionOf = ({ protocol }: Target, { direct, plain }: TlsScan): Endpoint['encryption'] => {
  if (direct) return MULTIPLEXED.has(protocol) ? undefined : 'required'
  if (plain?.accepted === undefined) return undefined
  return plain.accepted ? 'optional' : 'required'
}

/**
 * What is known completely. Of what is not, only the bad is a fact: that nothing else is offered was not proven, but
 * what was seen was seen.
 */
const tlsOf = (scan: TlsScan, certificate: Certificate | undefined): Tls => {
  const settled = unprovenVersions(scan).length === 0
  const allGroups = settled && unprovenGroups(scan).length === 0
  const versions = versionsOf(scan)
  const suites = suitesOf(scan)
  const groups = groupsOf(scan)
  const bits = scan.flights.flatMap(({ keyExchange }) => keyExchange?.dhBits ?? [])
  const dhBits = bits.length === 0 ? undefined : Math.min(...bits)
  const prefers = preference(scan)
  const hsts = scan.http && 'status' in scan.http ? hstsOf(scan.http) : undefined
  return {
    ...(settled || versions.some((version) => OLD.has(version)) ? { versions } : {}),
    ...(settled || suites.some(isBadSuite) ? { cipherSuites: suites } : {}),
    ...(groups.length > 0 && (allGroups || groups.some(groupWeakness)) ? { groups } : {}),
    ...(dhBits !== undefined && (settled || modulusWeakness(dhBits)) ? { dhBits } : {}),
    ...(prefers === undefined ? {} : { preferServer: prefers }),
    ...(hsts ? { hsts } : {}),
    ...(certificate ? { certificate } : {}),
  }
}

const OLD: ReadonlySet<TlsVersionName> = new Set(['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1'])

/** The versions that are offered, oldest first. */
export const versionsOf = ({ versions, ssl2 }: TlsScan): TlsVersionName[] => {
  const offered = new Set<TlsVersionName>(
    versions.filter(({ suites }) => suites.length > 0).map(({ version }) => version),
  )
  if (ssl2.kind === 'hello') offered.add('SSLv2')
  return TLS_VERSIONS.filter((version) => offered.has(version))
}

const suitesOf = ({ versions }: TlsScan): string[] => [
  ...new Set(versions.flatMap(({ suites }) => suites).map(suiteName)),
]

const groupsOf = ({ groups13, curves }: TlsScan): string[] => [
  ...new Set([...(groups13?.groups ?? []), ...(curves?.groups ?? [])].map(groupName)),
]

/** TLS 1.3 leaves no weak choice: the order of older suites counts. */
const preference = ({ serverPrefers, versions }: TlsScan): boolean | undefined =>
  versions
    .filter(({ version }) => version !== 'TLSv1.3')
    .map(({ version }) => serverPrefers[version])
    .find((one) => one !== undefined) ?? serverPrefers['TLSv1.3']

/** What was asked and not answered, with the server’s words. */
const unprovenOf = (scan: TlsScan): readonly string[] => [...unprovenVersions(scan), ...unprovenGroups(scan)]

const unprovenVersions = ({ versions, ssl2 }: TlsScan): readonly string[] => [
  ...versions.flatMap(({ version, unproven }) => (unproven === undefined ? [] : [`${version}: ${unproven}`])),
  ...(ssl2.kind === 'unproven' ? [`SSLv2: ${ssl2.words}`] : []),
]

const unprovenGroups = ({ groups13, curves }: TlsScan): readonly string[] =>
  [groups13, curves].flatMap((one) => (one?.unproven === undefined ? [] : [`groups: ${one.unproven}`]))
