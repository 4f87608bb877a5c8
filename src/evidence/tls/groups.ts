import { findSuite, suiteName } from '../../knowledge/cipher-suites.js'
import { GROUP_CODES, groupName } from '../../knowledge/key-exchange-groups.js'
import { readCertificate } from '../certificates/certificate.js'
import type { Flight } from './flight.js'
import { authenticationOf, CURVES, GROUPS_13, offerOf } from './offers.js'
import { helloQuestion, type Peer } from './peer.js'
import type { VersionScan } from './suites.js'

/** The groups of a server. */
export interface GroupScan {
  /** Code points in the order in which the server took them. */
  readonly groups: readonly number[]
  readonly unproven?: string
  /** Whether it uses its one group whatever the client has. */
  readonly fixed?: boolean
}

/**
 * Groups of TLS 1.3. A hello without a key lets the server name the group that it wants before either side computes
 * anything (RFC 8446, 4.1.4); what it names is left out, until it wants none.
 */
export const scanGroups13 = (peer: Peer): Promise<GroupScan> =>
  drainGroups(GROUPS_13, async (groups) => {
    const answer = await peer.ask(
      helloQuestion(offerOf('TLSv1.3', peer.route.host, { groups, keyShares: [] })),
    )
    return answer.kind === 'hello' ? { group: answer.found.hello.group } : answer
  })

/**
 * Curves of TLS 1.2 and before that are not known yet, by the key exchange of suites that the server has. A client that
 * does not name the curve of an ECDSA certificate is not shown it (RFC 8422, 2.2): where there is no other certificate
 * that curve stays in the offer, as the last.
 */
export const scanCurves = async (
  peer: Peer,
  { version, suites, flights }: VersionScan,
  known: readonly number[],
): Promise<GroupScan> => {
  const ephemeral = suites.filter((code) => findSuite(suiteName(code))?.keyExchange === 'ecdhe')
  if (ephemeral.length === 0 || version === 'SSLv3') return { groups: [] }
  const others = ephemeral.filter((code) => authenticationOf(suiteName(code)) !== 'ecdsa')
  const kept = others.length > 0 ? undefined : certificateCurve(flights)
  const curves = CURVES.filter((code) => !known.includes(code) || code === kept)
  const ask = async (groups: readonly number[]): Promise<Asked> => {
    const offer = offerOf(version, peer.route.host, {
      groups,
      suites: others.length > 0 ? others : ephemeral,
    })
    const answer = await peer.ask(helloQuestion(offer, ({ keyExchange }) => keyExchange !== undefined))
    return answer.kind === 'hello' ? groupIn(answer.found) : answer
  }
  const { groups, ...rest } = await drainGroups(curves, ask, kept, known)
  return { ...rest, groups: groups.filter((code) => !known.includes(code)) }
}

/** With a suite of PSK OpenSSL looks for a curve only after its hello, and then refuses. */
const groupIn = ({ hello, keyExchange, whole }: Flight): Asked =>
  keyExchange === undefined && !whole && /_PSK_/.test(suiteName(hello.suite))
    ? { kind: 'refused' }
    : { group: keyExchange?.group }

/** The curve of the first certificate that has one. */
const certificateCurve = (flights: readonly Flight[]): number | undefined =>
  flights
    .map(({ chain }) => chain?.certificates[0])
    .map((der) => GROUP_CODES[CURVE_NAMES[curveOf(der) ?? ''] ?? curveOf(der) ?? ''])
    .find((code) => code !== undefined)

const CURVE_NAMES: Readonly<Record<string, string>> = { prime256v1: 'secp256r1' }

const curveOf = (der: Buffer | undefined): string | undefined => der && readCertificate(der)?.curve

type Asked =
  | { readonly group: number | undefined }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unproven'; readonly words: string }

const drainGroups = async (
  offered: readonly number[],
  ask: (groups: readonly number[]) => Promise<Asked>,
  kept?: number,
  known: readonly number[] = [],
): Promise<GroupScan> => {
  const groups: number[] = []
  let left = offered
  while (left.length > 0) {
    const asked = await ask(kept === undefined ? left : [...left.filter((code) => code !== kept), kept])
    if ('kind' in asked) return asked.kind === 'refused' ? { groups } : { groups, unproven: asked.words }
    const { group } = asked
    if (group === undefined) return { groups, unproven: 'it names no group' }
    if (group === kept && groups.includes(kept)) return afterKept(groups, left.length, kept, known)
    if (!left.includes(group)) return outsider(groups, group)
    groups.push(group)
    left = left.filter((code) => code !== group)
  }
  return { groups }
}

/**
 * A server that prefers the curve of its certificate never comes to others: whether it has them cannot be seen. Where
 * TLS 1.3 told the groups, nothing is hidden that anybody configures apart.
 */
const afterKept = (
  groups: readonly number[],
  left: number,
  kept: number,
  known: readonly number[],
): GroupScan =>
  groups[0] === kept && left > 0 && !known.includes(kept)
    ? {
        groups,
        unproven: `it prefers ${groupName(kept)}, the curve of its certificate; what else it has cannot be seen`,
      }
    : { groups }

/** Old servers do not look at what the client has, and use their one curve always. */
const outsider = (groups: readonly number[], group: number): GroupScan =>
  groups.includes(group) ? { groups, fixed: true } : { groups: [...groups, group], fixed: true }
