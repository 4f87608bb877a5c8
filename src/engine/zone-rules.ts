import type { ZoneRule } from '../model/description.generated.js'
import { type Fact, isStated, restated } from '../model/fact.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { rememberedOf } from '../model/remembered.js'
import { parseAllowance } from '../model/scalars/port-range.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import { type FlowSubject, type HopSubject, hopsOf } from '../model/subjects/hop.js'
import type { SystemSubject } from '../model/subjects/things.js'
import {
  ephiZones,
  INTERNET,
  isPublicZone,
  isWorkstation,
  type Opening,
  openingOf,
  placementOf,
  type Residents,
  residentsOf,
  type Trust,
  trustOf,
  zoneRules,
} from '../model/subjects/zones.js'
import { all, listed } from './expectations.js'
import { flowsOfEphi, selector } from './selectors.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

export { type Placement, placementOf, trustOf, type ZoneSubject } from '../model/subjects/zones.js'

/** Zones in which ePHI is, but for those of others and those of workstations alone. */
export const zonesOfEphi = selector('zones in which systems with ePHI stand', ephiZones)

/** Flows that somebody wrote down, between assets in different zones, where there is a policy. */
export const flowsBetweenZones = flowsOfEphi.where(
  'from one zone to another, where a zone policy is stated',
  (flow) =>
    flow.flow !== undefined &&
    (flow.flow.medium ?? 'network') === 'network' &&
    flow.infrastructure.description.zonePolicy !== undefined &&
    hopsOf(flow).some(crossesZones),
)

/** Whether its maker or its age forbids that it is patched, so that the network has to protect it. */
export const cannotBePatched = ({ entry, traits }: AssetSubject): boolean =>
  traits.clinical || entry.value.constraints?.cannot?.includes('patch') === true

/** The workstations in the zone of an asset. Beside what cannot be patched its like does no harm. */
export const workstationsBeside = (asset: AssetSubject): readonly string[] => {
  const { all, patched } = workstationsIn(placementOf(asset).residents)
  const beside = cannotBePatched(asset) ? patched : all
  return isWorkstation(asset) ? beside.filter((id) => id !== asset.id) : beside
}

const workstationsIn = rememberedOf(({ workstations }: Residents) => ({
  all: workstations.map(({ id }) => id),
  patched: workstations.filter((one) => !cannotBePatched(one)).map(({ id }) => id),
}))

/** Stores of ePHI in the zone of what is not in production: those in production, and those of which that is not stated. */
export const productionStoresBeside = (asset: AssetSubject): ProductionStores =>
  productionStoresIn(placementOf(asset).residents)

/** Stores of ePHI, by whether somebody stated that they are in production. */
export interface ProductionStores {
  readonly stated: readonly string[]
  readonly unstated: readonly AssetSubject[]
}

const productionStoresIn = rememberedOf(
  ({ stores }: Residents): ProductionStores => ({
    stated: stores.filter(({ entry }) => entry.value.environment === 'production').map(({ id }) => id),
    unstated: stores.filter(({ entry }) => entry.value.environment === undefined),
  }),
)

/** The zones from which an asset can be reached, each with its trust; `any` and `internet` are public. */
export const reachableZones = (asset: AssetSubject): readonly Fact<Trust>[] => {
  const stated = asset.access('reachableFrom')
  return (stated.value ?? []).map((zone) =>
    trustOf(asset.infrastructure, restated(stated, zone === 'any' ? INTERNET : zone)),
  )
}

const zoneOf = (asset: AssetSubject | undefined): string | undefined => asset?.entry.value.zone

const crossesZones = ({ sender, receiver }: HopSubject): boolean => {
  const [from, to] = [zoneOf(sender), zoneOf(receiver)]
  return from !== undefined && to !== undefined && from !== to
}

/** A rule that is too wide, or that may be. */
interface OpenRule {
  readonly on: Fact<unknown>
  /** `undefined` where it is not stated what is allowed, or how far the zone is trusted that decides. */
  readonly words: string | undefined
}

