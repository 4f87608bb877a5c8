import type { Infrastructure } from './infrastructure.js'
import { remembered } from './remembered.js'

/** An end of a flow, or what it passes: an asset and perhaps one of its endpoints, a vendor or a party. */
export interface End {
  readonly kind: 'asset' | 'vendor' | 'party'
  readonly id: string
  readonly endpoint?: string
  /** The number of its asset, vendor or party among all that data comes to. */
  readonly node: number
}

/** Where data can be. Each place has a number, by which millions of flows can be followed. */
export interface Places {
  /** Reads `asset`, `asset/endpoint`, a vendor's or a party's id. References were checked when they were read. */
  end(place: string): End
  /** Assets first, in their order, then whatever else was asked for; without endpoints. */
  readonly nodes: readonly End[]
}

/** The places of an infrastructure: the same end each time that a place is named. */
export const placesOf = remembered((infrastructure): Places => {
  const ends = new Map<string, End>()
  const nodes: End[] = []
  const end = (place: string): End => {
    let known = ends.get(place)
    if (!known) {
      known = made(place)
      ends.set(place, known)
    }
    return known
  }
  const made = (place: string): End => {
    const slash = place.indexOf('/')
    if (slash >= 0) {
      const whole = end(place.slice(0, slash))
      return whole.kind === 'asset' ? { ...whole, endpoint: place.slice(slash + 1) } : whole
    }
    const node: End = { kind: kindOf(place, infrastructure), id: place, node: nodes.length }
    nodes.push(node)
    return node
  }
  for (const { id, exceptionOf } of infrastructure.assets) if (exceptionOf === undefined) end(id)
  return { end, nodes }
})

const kindOf = (id: string, { asset, vendors }: Infrastructure): End['kind'] => {
  if (asset(id)) return 'asset'
  return vendors.has(id) ? 'vendor' : 'party'
}
