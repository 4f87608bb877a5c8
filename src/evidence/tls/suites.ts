import { findSuite, suiteName } from '../../knowledge/cipher-suites.js'
import { PROTOCOL_VERSION } from './alerts.js'
import type { RecordVersion } from './client-hello.js'
import type { Enough, Flight } from './flight.js'
import { type Authentication, authenticationOf, commonSuites, offerOf, suitesOf } from './offers.js'
import { helloQuestion, type Peer, type Settled } from './peer.js'

/** What was found of one version. */
export interface VersionScan {
  readonly version: RecordVersion
  /** Code points in the order in which the server took them. */
  readonly suites: readonly number[]
  /** Whether they were offered in several lists, so that their order is ours in part. */
  readonly inPieces?: true
  /** What the server said when it took no more, or did not take the version. */
  readonly refusal?: string
  /** Why not all is known. */
  readonly unproven?: string
  /** What came with the choices: chains, moduli, extensions. */
  readonly flights: readonly Flight[]
}

/** What is still worth waiting for in a flight; shared by the scans of all versions. */
export const wantsOf = (): Enough => {
  const seen = new Set<Authentication>(['none'])
  return ({ hello, chain, keyExchange }) => {
    if (hello.version === 'TLSv1.3') return true
    const name = suiteName(hello.suite)
    const authentication = authenticationOf(name)
    if (chain) seen.add(authentication)
    const lacksChain = !seen.has(authentication)
    // The modulus may differ from suite to suite: export suites have their own.
    const lacksModulus = findSuite(name)?.keyExchange === 'dhe' && !keyExchange
    return !lacksChain && !lacksModulus
  }
}

/** So many suites in one hello all servers bear. */
const CHUNK = 64

/** Finds the suites of a version: all are offered, what the server takes is left out, until it takes none. */
export const scanVersion = async (
  peer: Peer,
  version: RecordVersion,
  enough: Enough,
): Promise<VersionScan> => {
  const scan = await drain(peer, version, suitesOf(version), enough)
  if (scan.suites.length > 0 || scan.unproven !== undefined || scan.final || peer.bearsLongLists) return scan
  // Some servers refuse long lists.
  const short = await drain(peer, version, commonSuites(version), enough)
  if (short.suites.length === 0) return short
  const rest = suitesOf(version).filter((code) => !commonSuites(version).includes(code))
  const scans = [short]
  for (let at = 0; at < rest.length; at += CHUNK)
    scans.push(await drain(peer, version, rest.slice(at, at + CHUNK), enough))
  const unproven = scans.find((one) => one.unproven !== undefined)?.unproven
  return {
    version,
    inPieces: true,
    suites: scans.flatMap(({ suites }) => suites),
    flights: scans.flatMap(({ flights }) => flights),
    ...(unproven === undefined ? {} : { unproven }),
  }
}

type Drained = VersionScan & {
  /** Whether a shorter list would make no difference. */
  readonly final: boolean
}

const drain = async (
  peer: Peer,
  version: RecordVersion,
  offered: readonly number[],
  enough: Enough,
): Promise<Drained> => {
  const [suites, flights] = [[] as number[], [] as Flight[]]
  let left = offered
  while (left.length > 0) {
    const answer = await peer.ask(helloQuestion(offerOf(version, peer.route.host, { suites: left }), enough))
    const end = endOf(answer, version, left)
    if (end) return { version, suites, flights, ...end }
    const { found } = answer as { found: Flight }
    suites.push(found.hello.suite)
    flights.push(found)
    left = left.filter((code) => code !== found.hello.suite)
  }
  return { version, suites, flights, final: true }
}

type End = Pick<Drained, 'final' | 'refusal' | 'unproven'>

const endOf = (
  answer: Settled<Flight>,
  version: RecordVersion,
  offered: readonly number[],
): End | undefined => {
  if (answer.kind === 'unproven') return { unproven: answer.words, final: true }
  if (answer.kind === 'refused') return { refusal: answer.words, final: answer.alert === PROTOCOL_VERSION }
  const { hello } = answer.found
  if (hello.version !== version) return { refusal: `it answered with ${hello.version}`, final: true }
  if (!offered.includes(hello.suite))
    return { unproven: `it took ${suiteName(hello.suite)}, which was not offered`, final: true }
  return undefined
}
