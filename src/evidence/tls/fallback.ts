import { INAPPROPRIATE_FALLBACK } from './alerts.js'
import { offerOf } from './offers.js'
import { helloQuestion, type Peer } from './peer.js'
import type { VersionScan } from './suites.js'

/**
 * Whether the server notices that a client was forced to an older version (RFC 7507); `undefined` where it has but
 * one. Scans come newest first.
 */
export const noticesFallback = async (
  peer: Peer,
  scans: readonly VersionScan[],
): Promise<boolean | undefined> => {
  const older = scans.filter(({ suites }) => suites.length > 0)[1]
  if (!older) return undefined
  const offer = offerOf(older.version, peer.route.host, { suites: older.suites, fallback: true })
  const answer = await peer.ask(helloQuestion(offer))
  if (answer.kind === 'hello') return false
  return answer.kind === 'refused' && answer.alert === INAPPROPRIATE_FALLBACK ? true : undefined
}
