import type { Rank } from '../knowledge/terms.js'
import { attestedPaths } from './attestations.js'
import { compareRanks } from './claims.js'
import { type ContestedFact, contestedFacts } from './contested.js'
import { applyDefaults, type Merged } from './defaults.js'
import type {
  Asset,
  Data,
  Description,
  Flow,
  Key,
  Match,
  Party,
  Vendor,
  Zone,
} from './description.generated.js'
import { type EphiScope, ephiScope } from './ephi-scope.js'
import { type Fact, factOf } from './fact.js'
import type { ClaimTree, Layer, Origin } from './layer.js'
import { matchesAsset } from './match.js'
import { merged } from './merge.js'
import type { ObservedMessage } from './observed-message.js'
import { originFinder } from './origin.js'
import { type ModelPath, pathOf } from './path.js'
import { byKeys, remembered, rememberedOf } from './remembered.js'
import { isGlob } from './scalars/glob.js'
import type { DayText } from './scalars/text.js'

/** One asset as the model knows it: merged, with the path of its facts. */
export interface AssetEntry {
  /** Its id; for the exceptions of a group the group's id, a `~` and the reason. */
  readonly id: string
  readonly path: ModelPath
  readonly value: Asset
  /** How many like things it stands for. */
  readonly count: number
  /** The group that this is an exception of. */
  readonly exceptionOf?: string
  /** Whether configuration or a state speaks of it, and not people alone. */
  readonly imported: boolean
}

/** Everything said about an infrastructure, as one value; every part knows where it was said. */
export interface Infrastructure {
  readonly description: Description
  /** Assets and the exceptions of groups, in order of the description. */
  readonly assets: readonly AssetEntry[]
  readonly asset: (id: string) => AssetEntry | undefined
  readonly vendors: ReadonlyMap<string, Vendor>
  readonly parties: ReadonlyMap<string, Party>
  readonly data: ReadonlyMap<string, Data>
  readonly dataClasses: ReadonlyMap<string, Data['class']>
  readonly zones: ReadonlyMap<string, Zone>
  readonly keys: ReadonlyMap<string, Key>
  readonly flows: readonly Flow[]
  /** Messages that somebody looked at. */
  readonly messages: readonly ObservedMessage[]
  /** The ids of the assets that a match finds, exceptions of groups apart. */
  covered(match: Match | undefined): readonly string[]
  /** The day on which attestations are looked at, and the audit judges. */
  readonly asOf: DayText
  /** Where ePHI is, and how it came there. Worked out when first asked for. */
  readonly scope: EphiScope
  /** A fact of the description's top level, as `fact('governance').at('riskAnalysis', 'date')`. */
  fact<const K extends keyof Description & string>(key: K): Fact<NonNullable<Description[K]>>
  /** Who claimed what stands at a path, or the nearest stated place above it. */
  origin(path: ModelPath): Origin
  /** What two ranks claim differently. Worked out when first asked for. */
  readonly contested: readonly ContestedFact[]
  /** The rank of what stands at a path. */
  rankOf(path: ModelPath): Rank
}

/** Builds the model from what the documents claim, weakest rank first. The claims have been validated. */
export const buildInfrastructure = (claimed: readonly Layer[], asOf: DayText): Infrastructure => {
  const layers = [...claimed].sort((one, other) => compareRanks(one.rank, other.rank))
  const description = joinLayers(layers)
  const assetsOf = applyDefaults(layers)
  const entries = assetsOf.flatMap(entriesOf)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const data = byIdOf(description.data)
  const finder = originFinder(layers, assetsOf)
  const onlyRank = layers.every(({ rank }) => rank === layers[0]?.rank) ? layers[0]?.rank : undefined
  let scope: EphiScope | undefined
  let contested: readonly ContestedFact[] | undefined
  let attested: ((path: ModelPath) => boolean) | undefined
  const covered = rememberedOf((match: Match) => coveredBy(match, infrastructure))
  const infrastructure: Infrastructure = {
    description,
    assets: entries,
    asset: (id) => byId.get(id),
    vendors: byIdOf(description.vendors),
    parties: byIdOf(description.parties),
    data,
    dataClasses: new Map([...data].map(([id, { class: its }]) => [id, its])),
    zones: byIdOf(description.zones),
    keys: byIdOf(description.keys),
    flows: description.flows ?? [],
    messages: description.messages ?? [],
    asOf,
    covered: (match) => (match === undefined ? [] : covered(match)),
    get scope() {
      scope ??= ephiScope(infrastructure)
      return scope
    },
    fact: (key) => factOf(pathOf('', key), description[key]) as never,
    origin: finder.origin,
    get contested() {
      contested ??= contestedFacts(layers, finder)
      return contested
    },
    rankOf: (path) => {
      attested ??= attestedPaths(infrastructure)
      const rank = onlyRank ?? finder.rankOf(path)
      return rank === 'stated' && attested(path) ? 'attested' : rank
    },
  }
  return infrastructure
}

