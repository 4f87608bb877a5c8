import { offerOf } from './offers.js'
import { helloQuestion, type Peer } from './peer.js'
import type { VersionScan } from './suites.js'

/**
 * Whether the server's order of suites counts, not the client's; `undefined` where it has no choice. All scans offer
 * suites by code point: a server that took them in another order followed its own. One that took them in this order
 * may have followed either, and is asked once more.
 */
export const serverPrefers = async (peer: Peer, scan: VersionScan): Promise<boolean | undefined> => {
  const { version, suites } = scan
  if (suites.length < 2) return undefined
  if (suites.some((code, index) => index > 0 && code < (suites[index - 1] ?? 0))) return true
  const reversed = [...suites].reverse()
  const answer = await peer.ask(helloQuestion(offerOf(version, peer.route.host, { suites: reversed })))
  return answer.kind === 'hello' ? answer.found.hello.suite !== reversed[0] : undefined
}