/**
 * Judges the rules between zones: none opens everything, none lets everybody in but to a zone that is meant for that,
 * and none leads from the internet straight to where only some may be. What goes out is not judged here.
 */
export const judgeZoneRules = ({ infrastructure }: SystemSubject): Verdict => {
  const policy = infrastructure.fact('zonePolicy')
  const rules = policy.at('rules')
  if (rules.value === undefined) return unproven(rules)
  const open = zoneRules(infrastructure).flatMap((rule) => openRule(infrastructure, rule) ?? [])
  const wide = open.filter(({ words }) => words !== undefined)
  const [first] = wide
  if (first) return fail(first.on, { found: listed(wide.map(({ words }) => words ?? '')) })
  const [unknown] = open
  return unknown ? unproven(unknown.on) : pass(rules)
}

const openRule = (infrastructure: Infrastructure, rule: Fact<ZoneRule>): OpenRule | undefined => {
  const { from = '', to = '', allow } = rule.value ?? {}
  if (isPublicZone(infrastructure, to) || allow?.length === 0) return undefined
  if (allow === undefined) return { on: rule.at('allow'), words: undefined }
  const words = `${from} → ${to}: ${allow.join(', ')}`
  if (allow.includes('any')) return leavesEphi(infrastructure, from, to) ? undefined : { on: rule, words }
  if (from !== 'any' && !isPublicZone(infrastructure, from)) return undefined
  if (to === 'any') return { on: rule, words }
  const trust = trustOf(infrastructure, restated(rule, to) as Fact<string>)
  if (!isStated(trust)) return { on: trust, words: undefined }
  const closed = trust.value === 'restricted' || trust.value === 'management'
  return closed || (from === 'any' && trust.value === 'internal') ? { on: rule, words } : undefined
}

/** From a zone with ePHI to everywhere: the rule about what goes out speaks of it. */
const leavesEphi = (infrastructure: Infrastructure, from: string, to: string): boolean =>
  to === 'any' && from !== 'any' && residentsOf(infrastructure, from).holding.length > 0

/** Judges a flow by the zone policy: each leg from one zone to another is one that the policy lets through. */
export const judgeByZonePolicy = (flow: FlowSubject): Verdict => {
  const hops = hopsOf(flow).filter(crossesZones)
  const legs = [...new Set(hops.map(({ index }) => index))]
  return all(...legs.map((leg) => judgeLeg(hops.filter(({ index }) => index === leg))))
}

/** One leg may end at several endpoints; that the policy lets one of them be reached is enough. */
const judgeLeg = (hops: readonly HopSubject[]): Verdict => {
  const [first] = hops as [HopSubject]
  const { infrastructure, sender, receiver } = first
  const opening = openingOf(infrastructure, zoneOf(sender) ?? '', zoneOf(receiver) ?? '')
  if (opening.allows === undefined) return unproven(opening.on)
  const answers = hops.map((hop) => lets(opening.allows ?? [], hop))
  if (answers.includes(true)) return pass(opening.on)
  const unknown = hops[answers.indexOf(undefined)]
  if (unknown)
    return unproven(unknown.protocol, `state \`protocol\` and \`port\` of what ${first.to.id} accepts`)
  return fail(opening.on, { found: refusalOf(opening, first) })
}

const refusalOf = ({ from, to, allows }: Opening, { from: sender, to: receiver }: HopSubject): string =>
  `${sender.id} → ${receiver.id}, where ${from} → ${to} allows ${allows?.join(', ') || 'nothing'}`

/** Whether what is allowed covers a leg; `undefined` where its port or protocol is not stated. */
const lets = (allows: readonly string[], { endpoint, protocol }: HopSubject): boolean | undefined => {
  const port = endpoint?.value.port
  const answers = allows.map((text): boolean | undefined => {
    const allowance = parseAllowance(text)
    if (text === 'any' || allowance === undefined) return text === 'any'
    if ('protocol' in allowance)
      return protocol.value === undefined ? undefined : protocol.value === allowance.protocol
    return port === undefined ? undefined : allowance.from <= port && port <= allowance.to
  })
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false)
}