/**
 * Several files are one description: lists join, and an entry that several ranks speak of is one; objects merge, the
 * higher rank over the lower. Clashes within one rank were refused when the claims were read.
 */
const joinLayers = (layers: readonly Layer[]): ClaimTree =>
  layers.reduce<ClaimTree>((all, { tree }) => joined(all, tree) as ClaimTree, layers[0]?.tree ?? EMPTY)

const EMPTY = { version: 1 } as ClaimTree

const joined = (one: unknown, other: unknown): unknown => {
  if (one === other) return one
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  const result: Record<string, unknown> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const mine = a[key]
    result[key] = Array.isArray(mine) && Array.isArray(value) ? joinedLists(mine, value) : merged(mine, value)
  }
  return result
}

const joinedLists = (one: readonly unknown[], other: readonly unknown[]): readonly unknown[] => {
  const places = new Map(one.map((entry, index) => [(entry as { readonly id?: string }).id, index]))
  const all = [...one]
  for (const entry of other) {
    const id = (entry as { readonly id?: string }).id
    const place = id === undefined ? undefined : places.get(id)
    if (place === undefined) all.push(entry)
    else all[place] = merged(all[place], entry)
  }
  return all
}

const coveredBy = (match: Match, infrastructure: Infrastructure): readonly string[] => {
  const { dataClasses } = infrastructure
  const tried = candidatesFor(match, infrastructure)
  const found: string[] = []
  for (const { id, value, exceptionOf } of tried)
    if (exceptionOf === undefined && matchesAsset(match, { id, asset: value }, dataClasses)) found.push(id)
  return found
}

/** A match by exact ids, as imported plans have it, or by one kind is answered without trying every asset. */
const candidatesFor = ({ id, kind }: Match, infrastructure: Infrastructure): readonly AssetEntry[] => {
  if (id?.some(isGlob) === false) return [...new Set(id)].flatMap((one) => infrastructure.asset(one) ?? [])
  const [only] = kind ?? []
  if (only === undefined || kind?.length !== 1 || isGlob(only)) return infrastructure.assets
  return assetsByKind(infrastructure).get(only) ?? []
}

const assetsByKind = remembered(({ assets }) =>
  byKeys<AssetEntry>(assets, ({ value }) => [value.kind ?? 'other']),
)

const byIdOf = <T extends { readonly id: string }>(list: readonly T[] | undefined): ReadonlyMap<string, T> =>
  new Map((list ?? []).map((entry) => [entry.id, entry]))

/** A group and, beside it, each of its exceptions with what is set otherwise for them. */
const entriesOf = ({ asset, claims }: Merged): AssetEntry[] => {
  const imported = claims.some(({ layer, shared }) => shared !== true && isFound(layer))
  const path = pathOf('/assets', asset.id)
  const exceptions = asset.exceptions ?? []
  const excepted = exceptions.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const count = Math.max(0, (asset.count ?? 1) - excepted)
  const group = { id: asset.id, path, value: asset, count, imported }
  if (exceptions.length === 0) return [group]
  return [
    group,
    ...exceptions.map((exception, index) => {
      const why = exception.why ?? String(index + 1)
      return {
        id: `${asset.id}~${why}`,
        path: pathOf(path, 'exceptions', why),
        value: merged(asset, exception.set) as Asset,
        count: exception.count ?? 1,
        exceptionOf: asset.id,
        imported,
      }
    }),
  ]
}

const isFound = ({ rank, evidence }: Layer): boolean =>
  evidence !== true && (rank === 'imported' || rank === 'observed')
