import type { End } from '../connections.js'
import type { Infrastructure } from '../infrastructure.js'
import { traitsOf } from '../traits.js'
import type { AssetSubject } from './asset.js'
import type { EndpointSubject } from './endpoint.js'

/** What lies between two ends. `loopback` never leaves a machine, so nothing is transmitted over a network. */
export type Crossing = 'loopback' | 'inside' | 'between-sites' | 'public'

/** The ends of a leg, as far as they are described. */
interface Ends {
  readonly from: End
  readonly to: End
  readonly sender: AssetSubject | undefined
  readonly receiver: AssetSubject | undefined
  readonly endpoint: EndpointSubject | undefined
}

/** Judges what a leg crosses from what is stated of its ends: exposure, zones, hosts, sites, who they are. */
export const crossingOf = (infrastructure: Infrastructure, hop: Ends): Crossing => {
  const { sender, receiver, endpoint, from, to } = hop
  if (endpoint?.value.exposure === 'loopback' || (sender && sender.id === receiver?.id)) return 'loopback'
  if (shareMachine(infrastructure, sender, receiver)) return 'loopback'
  if (isOutside(from, sender) || isOutside(to, receiver)) return 'public'
  if (endpoint?.value.exposure === 'public') return 'public'
  return differ(sender, receiver, 'site') || differ(sender, receiver, 'region') ? 'between-sites' : 'inside'
}

/** Whether both ends run on the same machine, or one of them on the other. What stands for several is none. */
const shareMachine = (
  infrastructure: Infrastructure,
  sender: AssetSubject | undefined,
  receiver: AssetSubject | undefined,
): boolean => {
  const [from, to] = [sender?.entry.value.runsOn, receiver?.entry.value.runsOn]
  if (from === undefined && to === undefined) return false
  const shared = [from, to].find(
    (host) => host !== undefined && [from, sender?.id].includes(host) && [to, receiver?.id].includes(host),
  )
  const host = infrastructure.asset(shared ?? '')?.value
  return host !== undefined && traitsOf(host.kind).machine && (host.count ?? 1) === 1
}

const isOutside = (end: End, asset: AssetSubject | undefined): boolean => {
  if (end.kind !== 'asset') return true
  return asset?.zone?.trust === 'external' || asset?.entry.value.zone === 'internet'
}

const differ = (
  one: AssetSubject | undefined,
  other: AssetSubject | undefined,
  key: 'site' | 'region',
): boolean => {
  const [a, b] = [one?.entry.value[key], other?.entry.value[key]]
  return a !== undefined && b !== undefined && a !== b
}
