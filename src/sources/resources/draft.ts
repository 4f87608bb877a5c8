import { keptByText } from '../../knowledge/kept-by-text.js'
import type { Rank } from '../../knowledge/terms.js'
import type { Asset, Description, Flow, ZoneRule } from '../../model/description.generated.js'
import type { Layer, Route, Source } from '../../model/layer.js'
import { type OriginMap, originMap } from '../origin-map.js'

/** A tree of claims in the making, and where each claim stands. */
interface Tree {
  readonly root: Record<string, unknown>
  readonly origins: OriginMap
  /** Indices of entries by list and id. */
  readonly indices: Map<string, number>
}

/** One entry of a list that claims are made of: an asset, a key, a plan. */
export interface EntryDraft {
  readonly id: string
  /** Claims what a configuration says. Keys are joined by dots; a later claim of the same replaces the former. */
  set(path: string, value: unknown, source: Source): void
  /** Claims what the provider does where nothing is said; the note says whose default it is, and since when. */
  assume(path: string, value: unknown, source: Source, note: string): void
  /** What was claimed so far, of either kind; what a configuration says comes first. */
  stated(path: string): unknown
}

/** An asset in the making. */
export interface AssetDraft extends EntryDraft {
  /** An endpoint, by its port and protocol. Claims of it begin at the endpoint: `encryption`, `tls.versions`. */
  endpoint(port: number, protocol: string, source: Source): EntryDraft
}

/** All that is claimed of a set of resources, before it becomes layers. */
export interface Draft {
  asset(id: string, source: Source): AssetDraft
  /** An entry of another list with ids. */
  entry(list: 'keys' | 'backupPlans' | 'vendors' | 'zones', id: string, source: Source): EntryDraft
  /** Whether an entry was begun. */
  has(list: string, id: string): boolean
  flow(flow: Flow, source: Source): void
  /** A claim of the description's top level: `identity.passwords.minLength`. */
  top(path: string, value: unknown, source: Source): void
  /** Claims for the top level what holds where nothing is said. */
  assumeTop(path: string, value: unknown, source: Source, note: string): void
  /** A rule of what may pass from one zone to another. */
  zoneRule(rule: ZoneRule, source: Source): void
  /** What is claimed of an asset so far. */
  readonly assetIds: () => readonly string[]
  layers(rank: Rank, documents: number): readonly Layer[]
}

/** Begins with nothing. */
export const draft = (): Draft => {
  const said = tree()
  const assumed = tree()
  const entry = (list: string, id: string, source: Source): EntryDraft => {
    entryRoute(said, list, id, source)
    return entryDraft(said, assumed, list, id, source)
  }
  return {
    asset: (id, source) => {
      const own = entry('assets', id, source)
      return {
        ...own,
        endpoint: (port, protocol, at) => endpointDraft([said, assumed], id, port, protocol, at),
      }
    },
    entry,
    has: (list, id) => said.indices.has(`${list}/${id}`),
    flow: (flow, source) => {
      const list = listOf(said, 'flows')
      said.origins.set(['flows', list.length], source)
      list.push({ ...flow })
    },
    top: (path, value, source) => setAt(said, stepsOf(path), value, source),
    assumeTop: (path, value, source, note) => setAt(assumed, stepsOf(path), value, source, note),
    zoneRule: (rule, source) => {
      said.root['zonePolicy'] ??= {}
      const policy = said.root['zonePolicy'] as { rules?: ZoneRule[] }
      policy.rules ??= []
      said.origins.set(['zonePolicy', 'rules', policy.rules.length], source)
      policy.rules.push(rule)
    },
    assetIds: () => ((said.root['assets'] ?? []) as Asset[]).map(({ id }) => id),
    layers: (rank, document) =>
      (
        [
          ['default', assumed],
          [rank, said],
        ] as const
      )
        .filter(([, { root }]) => Object.keys(root).length > 1)
        .map(([its, { root, origins }]) => ({
          rank: its,
          document,
          tree: root as unknown as Description,
          sourceOf: origins.sourceOf,
        })),
  }
}

