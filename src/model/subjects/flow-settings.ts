import type { Certificate, Endpoint, Flow, Ipsec, Ssh, Tls } from '../description.generated.js'
import type { Fact } from '../fact.js'
import { type EndpointSubject, tlsFact } from './endpoint.js'
import { type FlowSubject, type HopSubject, hopsOf } from './hop.js'
import type { TlsSpeaker, TunnelSpeaker } from './speaker.js'

/** What a flow of ePHI states itself of the encryption of its last leg. Of its endpoint nothing is taken over. */
export interface FlowSettings extends TlsSpeaker, TunnelSpeaker {
  readonly kind: 'flow'
  /** All that may accept it: what they state as well is judged of them. */
  readonly endpoints: readonly EndpointSubject[]
}

/** The settings of every flow with these legs that states some, and is not said to go in clear. */
export const flowSettings = (hops: readonly HopSubject[]): FlowSettings[] =>
  [...new Set(hops.map(({ flow }) => flow))]
    .filter(({ flow }) => statesSettings(flow))
    .map((flow) => new FlowSettingsView(flow))

const statesSettings = (flow: Flow | undefined): boolean => {
  const { enabled, tls, ssh, ipsec } = flow?.encryption ?? {}
  return enabled !== false && [tls, ssh, ipsec].some((settings) => settings !== undefined)
}

class FlowSettingsView implements FlowSettings {
  readonly kind = 'flow'
  readonly count = 1
  readonly isAskedElsewhere = true
  readonly endpoints: readonly EndpointSubject[]
  readonly #flow: FlowSubject
  readonly #legs: readonly HopSubject[]
  constructor(flow: FlowSubject) {
    this.#flow = flow
    this.#legs = hopsOf(flow).filter(({ last }) => last)
    this.endpoints = this.#legs.flatMap(({ endpoint }) => endpoint ?? [])
  }

  get id() {
    return this.#flow.id
  }
  get label() {
    return this.#flow.label
  }
  get path() {
    return this.#flow.path
  }
  get assets() {
    return this.#legs[0]?.assets ?? []
  }
  get reach() {
    return this.#flow.reach
  }
  get infrastructure() {
    return this.#flow.infrastructure
  }
  get asset() {
    return this.#legs[0]?.receiver
  }
  get value(): Pick<Endpoint, 'protocol'> {
    const [protocol, ...others] = new Set(this.#legs.map((leg) => leg.protocol.value))
    return others.length > 0 ? {} : ({ protocol } as Pick<Endpoint, 'protocol'>)
  }
  tls<const K extends keyof Tls & string>(key: K): Fact<NonNullable<Tls[K]>> {
    return tlsFact(this.infrastructure, this.#flow.at('encryption', 'tls') as Fact<Tls | string>, key)
  }
  get certificate(): Fact<Certificate> {
    return this.tls('certificate')
  }
  get ssh(): Fact<Ssh> {
    return this.#flow.at('encryption', 'ssh')
  }
  get ipsec(): Fact<Ipsec> {
    return this.#flow.at('encryption', 'ipsec')
  }
  get isExposed() {
    return this.asset?.controls !== undefined || this.endpoints.some(({ isExposed }) => isExposed)
  }
}
