import type { Zone, ZonePolicy, ZoneRule } from '../description.generated.js'
import { placesByName } from '../entry-names.js'
import { type Fact, factOf, restated } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { pathOf } from '../path.js'
import { byKeys, remembered } from '../remembered.js'
import { type AssetSubject, assetSubject } from './asset.js'
import { type Thing, thing } from './things.js'

/** How far a zone is trusted. */
export type Trust = NonNullable<Zone['trust']>

/** The zone that is always there, and public. */
export const INTERNET = 'internet'

/** What stands in a zone. */
export interface Residents {
  readonly all: readonly AssetSubject[]
  /** Desktops, laptops and telephones: where people open mail and visit web sites. */
  readonly workstations: readonly AssetSubject[]
  /** Stores of ePHI. */
  readonly stores: readonly AssetSubject[]
  /** What has ePHI, but for workstations, whose users have to reach the internet. */
  readonly holding: readonly AssetSubject[]
}

/** Where an asset stands in the network. */
export interface Placement {
  readonly zone: Fact<string>
  readonly trust: Fact<Trust>
  /** All that stands in its zone, itself included. */
  readonly residents: Residents
}

const NOBODY: Residents = { all: [], workstations: [], stores: [], holding: [] }

/** Who stands in each zone. */
const residentsByZone = remembered((infrastructure): ReadonlyMap<string, Residents> => {
  const own = infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined)
  const byZone = byKeys(own, ({ value: { zone } }) => [zone])
  return new Map(
    [...byZone].map(([zone, entries]) => [
      zone,
      residentsAmong(entries.map((entry) => assetSubject(infrastructure, entry))),
    ]),
  )
})

const residentsAmong = (all: readonly AssetSubject[]): Residents => ({
  all,
  workstations: all.filter(isWorkstation),
  stores: all.filter(({ reach, traits }) => reach !== undefined && traits.stores),
  holding: all.filter((asset) => asset.reach !== undefined && !isWorkstation(asset)),
})

/** A desktop, a laptop or a telephone. */
export const isWorkstation = ({ traits }: AssetSubject): boolean => traits.interactive && traits.patchable

/** What stands in a zone. */
export const residentsOf = (infrastructure: Infrastructure, zone: string | undefined): Residents =>
  residentsByZone(infrastructure).get(zone ?? '') ?? NOBODY

/** The zone of an asset, its trust, and what stands there. */
export const placementOf = (asset: AssetSubject): Placement => {
  const zone = asset.at('zone') as Fact<string>
  return {
    zone,
    trust: trustOf(asset.infrastructure, zone),
    residents: residentsOf(asset.infrastructure, zone.value),
  }
}

/** How far the zone is trusted that a fact names. */
export const trustOf = (infrastructure: Infrastructure, zone: Fact<string>): Fact<Trust> => {
  if (zone.value === undefined) return restated(zone, undefined)
  if (zone.value === INTERNET) return restated(zone, 'public')
  return factOf<Zone>(pathOf('/zones', zone.value), infrastructure.zones.get(zone.value)).at('trust')
}

/** Whether everybody can be in a zone. */
export const isPublicZone = ({ zones }: Infrastructure, zone: string): boolean =>
  zone === INTERNET || zones.get(zone)?.trust === 'public'

/** What the zone policy lets one zone open to another. */
export interface Opening {
  readonly from: string
  readonly to: string
  /** The rule that decides (the widest, of several), or the default. */
  readonly on: Fact<unknown>
  /** Ports and protocols, or `any`; `[]` where nothing passes, `undefined` where that is not stated. */
  readonly allows: readonly string[] | undefined
  /** Whether it is open because everything is: by the default, or by a rule from `any` to `any`. */
  readonly everywhere: boolean
}

/** The rules of the zone policy, each a fact, in the order of their zones. */
export const zoneRules = remembered(({ description: { zonePolicy } }): readonly Fact<ZoneRule>[] => {
  const rules = zonePolicy?.rules ?? []
  return placesByName(rules).map((index) =>
    factOf<ZoneRule>(pathOf('/zonePolicy/rules', index), rules[index]),
  )
})

/**
 * Pairs with rules have what these allow and nothing else. For other pairs the default holds, unless the zone itself
 * says what leaves it for the internet.
 */
export const openingOf = (infrastructure: Infrastructure, from: string, to: string): Opening => {
  const rules = zoneRules(infrastructure).filter(
    ({ value }) => isEnd(value?.from, from) && isEnd(value?.to, to),
  )
  if (rules.length > 0) return openingByRules(rules as [Fact<ZoneRule>, ...Fact<ZoneRule>[]], from, to)
  const own = factOf<Zone>(pathOf('/zones', from), infrastructure.zones.get(from)).at('outbound')
  if (to === INTERNET && own.value !== undefined)
    return { from, to, on: own, allows: own.value === 'any' ? ['any'] : [], everywhere: false }
  return openingByDefault(infrastructure, from, to)
}

const isEnd = (named: string | undefined, zone: string): boolean => named === 'any' || named === zone

const openingByDefault = (infrastructure: Infrastructure, from: string, to: string): Opening => {
  const on = infrastructure.fact('zonePolicy').at('default') as Fact<NonNullable<ZonePolicy['default']>>
  const allows = on.value === undefined ? undefined : on.value === 'allow' ? ['any'] : []
  return { from, to, on, allows, everywhere: on.value === 'allow' }
}

const openingByRules = (
  rules: readonly [Fact<ZoneRule>, ...Fact<ZoneRule>[]],
  from: string,
  to: string,
): Opening => {
  const widest = rules.find(({ value }) => value?.allow?.includes('any'))
  const unstated = rules.find(({ value }) => value?.allow === undefined)
  const on = widest ?? unstated ?? rules[0]
  const stated = widest !== undefined || unstated === undefined
  return {
    from,
    to,
    on: stated ? on : on.at('allow'),
    allows: stated ? [...new Set(rules.flatMap(({ value }) => value?.allow ?? []))] : undefined,
    everywhere: widest?.value?.from === 'any' && widest.value.to === 'any',
  }
}

/** A zone in which ePHI is. */
export type ZoneSubject = Thing<'zone', Zone> & {
  /** What it may open to the internet, and to other public zones. */
  readonly outward: readonly [Opening, ...Opening[]]
}

/** The zones of our own in which more than workstations has ePHI. */
export const ephiZones = (infrastructure: Infrastructure): ZoneSubject[] => {
  const open = [...infrastructure.zones.keys()].filter((id) => isPublicZone(infrastructure, id))
  const outwardOf = (id: string): ZoneSubject['outward'] => [
    openingOf(infrastructure, id, INTERNET),
    ...open.map((to) => openingOf(infrastructure, id, to)),
  ]
  return [...infrastructure.zones.values()]
    .filter(({ trust }) => trust !== 'public' && trust !== 'external')
    .flatMap((value) => {
      const { holding } = residentsOf(infrastructure, value.id)
      if (holding.length === 0) return []
      const assets = holding.map(({ id }) => id)
      const path = pathOf('/zones', value.id)
      return [
        {
          ...thing('zone', infrastructure, { id: value.id, path, value, assets }),
          outward: outwardOf(value.id),
        },
      ]
    })
}
