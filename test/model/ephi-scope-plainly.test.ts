import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection } from '../../src/model/connections.js'
import type { Reach } from '../../src/model/ephi-scope.js'
import { buildInfrastructure, type Infrastructure } from '../../src/model/infrastructure.js'
import type { ClaimTree, Layer } from '../../src/model/layer.js'
import type { DayText } from '../../src/model/scalars/text.js'

const ASSETS = ['a', 'b', 'c', 'd', 'e', 'f']
const OTHERS = ['vendor', 'partner']

/** Descriptions with all that decides where ePHI goes: some of it stated by people, some of it imported. */
const tree = (rank: 'stated' | 'imported') => {
  const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 1 })
  const place = fc.constantFrom(...ASSETS, ...OTHERS, 'a/443', 'b/api')
  const asset = (id: string) =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom('server', 'key-store', 'load-balancer'),
      ephi: fc.option(fc.constantFrom([], ['stores']), { nil: undefined, freq: 2 }),
      holds: fc.option(fc.constantFrom(['ephi'], ['none'], ['cleaned'], ['rest']), {
        nil: undefined,
        freq: 1,
      }),
      vendor: some(fc.constant('vendor')),
      replicaOf: some(fc.constantFrom(...ASSETS)),
      derivedFrom: some(fc.constantFrom(...ASSETS)),
    })
  const flow = fc.record({
    from: place,
    to: place,
    via: some(fc.array(place, { minLength: 1, maxLength: 2 })),
    data: some(fc.constantFrom('to', 'from', 'both')),
    carries: fc.option(fc.constantFrom(['ephi'], ['none'], ['cleaned'], ['rest'], ['none', 'ephi'], []), {
      nil: undefined,
      freq: 2,
    }),
    archive: fc.option(fc.constantFrom('none', 'f'), { nil: undefined, freq: 1 }),
  })
  return fc
    .record({
      assets: fc.tuple(...(rank === 'stated' ? ASSETS.slice(0, 4) : ASSETS.slice(4)).map(asset)),
      flows: fc.array(flow, { maxLength: rank === 'stated' ? 8 : 2 }),
    })
    .map(({ assets, flows }) => ({ version: 1, assets: assets.map(given), flows: flows.map(given) }))
}

/** Leaves out what is not stated. */
const given = (thing: object) =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined))

const SHARED = {
  vendors: [{ id: 'vendor' }],
  parties: [{ id: 'partner' }],
  data: [
    { id: 'cleaned', class: 'deidentified' },
    { id: 'rest', class: 'ephi' },
  ],
}

const infrastructures = fc.tuple(tree('stated'), tree('imported')).map(([stated, imported]) => {
  const layers: Layer[] = [
    { rank: 'stated', document: 0, tree: { ...stated, ...SHARED } as unknown as ClaimTree },
    { rank: 'imported', document: 1, tree: imported as unknown as ClaimTree },
  ]
  return buildInfrastructure(layers, '2026-11-24' as DayText)
})

/** A place with how ePHI came there, where that is told, and the way of it. */
type Row = readonly [id: string, reach: Reach, path: string, way: readonly string[]]

/** Every leg of every connection that data takes, as two ids. */
const legsOf = ({ from, via, to, data }: Connection): (readonly [string, string])[] => {
  const stops = [from, ...via, to].map(({ id }) => id)
  const onward = stops.slice(1).map((stop, index) => [stops[index] as string, stop] as const)
  return onward.flatMap(([one, other]) => [
    ...(data === 'from' ? [] : [[one, other] as const]),
    ...(data === 'to' ? [] : [[other, one] as const]),
  ])
}

/** The same by trying every connection at every place, until nothing new is reached. */
const plainly = (infrastructure: Infrastructure): Row[] => {
  const { assets, parties } = infrastructure
  const { connections } = infrastructure.scope
  const rows = new Map<string, Row>()
  const add = (...row: Row) => rows.has(row[0]) || rows.set(row[0], row)
  const isPhi = (name: string) => ['ephi', 'rest'].includes(name)
  const spread = (reach: Reach, carries: readonly string[]) => {
    for (const [from, , , way] of rows.values()) {
      if (parties.has(from)) continue
      for (const phi of carries) {
        for (const connection of connections.filter((one) => one.carries.phi === phi)) {
          const { path } = phi === 'phi' ? connection.carries : connection
          for (const [one, other] of legsOf(connection)) {
            const refused = phi !== 'phi' && infrastructure.asset(other)?.value.ephi?.length === 0
            if (one === from && !refused)
              add(other, reach, path, [...way, `${one}→${other} ${connection.id}`])
          }
        }
      }
    }
  }
  for (const { id, value, path } of assets) {
    if (value.ephi?.length) add(id, 'declared', `${path}/ephi`, [])
    else if (value.holds?.some((name) => isPhi(name) || name === 'cleaned'))
      add(id, 'declared', `${path}/holds`, [])
  }
  spread('inferred', ['phi'])
  for (const { carries, data, from, to } of connections)
    if (carries.phi === 'phi' && carries.names.length > 0)
      add((data === 'from' ? to : from).id, 'inferred', carries.path, [])
  spread('inferred', ['phi'])
  for (const { id, imported, value, path } of assets)
    if (imported && value.ephi === undefined && value.holds === undefined && value.kind !== 'key-store')
      add(id, 'assumed', `${path}/ephi`, [])
  spread('assumed', ['phi', 'unstated'])
  return [...rows.values()]
}

const rowsOf = ({ scope }: Infrastructure): Row[] =>
  [...scope.reached.values()].map(({ id, reach, path }) => [
    id,
    reach,
    path,
    scope.explain(id).map(({ from, to, connection }) => `${from}→${to} ${connection}`),
  ])

describe('where ePHI is, by numbers', () => {
  it('is the same as by trying everything', () =>
    fc.assert(
      fc.property(infrastructures, (infrastructure) => {
        // Who hosts an asset is added in the end.
        const isHost = ([id]: Row) => id === 'vendor'
        expect(rowsOf(infrastructure).filter((row) => !isHost(row))).toEqual(
          plainly(infrastructure).filter((row) => !isHost(row)),
        )
      }),
      { numRuns: 400 },
    ))

  it('follows each flow as it is written', () =>
    fc.assert(
      fc.property(infrastructures, (infrastructure) => {
        const { flows, scope } = infrastructure
        const idOf = (place: string) => place.replace(/\/.*/, '')
        for (const [index, flow] of flows.entries()) {
          const connection = scope.connections[index] as Connection
          const { from, to, via, data, carries, path, implied } = connection
          expect([connection.flow, path, implied]).toEqual([flow, `/flows/${index}`, undefined])
          expect([from, to, ...via].map(({ id }) => id)).toEqual(
            [flow.from, flow.to, ...(flow.via ?? [])].map(idOf),
          )
          if (flow.data !== undefined) expect(data).toBe(flow.data)
          if (flow.carries === undefined) continue
          expect(carries.names).toBe(flow.carries)
          expect(carries.path).toBe(`/flows/${index}/carries`)
        }
      }),
      { numRuns: 100 },
    ))
})
