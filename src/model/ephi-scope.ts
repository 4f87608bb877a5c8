import { type Administers, administeringOf } from './administering.js'
import { type Connection, connectionsOf, type End } from './connections.js'
import { phiClaimOf } from './data-classes.js'
import type { AssetEntry, Infrastructure } from './infrastructure.js'
import { type ModelPath, pathOf } from './path.js'
import { mayHoldEphi } from './traits.js'

/**
 * How ePHI came to be in a place: `declared` there, `inferred` along flows that are said to carry it, or `assumed`
 * along flows that nobody said anything of, and in imported assets that nobody classified.
 */
export type Reach = 'declared' | 'inferred' | 'assumed'

/** One step of the way of ePHI. */
export interface ReachStep {
  readonly from: string
  readonly to: string
  /** The id of the connection. */
  readonly connection: string
  /** Where the description says so. */
  readonly path: ModelPath
  /** Whether what it carries is assumed, because nobody stated it. */
  readonly assumed: boolean
}

/** How ePHI reaches one place. */
export interface Reached {
  readonly id: string
  readonly kind: End['kind']
  readonly reach: Reach
  /** Where its declaration, or the last step to it, is stated. */
  readonly path: ModelPath
}

/** Where ePHI is and flows (45 CFR 164.306(a)(1): all that is created, received, maintained or transmitted). */
export interface EphiScope {
  readonly connections: readonly Connection[]
  readonly reached: ReadonlyMap<string, Reached>
  /** Systems that control assets with ePHI. */
  readonly administering: ReadonlyMap<string, Administers>
  /** The way of ePHI to a place, from where it was declared; empty for a place that was declared itself. */
  explain(id: string): readonly ReachStep[]
  /** Whether a connection carries ePHI: `undefined` for no. */
  carries(connection: Connection): Reach | undefined
}

interface Edge {
  readonly connection: Connection
  readonly from: string
  readonly to: string
}

/** Follows ePHI along every connection, in the direction of the data, through cycles, until nothing new is reached. */
export const ephiScope = (infrastructure: Infrastructure): EphiScope => {
  const connections = connectionsOf(infrastructure)
  const reached = new Map<string, Reached>()
  const steps = new Map<string, Edge>()
  const spread = spreadAlong(infrastructure, leadsOf(connections), reached, steps)
  spread('declared', seeds(infrastructure))
  spread('inferred', carriers(connections))
  const classified = [...reached.keys()].map((id) => [id, undefined] as const)
  spread('assumed', [...classified, ...unclassified(infrastructure, reached)])
  for (const host of hostedVendors(infrastructure, reached)) reached.set(host.id, host)
  return {
    connections,
    reached,
    administering: administeringOf(infrastructure, reached),
    explain: (id) => explained(id, steps),
    carries: (connection) => carriesEphi(connection, reached),
  }
}

type Seed = readonly [id: string, reached: Reached | undefined]

/** Assets that somebody said hold or handle ePHI. */
const seeds = (infrastructure: Infrastructure): Seed[] =>
  infrastructure.assets.flatMap((entry) => {
    const key = declaredBy(entry, infrastructure)
    if (entry.exceptionOf !== undefined || key === undefined) return []
    const path = pathOf(entry.path, key)
    return [[entry.id, { id: entry.id, kind: 'asset', reach: 'declared', path }] as const]
  })

const declaredBy = ({ value }: AssetEntry, { data }: Infrastructure): 'ephi' | 'holds' | undefined => {
  if ((value.ephi?.length ?? 0) > 0) return 'ephi'
  return value.holds !== undefined && phiClaimOf(value.holds, data) !== 'no-phi' ? 'holds' : undefined
}

/**
 * What was imported and nobody classified: as long as no person says otherwise, what can hold ePHI is assumed to. A
 * plan is not clean for lack of a description.
 */
const unclassified = ({ assets }: Infrastructure, reached: ReadonlyMap<string, Reached>): Seed[] =>
  assets.flatMap(({ id, path, value, imported, exceptionOf }) => {
    if (!imported || exceptionOf !== undefined || reached.has(id)) return []
    if (value.ephi !== undefined || value.holds !== undefined || !mayHoldEphi(value.kind)) return []
    return [[id, { id, kind: 'asset', reach: 'assumed', path: pathOf(path, 'ephi') }] as const]
  })

/** Both ends of what is said to carry ePHI, and what it passes: whoever sends it has it. */
const carriers = (connections: readonly Connection[]): Seed[] =>
  connections
    .filter(({ carries }) => carries.phi === 'phi' && carries.names.length > 0)
    .map((connection) => {
      const from = connection.data === 'from' ? connection.to : connection.from
      return [
        from.id,
        { id: from.id, kind: from.kind, reach: 'inferred', path: connection.carries.path },
      ] as const
    })

/** Where data goes from a place, and along which connections: two lists, for there may be millions. */
interface Leads {
  readonly to: string[]
  readonly along: Connection[]
}

