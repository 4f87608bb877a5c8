import { compareText } from '../model/compare-text.js'
import type { Connection } from '../model/connections.js'
import type { AssetEntry, Infrastructure } from '../model/infrastructure.js'
import { type ModelPath, pathOf } from '../model/path.js'
import type { Place } from '../model/problem.js'
import { masked } from '../model/value-text.js'
import type { DataFlowMap, MapFlow, MapNode, MapZone } from './data-flow-map.js'
import type { PlaceOf } from './findings.js'
import { foldProtection, hopsOfConnection, worstOf } from './flow-protection.js'

/** Where data flows, as plain data: zones, what stands in them, and what passes between. */
export const dataFlowMap = (infrastructure: Infrastructure, placeOf: PlaceOf): DataFlowMap => {
  const { vendors, parties, assets, scope } = infrastructure
  const at = (path: ModelPath) => ({ place: placeOf(infrastructure.origin(path)) })
  return {
    zones: byId(zonesOf(infrastructure).map((zone) => ({ ...zone, ...at(pathOf('/zones', zone.id)) }))),
    nodes: byId([
      ...assets
        .filter(({ exceptionOf }) => exceptionOf === undefined)
        .map((asset) => assetNode(asset, infrastructure, at(asset.path))),
      ...[...vendors.values()].map((vendor) =>
        outsideNode('vendor', vendor, infrastructure, at(pathOf('/vendors', vendor.id))),
      ),
      ...[...parties.values()].map((party) =>
        outsideNode('party', party, infrastructure, at(pathOf('/parties', party.id))),
      ),
    ]),
    flows: byId(
      scope.connections.map((connection) => flowOf(connection, infrastructure, at(connection.path))),
    ),
  }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((one, other) => compareText(one.id, other.id))

/** The zones that are written, and `internet`, which always exists, where an asset stands in it. */
const zonesOf = ({ zones, assets }: Infrastructure): MapZone[] => {
  const written = [...zones.values()].map(({ id, name, trust }) => ({
    id,
    ...given({ name: maskedName(name), trust }),
  }))
  const inInternet = !zones.has(INTERNET) && assets.some(({ value }) => value.zone === INTERNET)
  return inInternet ? [...written, { id: INTERNET, trust: 'public' }] : written
}

const maskedName = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : masked(name)

const INTERNET = 'internet'

/** Leaves out what is not stated. */
const given = <T extends object>(values: T): { readonly [K in keyof T]?: NonNullable<T[K]> } => {
  const result: Partial<T> = {}
  for (const key of Object.keys(values) as (keyof T)[])
    if (values[key] !== undefined) result[key] = values[key]
  return result as never
}

interface Placed {
  readonly place: Place
}

const assetNode = ({ id, value }: AssetEntry, { scope }: Infrastructure, { place }: Placed): MapNode => ({
  id,
  kind: 'asset',
  what: value.kind ?? 'other',
  ...given({ name: maskedName(value.name), zone: value.zone, vendor: value.vendor }),
  reach: scope.reached.get(id)?.reach ?? 'none',
  administers: scope.administering.has(id),
  count: value.count ?? 1,
  place,
})

const outsideNode = (
  kind: 'vendor' | 'party',
  thing: {
    readonly id: string
    readonly name?: string
    readonly relationship?: string
    readonly count?: number
  },
  { scope }: Infrastructure,
  { place }: Placed,
): MapNode => ({
  id: thing.id,
  kind,
  ...given({ name: maskedName(thing.name), what: thing.relationship }),
  reach: scope.reached.get(thing.id)?.reach ?? 'none',
  administers: false,
  count: thing.count ?? 1,
  place,
})

const flowOf = (connection: Connection, infrastructure: Infrastructure, { place }: Placed): MapFlow => {
  const { id, from, to, via, data, implied } = connection
  const hops = hopsOfConnection(infrastructure, connection)
  return {
    id,
    from: from.id,
    to: to.id,
    via: via.map((end) => end.id),
    data,
    carries: infrastructure.scope.carries(connection) ?? 'none',
    protection: foldProtection(hops.map(({ protection }) => protection)),
    hops,
    worstHop: worstOf(hops),
    ...(implied === undefined ? {} : { implied }),
    place,
  }
}