const tree = (): Tree => ({ root: { version: 1 }, origins: originMap(), indices: new Map() })

const listOf = ({ root }: Tree, name: string): Record<string, unknown>[] => {
  root[name] ??= []
  return root[name] as Record<string, unknown>[]
}

const entryRoute = (own: Tree, list: string, id: string, source: Source): Route => {
  const name = `${list}/${id}`
  let index = own.indices.get(name)
  if (index === undefined) {
    const entries = listOf(own, list)
    index = entries.length
    entries.push({ id })
    own.indices.set(name, index)
    own.origins.set([list, index], source)
  }
  return [list, index]
}

const entryDraft = (said: Tree, assumed: Tree, list: string, id: string, source: Source): EntryDraft => {
  const routes = new Map<Tree, Route>()
  const routeIn = (own: Tree): Route => {
    let route = routes.get(own)
    if (!route) {
      route = entryRoute(own, list, id, source)
      routes.set(own, route)
    }
    return route
  }
  return {
    id,
    ...claiming(said, assumed, routeIn),
    stated: (path) =>
      [said, assumed]
        .map((own) => valueAt(own, [...(indexed(own, list, id) ?? ['']), ...stepsOf(path)]))
        .find((value) => value !== undefined),
  }
}

const indexed = ({ indices }: Tree, list: string, id: string): Route | undefined => {
  const index = indices.get(`${list}/${id}`)
  return index === undefined ? undefined : [list, index]
}

const endpointDraft = (
  [said, assumed]: readonly [Tree, Tree],
  asset: string,
  port: number,
  protocol: string,
  source: Source,
): EntryDraft => {
  const routeIn = (own: Tree): Route => {
    const base = entryRoute(own, 'assets', asset, source)
    const list = `${base.join('/')}/endpoints`
    const known = own.indices.get(`${list}/${port}/${protocol}`)
    if (known !== undefined) return [...base, 'endpoints', known]
    const holder = valueAt(own, base) as { endpoints?: unknown[] }
    holder.endpoints ??= []
    const index = holder.endpoints.push({ port, protocol }) - 1
    own.indices.set(`${list}/${port}/${protocol}`, index)
    own.origins.set([...base, 'endpoints', index], source)
    return [...base, 'endpoints', index]
  }
  routeIn(said)
  return {
    id: `${asset}/${port}`,
    ...claiming(said, assumed, routeIn),
    stated: (path) =>
      valueAt(said, [...routeIn(said), ...stepsOf(path)]) ??
      (indexed(assumed, 'assets', asset) && valueAt(assumed, [...routeIn(assumed), ...stepsOf(path)])),
  }
}

/** How claims are made below a route, which each tree has of its own. */
const claiming = (
  said: Tree,
  assumed: Tree,
  routeIn: (own: Tree) => Route,
): Pick<EntryDraft, 'set' | 'assume'> => ({
  set: (path, value, at) => setAt(said, routeIn(said).concat(stepsOf(path)), value, at),
  assume: (path, value, at, note) => setAt(assumed, routeIn(assumed).concat(stepsOf(path)), value, at, note),
})

const setAt = (
  { root, origins }: Tree,
  route: Route,
  value: unknown,
  source: Source,
  note?: string,
): void => {
  let holder = root as Record<string | number, unknown>
  const last = route.length - 1
  for (let index = 0; index < last; index++) {
    const step = route[index] as string
    holder[step] ??= {}
    holder = holder[step] as Record<string | number, unknown>
  }
  holder[route[last] as string] = value
  origins.set(route, source, note)
}

/** The same few fields are claimed of thousands of things. */
const stepsOf = keptByText((path) => path.split('.') as readonly string[])

const valueAt = ({ root }: Tree, route: Route): unknown => {
  let value: unknown = root
  for (const step of route) value = (value as Record<string | number, unknown> | undefined)?.[step]
  return value
}
