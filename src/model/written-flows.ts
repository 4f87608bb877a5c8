import type { Carriage, Connection } from './connections.js'
import { phiClaimOf } from './data-classes.js'
import type { Flow } from './description.generated.js'
import { entryNames } from './entry-names.js'
import type { Infrastructure } from './infrastructure.js'
import { type ModelPath, pathOf } from './path.js'
import { type End, placesOf } from './places.js'

/** A flow that somebody wrote. */
export interface WrittenFlow extends Connection {
  readonly flow: Flow
  /** A written flow says how data travels; where it leaves out what, the connection that implies it says so. */
  toldWith(implied: Connection): WrittenFlow
}

/**
 * Every flow that is written, in order. There may be millions: each is kept as its ends and what it carries, and the
 * rest is read from the flow when somebody asks.
 */
export const writtenFlows = (infrastructure: Infrastructure): WrittenFlow[] => {
  const { flows, data } = infrastructure
  const { end } = placesOf(infrastructure)
  const among: Among = { flows, end }
  return flows.map(
    ({ from, to, carries }, index) =>
      new FlowView(among, index, end(from), end(to), carriedPhi(carries, data), undefined),
  )
}

/** What is said of names of data, at a path. */
export const carriage = (
  names: readonly string[] | undefined,
  path: ModelPath,
  { data }: Infrastructure,
): Carriage => ({ phi: carriedPhi(names, data), names: names ?? [], path })

const carriedPhi = (names: readonly string[] | undefined, data: Infrastructure['data']): Carriage['phi'] => {
  if (names === undefined) return 'unstated'
  const claim = phiClaimOf(names, data)
  return claim === 'unproven' ? 'unstated' : claim
}

interface Among {
  readonly flows: readonly Flow[]
  end(place: string): End
}

class FlowView implements WrittenFlow {
  readonly #among: Among
  readonly #index: number
  readonly #phi: Carriage['phi']
  readonly #implied: Connection | undefined
  constructor(
    among: Among,
    index: number,
    readonly from: End,
    readonly to: End,
    phi: Carriage['phi'],
    implied: Connection | undefined,
  ) {
    this.#among = among
    this.#index = index
    this.#phi = phi
    this.#implied = implied
  }

  /** A name that does not depend on the order takes a look at all flows. */
  get id() {
    return entryNames(this.#among.flows)[this.#index] ?? ''
  }
  get flow() {
    return this.#among.flows[this.#index] as Flow
  }
  get path() {
    return pathOf('/flows', this.flow.id ?? String(this.#index))
  }
  get via() {
    return this.flow.via?.map(this.#among.end) ?? NONE
  }
  get data() {
    return this.flow.data ?? this.#implied?.data ?? 'both'
  }
  get carries(): Carriage {
    return this.#implied?.carries ?? new StatedCarriage(this, this.#phi)
  }

  toldWith(implied: Connection): WrittenFlow {
    const { carries } = implied
    if (this.#phi !== 'unstated' || carries.phi === 'unstated') return this
    return new FlowView(this.#among, this.#index, this.from, this.to, carries.phi, implied)
  }
}

const NONE: readonly End[] = []

/** What a flow itself says that it carries. */
class StatedCarriage implements Carriage {
  readonly #of: WrittenFlow
  constructor(
    of: WrittenFlow,
    readonly phi: Carriage['phi'],
  ) {
    this.#of = of
  }

  get names() {
    return this.#of.flow.carries ?? NO_NAMES
  }
  get path() {
    return pathOf(this.#of.path, 'carries')
  }
}

const NO_NAMES: readonly string[] = []
