import { openChannel } from './channel.js'
import type { RecordVersion } from './client-hello.js'
import { addressesOf, type Bounds, contact } from './contact.js'
import type { PlainAnswer } from './dialogues/dialogue.js'
import { noticesFallback } from './fallback.js'
import type { Flight } from './flight.js'
import { type GroupScan, scanCurves, scanGroups13 } from './groups.js'
import { askHttp, askHttps, type HttpAnswer } from './http.js'
import type { Pace } from './pace.js'
import type { Peer, Route, Settled } from './peer.js'
import { serverPrefers } from './preference.js'
import { type Ssl2Hello, ssl2Question } from './ssl2.js'
import { scanVersion, type VersionScan, wantsOf } from './suites.js'
import type { Target } from './target.js'

/** Everything that was found of an endpoint that speaks TLS. */
export interface TlsScan {
  readonly kind: 'tls'
  readonly address: string
  /** Whether TLS began with the first byte, or was asked for in clear. */
  readonly direct: boolean
  /** Newest first. */
  readonly versions: readonly VersionScan[]
  readonly ssl2: Settled<Ssl2Hello>
  readonly groups13?: GroupScan
  readonly curves?: GroupScan
  /** Whose order of suites counts, in each version that leaves a choice. */
  readonly serverPrefers: Readonly<Partial<Record<RecordVersion, boolean>>>
  readonly noticesFallback?: boolean
  readonly flights: readonly Flight[]
  readonly http?: HttpAnswer | { readonly words: string }
  readonly plain?: PlainAnswer
}

/** What came of a probe. */
export type ScanResult =
  | TlsScan
  /** It answers in clear: the protocol says that it has no TLS, or it is plain HTTP. */
  | {
      readonly kind: 'clear'
      readonly address: string
      readonly words: string
      readonly http?: HttpAnswer
    }
  | { readonly kind: 'not-proven'; readonly words: string }

/** A result, and what it took. */
export interface Scanned {
  readonly result: ScanResult
  readonly connections: number
}

const VERSIONS: readonly RecordVersion[] = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1.0', 'SSLv3']

/** Probes one endpoint. Nothing is connected to but the target. */
export const probeEndpoint = async (target: Target, bounds: Bounds): Promise<Scanned> => {
  let connections = 0
  const counted: Pace = (task) => {
    connections++
    return bounds.pace(task)
  }
  const result = await resultOf(target, { ...bounds, pace: counted })
  return { result, connections }
}

const resultOf = async (target: Target, bounds: Bounds): Promise<ScanResult> => {
  if (target.protocol === 'http') return plainHttp(target, bounds)
  const met = await contact(target, bounds)
  if (met.kind === 'no-tls') return { kind: 'clear', address: met.route.address, words: met.words }
  if (met.kind !== 'reached') return withoutTls(target, bounds, met.words)
  return scan(target, met.peer, met.flight)
}

/** A web server that answers a hello in clear has lost its TLS: asked in clear it shows whether it serves so. */
const withoutTls = async (target: Target, bounds: Bounds, words: string): Promise<ScanResult> => {
  const isHttp = target.protocol === 'https' && /answered “HTTP\/1\.[01] /.test(words)
  const plain = isHttp ? await plainHttp(target, bounds) : undefined
  return plain?.kind === 'clear'
    ? { ...plain, words: `it does not speak TLS: ${plain.words}` }
    : { kind: 'not-proven', words }
}

const scan = async (target: Target, peer: Peer, first: Flight | undefined): Promise<TlsScan> => {
  const { route } = peer
  const enough = wantsOf()
  const [versions, ssl2, early13, http, plain] = await Promise.all([
    Promise.all(VERSIONS.map((version) => scanVersion(peer, version, enough))),
    peer.ask(ssl2Question),
    first?.hello.version === 'TLSv1.3' ? scanGroups13(peer) : undefined,
    target.protocol === 'https' ? askHttps(route) : undefined,
    route.dialogue?.plain ? askPlain(route) : undefined,
  ])
  const before = versions.find(({ version, suites }) => version !== 'TLSv1.3' && suites.length > 0)
  const has13 = versions.some(({ version, suites }) => version === 'TLSv1.3' && suites.length > 0)
  const groups13 = early13 ?? (has13 ? await scanGroups13(peer) : undefined)
  const [curves, prefers, fallback] = await Promise.all([
    before && scanCurves(peer, before, groups13?.groups ?? []),
    preferences(peer, versions),
    noticesFallback(peer, versions),
  ])
  return {
    kind: 'tls',
    address: route.address,
    direct: route.dialogue === undefined,
    versions,
    ssl2,
    serverPrefers: prefers,
    flights: [...(first ? [first] : []), ...versions.flatMap(({ flights }) => flights)],
    ...(groups13 ? { groups13 } : {}),
    ...(curves ? { curves } : {}),
    ...(fallback === undefined ? {} : { noticesFallback: fallback }),
    ...(http ? { http } : {}),
    ...(plain ? { plain } : {}),
  }
}

const preferences = async (
  peer: Peer,
  versions: readonly VersionScan[],
): Promise<TlsScan['serverPrefers']> => {
  // One configuration orders all versions before TLS 1.3.
  const before = versions.find(({ version, suites }) => version !== 'TLSv1.3' && suites.length > 1)
  const asked = versions.filter((one) => one === before || one.version === 'TLSv1.3')
  const answers = await Promise.all(
    asked.map(async (one) => [one.version, await serverPrefers(peer, one)] as const),
  )
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined))
}

const askPlain = (route: Route): Promise<PlainAnswer> =>
  route.pace(async () => {
    const channel = openChannel({ host: route.address, port: route.port, timeout: route.timeout })
    try {
      return (await route.dialogue?.plain?.(channel, route.host)) ?? { words: '' }
    } finally {
      channel.close()
    }
  })

/** What web servers say in clear at a port that wants TLS. */
const BAD_REQUEST = 400

const plainHttp = async (target: Target, bounds: Bounds): Promise<ScanResult> => {
  const { host, port } = target
  const found = await addressesOf(target)
  if ('words' in found) return { kind: 'not-proven', words: found.words }
  const [address = host] = found.addresses
  const http = await askHttp({ host, address, port, ...bounds })
  if (!('status' in http)) return { kind: 'not-proven', words: http.words }
  // Servers of TLS often answer in clear, and only to say that they want TLS.
  if (http.status === BAD_REQUEST) {
    const encrypted = { ...target, protocol: 'https', addresses: [address] }
    const met = await contact(encrypted, bounds)
    if (met.kind === 'reached') return scan(encrypted, met.peer, met.flight)
    if (met.kind !== 'no-tls' && met.otherProtocol !== true)
      return { kind: 'not-proven', words: `asked in clear it answered ${http.words}: it may want TLS` }
  }
  return { kind: 'clear', address, words: `it answered in clear: ${http.words}`, http }
}
