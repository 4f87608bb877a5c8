import type { Connection, End } from '../connections.js'
import type { Flow } from '../description.generated.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { rememberedWithin } from '../remembered.js'
import { type AssetSubject, assetSubject } from './asset.js'
import { type Crossing, crossingOf } from './crossing.js'
import { type EndpointSubject, endpointsOf } from './endpoint.js'
import { encryptionOf, isLegacy } from './hop-encryption.js'
import type { Subject } from './subject.js'

/** A written or implied flow of ePHI, whole. */
export interface FlowSubject extends Subject {
  readonly kind: 'flow'
  readonly connection: Connection
  readonly flow: Flow | undefined
  readonly at: Fact<Flow>['at']
  readonly from: End
  readonly to: End
  /** Whether it is written down, and its last leg is encrypted by TLS. */
  readonly overTls: boolean
  /** Whether its last leg stays on one machine. */
  readonly onOneHost: boolean
}

/** One leg of a flow: from one stop to the next, with the endpoint that accepts it. */
export interface HopSubject extends Subject {
  readonly kind: 'hop'
  readonly connection: Connection
  readonly flow: FlowSubject
  readonly from: End
  readonly to: End
  readonly sender: AssetSubject | undefined
  readonly receiver: AssetSubject | undefined
  readonly endpoint: EndpointSubject | undefined
  /** 0 for the first leg. */
  readonly index: number
  /** Whether it is the last leg, of which the flow's own `protocol` and `encryption` speak. */
  readonly last: boolean
  readonly crossing: Crossing
  /** Whether its protocol is one of those that have no encryption of their own. */
  readonly isLegacy: boolean
  /** Whether it leaves something that ends encryption and passes on: a load balancer, a gateway, a CDN. */
  readonly isAfterTermination: boolean
  /** Whether it goes to individuals who were warned and chose to get it plainly (78 FR 5634). */
  readonly patientsChoice: boolean
  /** What is stated of its encryption: by the flow on its last leg, else by the endpoint. */
  readonly encryption: Fact<'none' | 'optional' | 'required'>
  readonly protocol: Fact<string>
}

/** The flows that carry ePHI, or are assumed to. */
export const ephiFlows = (infrastructure: Infrastructure): FlowSubject[] =>
  infrastructure.scope.connections
    .map((connection) => flowSubject(infrastructure, connection))
    .filter(({ reach }) => reach !== undefined)

/** Every leg of every flow of ePHI that crosses a network. Data that is only derived has no connection to judge. */
export const ephiHops = (infrastructure: Infrastructure): HopSubject[] =>
  ephiFlows(infrastructure)
    .filter(({ connection }) => isConnected(connection))
    .flatMap(hopsOf)

/**
 * Mail has rules of its own; a script opens its connection in the browser of a visitor, not here; what is derived,
 * printed or spoken makes none.
 */
const isConnected = ({ implied, flow }: Connection): boolean =>
  implied !== 'derived' &&
  implied !== 'mail' &&
  implied !== 'script' &&
  (flow?.medium ?? 'network') === 'network'

class FlowView implements FlowSubject {
  readonly kind = 'flow'
  readonly count = 1
  readonly at: Fact<Flow>['at']
  readonly assets: readonly string[]
  constructor(
    readonly infrastructure: Infrastructure,
    readonly connection: Connection,
    readonly reach: Subject['reach'],
  ) {
    const { flow, from, to, via, path } = connection
    const fact = factOf<Flow>(path, flow)
    this.at = fact.at.bind(fact) as Fact<Flow>['at']
    this.assets = assetsAmong([from, ...via, to])
  }

  get id() {
    return this.connection.id
  }
  get label() {
    return this.connection.id
  }
  get path() {
    return this.connection.path
  }
  get flow() {
    return this.connection.flow
  }
  get from() {
    return this.connection.from
  }
  get to() {
    return this.connection.to
  }
  get overTls(): boolean {
    return this.flow !== undefined && hopsOf(this).some(isTlsHop)
  }
  get onOneHost(): boolean {
    return hopsOf(this).every(({ last, crossing }) => !last || crossing === 'loopback')
  }
}

/** The view of a connection; the same one every time it is asked for. */
export const flowSubject: (infrastructure: Infrastructure, connection: Connection) => FlowSubject =
  rememberedWithin(
    (infrastructure, connection) =>
      new FlowView(infrastructure, connection, infrastructure.scope.carries(connection)),
  )

