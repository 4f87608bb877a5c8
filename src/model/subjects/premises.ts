import type { Move, Site } from '../description.generated.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { pathOf } from '../path.js'
import { type AssetSubject, assetSubject } from './asset.js'
import { type Thing, thing } from './things.js'

/** A place of our own with systems that hold ePHI or control what does. */
export type PremisesSubject = Thing<'site', Site | undefined> & {
  /** All that is stated of it; where hardware stands at no site, the field of that hardware that would name one. */
  readonly stated: Fact<unknown>
}

/**
 * The sites that we run and that assets in scope stand at, and for hardware of ours that stands at no site a subject of
 * which nothing is stated. What stands at a vendor's site is the vendor's to show.
 */
export const premises = (infrastructure: Infrastructure): PremisesSubject[] => {
  const present = inScope(infrastructure)
  const sites = (infrastructure.description.sites ?? []).flatMap((site) => {
    const there = present.filter(({ entry }) => entry.value.site === site.id)
    const ours = site.operator === undefined || site.operator === 'us'
    return ours && there.length > 0 ? [premisesOf(infrastructure, site, there)] : []
  })
  const nowhere = present.filter(
    ({ entry, traits }) =>
      traits.hardware &&
      !traits.portable &&
      entry.value.vendor === undefined &&
      entry.value.site === undefined,
  )
  return [...sites, ...nowhere.map((asset) => siteOf(asset))]
}

const inScope = (infrastructure: Infrastructure): AssetSubject[] =>
  infrastructure.assets
    .filter(({ exceptionOf }) => exceptionOf === undefined)
    .map((entry) => assetSubject(infrastructure, entry))
    .filter(({ reach, controls }) => reach !== undefined || controls !== undefined)

const premisesOf = (
  infrastructure: Infrastructure,
  value: Site,
  there: readonly AssetSubject[],
): PremisesSubject => {
  const path = pathOf('/sites', value.id)
  const assets = there.map(({ id }) => id)
  const base = thing('site', infrastructure, { id: value.id, path, value, assets })
  return { ...base, label: value.name ?? value.id, stated: factOf(path, value) }
}

/** The place of hardware of which it is not said where it stands. */
const siteOf = ({ infrastructure, id, label, path }: AssetSubject): PremisesSubject => {
  const site = factOf(pathOf(path, 'site'), undefined)
  const base = thing('site', infrastructure, {
    id: `site of ${id}`,
    path: site.path,
    value: undefined,
    assets: [id],
  })
  return { ...base, label, stated: site }
}

const namesOf = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`

/** A move of hardware that stores ePHI. */
export type MoveSubject = Thing<'move', Move>

/** Moves of hardware that stores ePHI (164.310(d)(2)(iv)); what moves without hardware is no move of equipment. */
export const hardwareMoves = (infrastructure: Infrastructure): MoveSubject[] =>
  (infrastructure.description.moves ?? []).flatMap((value, index) => {
    const covered = [...infrastructure.covered(value.assets)].sort()
    const assets = covered.filter((id) => {
      const entry = infrastructure.asset(id)
      const asset = entry && assetSubject(infrastructure, entry)
      return asset?.reach !== undefined && asset.traits.hardware && asset.traits.stores
    })
    if (assets.length === 0) return []
    const base = thing('move', infrastructure, {
      id: `move of ${namesOf(assets)}${value.date === undefined ? '' : ` on ${value.date}`}`,
      path: pathOf('/moves', index),
      value,
      assets,
    })
    return [base]
  })
