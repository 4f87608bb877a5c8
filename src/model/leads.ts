import type { Connection } from './connections.js'

/** What leads data from place to place, in numbers, for there may be millions: each place has a run of the other two lists. */
export interface Leads {
  /** Where the run of each place begins, and, behind the last of them, where that ends. */
  readonly first: Int32Array
  /** The places that data goes to. */
  readonly to: Int32Array
  /** The connections that it takes, by their place among all. */
  readonly along: Int32Array
}

/** What leads along what is said to carry ePHI, and along that of which nobody said it. */
export type LeadsByCarriage = Readonly<Record<'phi' | 'unstated', Leads>>

/** Where data goes from each of so many places, in the order of the connections. */
export const leadsOf = (connections: readonly Connection[], places: number): LeadsByCarriage => {
  const counts = { phi: new Int32Array(places), unstated: new Int32Array(places) }
  eachLeg(connections, (phi, from) => {
    raised(counts[phi], from)
  })
  const leads = { phi: emptyLeads(counts.phi), unstated: emptyLeads(counts.unstated) }
  const free = { phi: leads.phi.first.slice(), unstated: leads.unstated.first.slice() }
  eachLeg(connections, (phi, from, to, connection) => {
    const at = raised(free[phi], from)
    leads[phi].to[at] = to
    leads[phi].along[at] = connection
  })
  return leads
}

/** Adds one to a number of a list; what it was before. */
const raised = (list: Int32Array, at: number): number => {
  const before = list[at] as number
  list[at] = before + 1
  return before
}

/** Room for so many leads of each place. */
const emptyLeads = (counts: Int32Array): Leads => {
  const first = new Int32Array(counts.length + 1)
  let sum = 0
  for (let place = 0; place < counts.length; place++) {
    sum += counts[place] as number
    first[place + 1] = sum
  }
  return { first, to: new Int32Array(sum), along: new Int32Array(sum) }
}

type VisitLeg = (phi: 'phi' | 'unstated', from: number, to: number, connection: number) => void

/** Every way that data takes between two stops of a connection. */
const eachLeg = (connections: readonly Connection[], visit: VisitLeg): void => {
  for (let index = 0; index < connections.length; index++) {
    const { from, to, via, data, carries } = connections[index] as Connection
    const { phi } = carries
    if (phi === 'no-phi') continue
    let before = from.node
    for (let stop = 0; stop <= via.length; stop++) {
      const { node } = via[stop] ?? to
      if (data !== 'from') visit(phi, before, node, index)
      if (data !== 'to') visit(phi, node, before, index)
      before = node
    }
  }
}
