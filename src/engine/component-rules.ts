import type { Match } from '../model/description.generated.js'
import { type Fact, factOf, isStated } from '../model/fact.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { pathOf } from '../model/path.js'
import { matchesGlob } from '../model/scalars/glob.js'
import { type AssetSubject, assetSubject } from '../model/subjects/asset.js'
import type { SystemSubject } from '../model/subjects/things.js'
import { INTERNET, openingOf, placementOf } from '../model/subjects/zones.js'
import { all, listed } from './expectations.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** A part of the organisation that the law wants kept apart. */
export interface Component {
  readonly designation: Fact<Match>
  /** The ids of all that it takes in. */
  readonly ids: ReadonlySet<string>
  /** Its assets with ePHI. */
  readonly inside: readonly AssetSubject[]
  /** Our own assets with ePHI that are not part of it. */
  readonly outside: readonly AssetSubject[]
}

/** What a designation of `system.designations` takes in, and what not. */
export const componentOf = (
  { infrastructure }: SystemSubject,
  key: 'healthCareComponent' | 'clearinghouse',
): Component => {
  const designation = infrastructure.fact('system').at('designations', key) as Fact<Match>
  const ids = new Set(infrastructure.covered(designation.value))
  const holding = holdingEphi(infrastructure)
  return {
    designation,
    ids,
    inside: holding.filter(({ id }) => ids.has(id)),
    outside: holding.filter(({ id, entry }) => !ids.has(id) && entry.value.vendor === undefined),
  }
}

/**
 * Judges whether a component is walled off: nobody else stands in its zones, not everybody may use its assets, and no
 * other zone may open everything to it. Assets that a vendor runs elsewhere stand in no zone of ours.
 */
export const judgeSeparation = ({ designation, ids, inside }: Component): Verdict => {
  const placed = inside.filter(({ entry }) => entry.value.vendor === undefined || entry.value.zone)
  if (placed.length === 0)
    return unproven(designation, 'no asset with ePHI of ours is in it: state `zone` of those that are')
  const own = placed.flatMap((asset) => asset.entry.value.zone ?? [])
  return all(...placed.map((asset) => standsApart(asset, ids)), wallOf(placed, own))
}

const standsApart = (asset: AssetSubject, ids: ReadonlySet<string>): Verdict => {
  const authorised = asset.access('authorised')
  if (authorised.value?.includes('everyone')) return fail(authorised)
  const { zone, residents } = placementOf(asset)
  if (!isStated(zone)) return unproven(zone)
  const stranger = residents.all.find(({ id }) => !ids.has(id))
  if (stranger) return fail(zone, { found: `zone ${zone.value}, together with ${stranger.id}` })
  return pass(zone)
}

const wallOf = (placed: readonly AssetSubject[], own: readonly string[]): Verdict => {
  const { infrastructure } = placed[0] as AssetSubject
  const others = [INTERNET, ...infrastructure.zones.keys()].filter((zone) => !own.includes(zone))
  const openings = others.flatMap((from) =>
    [...new Set(own)].map((to) => openingOf(infrastructure, from, to)),
  )
  const wide = openings.filter(({ allows }) => allows?.includes('any'))
  const [first] = wide
  if (first)
    return fail(first.on, { found: listed(wide.map(({ from, to }) => `${from} → ${to}: any`).slice(0, 3)) })
  const unknown = openings.find(({ allows }) => allows === undefined)
  const [opening] = openings
  return unknown || !opening
    ? unproven(unknown?.on ?? factOf(pathOf('', 'zonePolicy'), undefined))
    : pass(opening.on)
}

const holdingEphi = (infrastructure: Infrastructure): readonly AssetSubject[] =>
  infrastructure.assets
    .filter(({ id, exceptionOf }) => exceptionOf === undefined && infrastructure.scope.reached.has(id))
    .map((entry) => assetSubject(infrastructure, entry))

/** What the people of a plan sponsor get at (164.314(b), 164.504(f)). */
export interface SponsorAccess {
  readonly designation: Fact<Match>
  /** The groups that the designation names. */
  readonly groups: readonly string[]
  /** Who may use each asset with ePHI that the designation does not name. */
  readonly undesignated: readonly { readonly id: string; readonly authorised: Fact<readonly string[]> }[]
}

/** The groups that `system.designations.planSponsor` names by id, and the assets that it does not. */
export const sponsorAccess = ({ infrastructure }: SystemSubject): SponsorAccess => {
  const designation = infrastructure.fact('system').at('designations', 'planSponsor') as Fact<Match>
  const globs = [designation.value?.id ?? []].flat()
  const groups = (infrastructure.description.identity?.groups ?? [])
    .map(({ id }) => id)
    .filter((id) => globs.some((glob) => matchesGlob(glob, id)))
  const designated = new Set(infrastructure.covered(designation.value))
  return {
    designation,
    groups,
    undesignated: holdingEphi(infrastructure)
      .filter(({ id }) => !designated.has(id))
      .map((asset) => ({ id: asset.id, authorised: asset.access('authorised') as Fact<readonly string[]> })),
  }
}

/** Where people of the sponsor may be though it is not designated for them, each in words. */
export const sponsorReaches = ({
  groups,
  undesignated,
}: SponsorAccess): readonly { readonly authorised: Fact<readonly string[]>; readonly words: string }[] =>
  undesignated.flatMap(({ id, authorised }) => {
    const theirs = (authorised.value ?? []).filter((group) => group === 'everyone' || groups.includes(group))
    return theirs.length === 0 ? [] : [{ authorised, words: `${listed(theirs)} on ${id}` }]
  })