/** What leads from each place along what is said to carry ePHI, and along that of which nobody said it. */
type LeadsByCarriage = Readonly<Record<'phi' | 'unstated', ReadonlyMap<string, Leads>>>

const leadsOf = (connections: readonly Connection[]): LeadsByCarriage => {
  const leads = { phi: new Map<string, Leads>(), unstated: new Map<string, Leads>() }
  const add = (from: string, to: string, connection: Connection) => {
    if (connection.carries.phi === 'no-phi') return
    const among = leads[connection.carries.phi]
    const its = among.get(from) ?? { to: [], along: [] }
    if (its.to.length === 0) among.set(from, its)
    its.to.push(to)
    its.along.push(connection)
  }
  for (const connection of connections) {
    const { from, via, to, data } = connection
    let before = from
    for (const stop of via.length === 0 ? [to] : [...via, to]) {
      if (data !== 'from') add(before.id, stop.id, connection)
      if (data !== 'to') add(stop.id, before.id, connection)
      before = stop
    }
  }
  return leads
}

/** Breadth first, so that the way that is told is a shortest one. */
const spreadAlong =
  (
    infrastructure: Infrastructure,
    leads: LeadsByCarriage,
    reached: Map<string, Reached>,
    steps: Map<string, Edge>,
  ) =>
  (reach: Reach, from: readonly Seed[]): void => {
    // A set: thousands of flows may begin at one place, which is left once.
    const queue = new Set<string>()
    for (const [id, its] of from) {
      if (its && !reached.has(id)) reached.set(id, its)
      queue.add(id)
    }
    const follow = (id: string, { to, along }: Leads = NOWHERE) => {
      for (let index = 0; index < to.length; index++) {
        const next = to[index] as string
        if (reached.has(next)) continue
        const edge = { connection: along[index] as Connection, from: id, to: next }
        if (!passes(edge, infrastructure)) continue
        reached.set(next, arrival(edge, reach, infrastructure))
        steps.set(next, edge)
        queue.add(next)
      }
    }
    for (const id of queue) {
      if (reached.get(id)?.kind === 'party') continue
      follow(id, leads.phi.get(id))
      if (reach === 'assumed') follow(id, leads.unstated.get(id))
    }
  }

const NOWHERE: Leads = { to: [], along: [] }

/** A statement that a place holds no ePHI stands against an assumption, but not against a flow said to carry it. */
const passes = ({ connection, to }: Edge, { asset }: Infrastructure): boolean =>
  connection.carries.phi === 'phi' || asset(to)?.value.ephi?.length !== 0

const arrival = ({ connection, to }: Edge, reach: Reach, infrastructure: Infrastructure): Reached => ({
  id: to,
  kind: infrastructure.asset(to) ? 'asset' : infrastructure.vendors.has(to) ? 'vendor' : 'party',
  reach: reach === 'declared' ? 'inferred' : reach,
  path: connection.carries.phi === 'phi' ? connection.carries.path : connection.path,
})

const stepOf = ({ connection, from, to }: Edge): ReachStep => ({
  from,
  to,
  connection: connection.id,
  path: connection.carries.phi === 'phi' ? connection.carries.path : connection.path,
  assumed: connection.carries.phi === 'unstated',
})

const explained = (id: string, steps: ReadonlyMap<string, Edge>): readonly ReachStep[] => {
  const way: ReachStep[] = []
  const seen = new Set<string>()
  for (let step = steps.get(id); step && !seen.has(step.to); step = steps.get(step.from)) {
    seen.add(step.to)
    way.push(stepOf(step))
  }
  return way.reverse()
}

/** Who runs an asset with ePHI for us maintains that ePHI. */
const hostedVendors = (
  { assets }: Infrastructure,
  reached: ReadonlyMap<string, Reached>,
): readonly Reached[] => {
  const found = new Map<string, Reached>()
  for (const { id, value, path, exceptionOf } of assets) {
    const its = reached.get(id)
    if (!its || !value.vendor || exceptionOf !== undefined) continue
    const known = found.get(value.vendor) ?? reached.get(value.vendor)
    if (known && ORDER[known.reach] <= ORDER[its.reach]) continue
    found.set(value.vendor, {
      id: value.vendor,
      kind: 'vendor',
      reach: its.reach,
      path: pathOf(path, 'vendor'),
    })
  }
  return [...found.values()]
}

const ORDER: Readonly<Record<Reach, number>> = { declared: 0, inferred: 1, assumed: 2 }

const carriesEphi = (connection: Connection, reached: ReadonlyMap<string, Reached>): Reach | undefined => {
  const { carries, from, to, via, data } = connection
  if (carries.phi === 'no-phi') return undefined
  if (carries.phi === 'phi') {
    if (carries.names.length > 0) return 'declared'
    return reached.get(data === 'from' ? to.id : from.id)?.reach
  }
  const ends = data === 'both' ? [from, ...via, to] : data === 'to' ? [from, ...via] : [to, ...via]
  return ends.some(({ id, kind }) => kind === 'asset' && reached.has(id)) ? 'assumed' : undefined
}
