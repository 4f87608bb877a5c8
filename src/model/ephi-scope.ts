import { type Administers, administeringOf } from './administering.js'
import { type Connection, connectionsOf, type End } from './connections.js'
import { phiClaimOf } from './data-classes.js'
import type { AssetEntry, Infrastructure } from './infrastructure.js'
import { type Leads, type LeadsByCarriage, leadsOf } from './leads.js'
import { type ModelPath, pathOf } from './path.js'
import { type Places, placesOf } from './places.js'
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

/** Follows ePHI along every connection, in the direction of the data, through cycles, until nothing new is reached. */
export const ephiScope = (infrastructure: Infrastructure): EphiScope => {
  const connections = connectionsOf(infrastructure)
  const places = placesOf(infrastructure)
  const spreading = spreadingAlong(connections, infrastructure, places)
  const { reached } = spreading
  spread(spreading, 'declared', seeds(infrastructure))
  spread(spreading, 'inferred', carriers(connections, places))
  spread(spreading, 'assumed', [...reached.values(), ...unclassified(infrastructure, reached)])
  for (const host of hostedVendors(infrastructure, reached)) reached.set(host.id, host)
  return {
    connections,
    reached,
    administering: administeringOf(infrastructure, reached),
    explain: (id) => explained(id, spreading),
    carries: (connection) => carriesEphi(connection, reached),
  }
}

/** Assets that somebody said hold or handle ePHI. */
const seeds = (infrastructure: Infrastructure): Reached[] =>
  infrastructure.assets.flatMap((entry) => {
    const key = declaredBy(entry, infrastructure)
    if (entry.exceptionOf !== undefined || key === undefined) return []
    const path = pathOf(entry.path, key)
    return [{ id: entry.id, kind: 'asset', reach: 'declared', path }]
  })

const declaredBy = ({ value }: AssetEntry, { data }: Infrastructure): 'ephi' | 'holds' | undefined => {
  if ((value.ephi?.length ?? 0) > 0) return 'ephi'
  return value.holds !== undefined && phiClaimOf(value.holds, data) !== 'no-phi' ? 'holds' : undefined
}

/**
 * What was imported and nobody classified: as long as no person says otherwise, what can hold ePHI is assumed to. A
 * plan is not clean for lack of a description.
 */
const unclassified = ({ assets }: Infrastructure, reached: ReadonlyMap<string, Reached>): Reached[] =>
  assets.flatMap(({ id, path, value, imported, exceptionOf }) => {
    if (!imported || exceptionOf !== undefined || reached.has(id)) return []
    if (value.ephi !== undefined || value.holds !== undefined || !mayHoldEphi(value.kind)) return []
    return [{ id, kind: 'asset', reach: 'assumed', path: pathOf(path, 'ephi') }]
  })

/** Where what is said to carry ePHI comes from: whoever sends it has it. Thousands of flows may begin at one place. */
const carriers = (connections: readonly Connection[], { nodes }: Places): Reached[] => {
  const seen = new Uint8Array(nodes.length)
  const found: Reached[] = []
  for (const { from, to, data, carries } of connections) {
    if (carries.phi !== 'phi') continue
    const { id, kind, node } = data === 'from' ? to : from
    if (seen[node] === 1 || carries.names.length === 0) continue
    seen[node] = 1
    found.push({ id, kind, reach: 'inferred', path: carries.path })
  }
  return found
}

/** What ePHI is followed along, and how far it has come. Places and connections are numbers. */
interface Spreading {
  readonly infrastructure: Infrastructure
  readonly connections: readonly Connection[]
  readonly places: Places
  readonly leads: LeadsByCarriage
  readonly reached: Map<string, Reached>
  /** 1 for each place that is reached. */
  readonly isReached: Uint8Array
  /** From where each place was reached; `NOWHERE` for one where it was declared, and for one that it did not reach. */
  readonly cameFrom: Int32Array
  /** The connection by which it came. */
  readonly cameAlong: Int32Array
}

const NOWHERE = -1

const spreadingAlong = (
  connections: readonly Connection[],
  infrastructure: Infrastructure,
  places: Places,
): Spreading => {
  const count = places.nodes.length
  return {
    infrastructure,
    connections,
    places,
    leads: leadsOf(connections, count),
    reached: new Map(),
    isReached: new Uint8Array(count),
    cameFrom: new Int32Array(count).fill(NOWHERE),
    cameAlong: new Int32Array(count),
  }
}

/** Breadth first, so that the way that is told is a shortest one. */
const spread = (spreading: Spreading, reach: Reach, seeds: readonly Reached[]): void => {
  const { leads, places, isReached } = spreading
  const queue: number[] = []
  for (const seed of seeds) {
    const { node } = places.end(seed.id)
    if (isReached[node] === 0) arrive(spreading, node, seed)
    queue.push(node)
  }
  // The queue grows while it is gone through.
  for (const node of queue) {
    if (places.nodes[node]?.kind === 'party') continue
    follow(spreading, leads.phi, node, reach, queue)
    if (reach === 'assumed') follow(spreading, leads.unstated, node, reach, queue)
  }
}

const arrive = ({ reached, isReached }: Spreading, node: number, its: Reached): void => {
  isReached[node] = 1
  reached.set(its.id, its)
}

/** Takes every lead from a place to one that is not reached yet. */
const follow = (spreading: Spreading, leads: Leads, from: number, reach: Reach, arrived: number[]): void => {
  const { infrastructure, connections, places, isReached, cameFrom, cameAlong } = spreading
  const behind = leads.first[from + 1] as number
  for (let index = leads.first[from] as number; index < behind; index++) {
    const next = leads.to[index] as number
    if (isReached[next] === 1) continue
    const along = leads.along[index] as number
    const connection = connections[along] as Connection
    const place = places.nodes[next] as End
    if (!passes(connection, place, infrastructure)) continue
    arrive(spreading, next, arrival(connection, place, reach))
    cameFrom[next] = from
    cameAlong[next] = along
    arrived.push(next)
  }
}

/** A statement that a place holds no ePHI stands against an assumption, but not against a flow said to carry it. */
const passes = ({ carries }: Connection, { id }: End, { asset }: Infrastructure): boolean =>
  carries.phi === 'phi' || asset(id)?.value.ephi?.length !== 0

const arrival = (connection: Connection, { id, kind }: End, reach: Reach): Reached => ({
  id,
  kind,
  reach: reach === 'declared' ? 'inferred' : reach,
  path: whereTold(connection),
})

/** Where the description says that data goes along a connection. */
const whereTold = ({ carries, path }: Connection): ModelPath => (carries.phi === 'phi' ? carries.path : path)

/** The steps to a place, the first one first. */
const explained = (id: string, { places, connections, cameFrom, cameAlong }: Spreading): ReachStep[] => {
  const way: ReachStep[] = []
  let { node } = places.end(id)
  for (let from = cameFrom[node] ?? NOWHERE; from !== NOWHERE; from = cameFrom[node] as number) {
    const connection = connections[cameAlong[node] as number] as Connection
    const [before, after] = [places.nodes[from] as End, places.nodes[node] as End]
    way.push(stepOf(connection, before.id, after.id))
    node = from
  }
  return way.reverse()
}

const stepOf = (connection: Connection, from: string, to: string): ReachStep => ({
  from,
  to,
  connection: connection.id,
  path: whereTold(connection),
  assumed: connection.carries.phi === 'unstated',
})

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
