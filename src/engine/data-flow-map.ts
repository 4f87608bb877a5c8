import type { Place } from '../model/problem.js'

export { IMPLIED_WORDS } from '../model/connections.js'

/**
 * How what passes is protected on its way. `partly`: encrypted on one leg, or at one endpoint, and in clear on another.
 * `no-network`: nothing crosses a network, because it stays on one machine, is derived, or goes on paper.
 */
export type Protection = 'encrypted' | 'not-encrypted' | 'partly' | 'unproven' | 'no-network'

/** All ways in which something is protected, the worst first. */
export const PROTECTIONS: readonly Protection[] = [
  'not-encrypted',
  'partly',
  'unproven',
  'encrypted',
  'no-network',
]

/** How ePHI came to a place, or that it did not. */
export type MapReach = 'declared' | 'inferred' | 'assumed' | 'none'

/** A zone of the network. */
export interface MapZone {
  readonly id: string
  readonly name?: string
  readonly trust?: string
  readonly place?: Place
}

/** What data flows from, through and to. */
export interface MapNode {
  readonly id: string
  readonly kind: 'asset' | 'vendor' | 'party'
  readonly name?: string
  /** The kind of an asset, the relationship of a vendor or a party. */
  readonly what?: string
  readonly zone?: string
  /** Who runs the asset. */
  readonly vendor?: string
  readonly reach: MapReach
  /** Whether it controls systems with ePHI. */
  readonly administers: boolean
  /** How many like things it stands for. */
  readonly count: number
  readonly place?: Place
}

/** One leg of a flow: between two stops that follow each other. */
export interface MapHop {
  readonly from: string
  readonly to: string
  readonly protection: Protection
  /** What is spoken there; several where several endpoints accept it. */
  readonly protocols: readonly string[]
}

/** Data on its way, as it was written or as something else implies it. */
export interface MapFlow {
  readonly id: string
  /** Who opens the connection. */
  readonly from: string
  readonly to: string
  readonly via: readonly string[]
  /** Which end data goes to. */
  readonly data: 'both' | 'to' | 'from'
  /** Whether it carries ePHI, and who says so. */
  readonly carries: MapReach
  /** Of all its legs together. */
  readonly protection: Protection
  readonly hops: readonly MapHop[]
  /** The place of its worst leg in `hops`. */
  readonly worstHop: number
  /** Why it exists without anybody having written it as a flow. */
  readonly implied?: string
  readonly place?: Place
}

/** Where data flows: every list sorted by id, so that the same infrastructure gives the same map. */
export interface DataFlowMap {
  readonly zones: readonly MapZone[]
  readonly nodes: readonly MapNode[]
  readonly flows: readonly MapFlow[]
}
