import { offerOf } from './offers.js'
import { helloQuestion, type Peer } from './peer.js'
import type { VersionScan } from './suites.js'

/**
 * Whether the server's order of suites counts, not the client's; `undefined` where it has no choice. All scans offer
 * suites by code point: a server that took them in another order followed its own. One that took them in this order
 * may have followed either, and is asked once more; one that was offered them in pieces, twice.
 */
export const serverPrefers = async (peer: Peer, scan: VersionScan): Promise<boolean | undefined> => {
  const { version, suites, inPieces } = scan
  if (suites.length < 2) return undefined
  const choiceOf = async (offered: readonly number[]): Promise<number | undefined> => {
    const answer = await peer.ask(helloQuestion(offerOf(version, peer.route.host, { suites: offered })))
    return answer.kind === 'hello' ? answer.found.hello.suite : undefined
  }
  const inOrder = [...suites].sort((one, other) => one - other)
  if (!inPieces && inOrder.some((code, index) => code !== suites[index])) return true
  const first = inPieces ? await choiceOf(inOrder) : inOrder[0]
  const last = await choiceOf([...inOrder].reverse())
  return first === undefined || last === undefined ? undefined : first === last
}