const isTlsHop = ({ last, flow, endpoint }: HopSubject): boolean => {
  if (!last) return false
  const { enabled, protocol, tls } = flow.flow?.encryption ?? {}
  if (enabled === false) return false
  if (protocol !== undefined || tls !== undefined) return protocol === undefined || protocol === 'tls'
  return endpoint?.speaksTls === true
}

const assetsAmong = (ends: readonly End[]): string[] => [
  ...new Set(ends.filter(({ kind }) => kind === 'asset').map(({ id }) => id)),
]

/** The legs of a flow, one for each endpoint that may accept it; the same ones every time they are asked for. */
export const hopsOf = (flow: FlowSubject): readonly HopSubject[] => viewsOf(flow.infrastructure, flow)

const legsOf = (flow: FlowSubject): HopSubject[] => {
  const { from, via, to } = flow.connection
  const stops = [from, ...via, to]
  return stops.slice(1).flatMap((stop, index) => {
    const last = index === stops.length - 2
    const endpoints = acceptingEndpoints(flow, stop, last)
    const accept = endpoints.length === 0 ? [undefined] : endpoints
    return accept.map((endpoint) => new HopView(flow, stops[index] as End, stop, endpoint, index, last))
  })
}

const viewsOf = rememberedWithin((_infrastructure, flow: FlowSubject): readonly HopSubject[] => legsOf(flow))

/** The endpoint that the stop names, else all that speak the flow's protocol, else all. */
const acceptingEndpoints = (flow: FlowSubject, stop: End, last: boolean): readonly EndpointSubject[] => {
  const receiver = assetOf(flow.infrastructure, stop)
  if (!receiver) return []
  const all = endpointsOf(receiver)
  if (stop.endpoint !== undefined) {
    return all.filter(({ value }) => value.id === stop.endpoint || String(value.port) === stop.endpoint)
  }
  const protocol = last ? flow.flow?.protocol : undefined
  return protocol === undefined ? all : all.filter(({ value }) => value.protocol === protocol)
}

const assetOf = (infrastructure: Infrastructure, { kind, id }: End): AssetSubject | undefined => {
  const entry = kind === 'asset' ? infrastructure.asset(id) : undefined
  return entry && assetSubject(infrastructure, entry)
}

class HopView implements HopSubject {
  readonly kind = 'hop'
  readonly count = 1
  readonly assets: readonly string[]
  readonly sender: AssetSubject | undefined
  readonly receiver: AssetSubject | undefined
  readonly crossing: Crossing
  readonly #name: string
  constructor(
    readonly flow: FlowSubject,
    readonly from: End,
    readonly to: End,
    readonly endpoint: EndpointSubject | undefined,
    readonly index: number,
    readonly last: boolean,
  ) {
    const { infrastructure } = flow
    this.assets = assetsAmong([from, to])
    this.sender = assetOf(infrastructure, from)
    this.receiver = assetOf(infrastructure, to)
    this.crossing = crossingOf(infrastructure, this)
    this.#name = `${from.id} → ${endpoint?.id ?? to.id}`
  }

  get id() {
    return `${this.connection.id}: ${this.#name}`
  }
  get label() {
    const { implied } = this.connection
    return implied ? `${this.#name} (${IMPLIED_WORDS[implied]})` : this.#name
  }
  get path() {
    return this.connection.path
  }
  get reach() {
    return this.flow.reach
  }
  get infrastructure() {
    return this.flow.infrastructure
  }
  get connection() {
    return this.flow.connection
  }
  get isLegacy(): boolean {
    return isLegacy(this)
  }
  get isAfterTermination() {
    return this.index > 0 && this.sender?.traits.relays === true
  }
  get patientsChoice() {
    return isPatientsChoice(this.flow, this.to)
  }
  get encryption() {
    return encryptionOf(this.flow, this.endpoint, this.last)
  }
  get protocol() {
    const stated = this.flow.at('protocol') as Fact<string>
    return this.last && stated.value !== undefined
      ? stated
      : ((this.endpoint?.at('protocol') ?? stated) as Fact<string>)
  }
}

const IMPLIED_WORDS = {
  replica: 'replication',
  copy: 'backup',
  'audit-log': 'audit log',
  archive: 'archive',
  script: 'third-party script',
  derived: 'derived data',
  mail: 'mail',
} as const

const isPatientsChoice = ({ flow, infrastructure }: FlowSubject, to: End): boolean => {
  const toIndividual = infrastructure.parties.get(to.id)?.relationship === 'individual'
  return toIndividual && flow?.consent?.warned === true && flow.consent.recorded === true
}
