import type { Connection } from '../model/connections.js'
import type { Stream } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { flowSubject, type HopSubject, hopsOf } from '../model/subjects/hop.js'
import { type MapHop, PROTECTIONS, type Protection } from './data-flow-map.js'

/**
 * Folds the legs of a flow, or the endpoints of a leg, into one: it is encrypted where all are, in clear where one is
 * and none is shown to be encrypted, and what is not stated anywhere is not proven. Legs that cross no network say
 * nothing.
 */
export const foldProtection = (all: readonly Protection[]): Protection => {
  const seen = new Set<Protection>(all.filter((one) => one !== 'no-network'))
  if (seen.size === 0) return 'no-network'
  if (seen.has('partly') || (seen.has('not-encrypted') && seen.has('encrypted'))) return 'partly'
  return PROTECTIONS.find((one) => seen.has(one)) as Protection
}

/** Where the worst leg stands; the first of several. */
export const worstOf = (hops: readonly MapHop[]): number => {
  const worst = PROTECTIONS.find((one) => hops.some(({ protection }) => protection === one))
  return hops.findIndex(({ protection }) => protection === worst)
}

/** The legs of a connection, each once however many endpoints accept it, with how it is protected. */
export const hopsOfConnection = (
  infrastructure: Infrastructure,
  connection: Connection,
): readonly MapHop[] => {
  const legs: [HopSubject, ...HopSubject[]][] = []
  for (const hop of hopsOf(flowSubject(infrastructure, connection))) {
    const leg = legs[hop.index]
    if (leg) leg.push(hop)
    else legs[hop.index] = [hop]
  }
  return legs.map((leg) => {
    const [{ from, to }] = leg
    const protocols = new Set(leg.flatMap(({ protocol }) => protocol.value ?? []))
    return {
      from: from.id,
      to: to.id,
      protection: foldProtection(leg.map(protectionOf)),
      protocols: [...protocols].sort(),
    }
  })
}

const protectionOf = (hop: HopSubject): Protection => {
  const { stream, implied, flow } = hop.connection
  if (implied === 'derived') return 'no-network'
  if (implied === 'mail' && stream && hop.last) return mailProtection(stream)
  const medium = flow?.medium ?? 'network'
  if (medium === 'removable-media') return hop.encryption.value === undefined ? 'unproven' : encryptionOf(hop)
  if (medium !== 'network' || hop.crossing === 'loopback') return 'no-network'
  return encryptionOf(hop)
}

/** What is optional may be in clear: that it is encrypted is not shown. */
const encryptionOf = ({ encryption }: HopSubject): Protection =>
  encryption.value === 'required' ? 'encrypted' : encryption.value === 'none' ? 'not-encrypted' : 'unproven'

/** A message that is always encrypted is so however it is sent; else transport decides, with each of the partners. */
const mailProtection = ({ messageEncryption, transport, partners = [] }: Stream): Protection => {
  if (messageEncryption !== undefined && messageEncryption !== 'none')
    if (messageEncryption.when?.includes('always')) return 'encrypted'
  return foldProtection([transport, ...partners.map((one) => one.transport)].map(transportProtection))
}

const transportProtection = (transport: Stream['transport']): Protection => {
  if (transport === undefined || transport === 'opportunistic') return 'unproven'
  return transport === 'none' ? 'not-encrypted' : 'encrypted'
}
