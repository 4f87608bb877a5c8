import type { Reached } from './ephi-scope.js'
import type { AssetEntry, Infrastructure } from './infrastructure.js'
import { matchesAsset } from './match.js'
import { type ModelPath, pathOf } from './path.js'

/** Why a system that holds no ePHI is in scope all the same. */
export interface Administers {
  readonly id: string
  /** One system with ePHI, or on the way to one, that it controls. */
  readonly target: string
  readonly path: ModelPath
  readonly how: 'administers' | 'hosts' | 'identifies'
}

/** Follows control from the assets with ePHI upwards: hosts, administering systems, and who identifies the users. */
export const administeringOf = (
  infrastructure: Infrastructure,
  reached: ReadonlyMap<string, Pick<Reached, 'id' | 'kind'>>,
): ReadonlyMap<string, Administers> => {
  const found = new Map<string, Administers>()
  let controllers = infrastructure.assets.filter(({ value }) => value.administers !== undefined)
  const provider = infrastructure.description.identity?.provider
  let frontier = [...reached.values()].filter(({ kind }) => kind === 'asset').map(({ id }) => id)
  if (provider && frontier[0] !== undefined) {
    found.set(provider, { id: provider, target: frontier[0], path: '/identity/provider', how: 'identifies' })
  }
  while (frontier.length > 0) {
    const fresh = [
      ...hostsOf(infrastructure, frontier),
      ...controllersOf(infrastructure, controllers, frontier),
    ]
    frontier = []
    for (const one of fresh) {
      if (found.has(one.id)) continue
      found.set(one.id, one)
      frontier.push(one.id)
    }
    // Whoever was found once needs no second reason.
    controllers = controllers.filter(({ id }) => !found.has(id))
  }
  return found
}

const hostsOf = ({ asset }: Infrastructure, ids: readonly string[]): Administers[] =>
  ids.flatMap((id) => {
    const entry = asset(id)
    const host = entry?.value.runsOn
    return entry && host ? [{ id: host, target: id, path: pathOf(entry.path, 'runsOn'), how: 'hosts' }] : []
  })

const controllersOf = (
  { asset, dataClasses }: Infrastructure,
  controllers: readonly AssetEntry[],
  ids: readonly string[],
): Administers[] =>
  controllers.flatMap(({ id, value, path }) => {
    const target = ids.find((other) => {
      const entry = other === id ? undefined : asset(other)
      return (
        entry &&
        value.administers &&
        matchesAsset(value.administers, { id: other, asset: entry.value }, dataClasses)
      )
    })
    return target === undefined ? [] : [{ id, target, path: pathOf(path, 'administers'), how: 'administers' }]
  })
