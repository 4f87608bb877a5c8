import { findSuite, suiteName } from '../../knowledge/cipher-suites.js'
import { CURVES, GROUPS_13, offerOf } from './offers.js'
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

/** Curves of TLS 1.2 and before that are not known yet, by the key exchange of suites that the server has. */
export const scanCurves = (
  peer: Peer,
  { version, suites }: VersionScan,
  known: readonly number[],
): Promise<GroupScan> => {
  const ephemeral = suites.filter((code) => findSuite(suiteName(code))?.keyExchange === 'ecdhe')
  if (ephemeral.length === 0 || version === 'SSLv3') return Promise.resolve({ groups: [] })
  const curves = CURVES.filter((code) => !known.includes(code))
  return drainGroups(curves, async (groups) => {
    const offer = offerOf(version, peer.route.host, { groups, suites: ephemeral })
    const answer = await peer.ask(helloQuestion(offer, ({ keyExchange }) => keyExchange !== undefined))
    return answer.kind === 'hello' ? { group: answer.found.keyExchange?.group } : answer
  })
}

type Asked =
  | { readonly group: number | undefined }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unproven'; readonly words: string }

const drainGroups = async (
  offered: readonly number[],
  ask: (groups: readonly number[]) => Promise<Asked>,
): Promise<GroupScan> => {
  const groups: number[] = []
  let left = offered
  while (left.length > 0) {
    const asked = await ask(left)
    if ('kind' in asked) return asked.kind === 'refused' ? { groups } : { groups, unproven: asked.words }
    const { group } = asked
    if (group === undefined) return { groups, unproven: 'it names no group' }
    if (!left.includes(group)) return outsider(groups, group)
    groups.push(group)
    left = left.filter((code) => code !== group)
  }
  return { groups }
}

/** Old servers do not look at what the client has, and use their one curve always. */
const outsider = (groups: readonly number[], group: number): GroupScan =>
  groups.includes(group) ? { groups, fixed: true } : { groups: [...groups, group], fixed: true }
