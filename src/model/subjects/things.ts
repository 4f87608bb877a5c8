import type { Connection } from '../connections.js'
import type {
  Alternative,
  Attestation,
  BackupPlan,
  Copy,
  Data,
  Description,
  Group,
  Key,
  Party,
  Site,
  Vendor,
} from '../description.generated.js'
import { ephiConnectionsByEnd } from '../ends.js'
import { placesByName } from '../entry-names.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { type ModelPath, pathOf } from '../path.js'
import { copiesOf, type PlannedCopy, plannedAssets } from '../planned-copies.js'
import { byKeys, remembered } from '../remembered.js'
import { type AssetSubject, assetSubject } from './asset.js'
import type { Subject, SubjectKind } from './subject.js'

/** The description itself: what is stated once for the whole organisation. */
export interface SystemSubject extends Subject {
  readonly kind: 'system'
  readonly at: Fact<Description>['at']
}

/** A subject that is one entry of a list. */
export interface Thing<K extends SubjectKind, T> extends Subject {
  readonly kind: K
  readonly value: T
  readonly at: Fact<T>['at']
}

export type VendorSubject = Thing<'vendor', Vendor> & {
  /** The assets with ePHI that it runs, or that send to it. */
  readonly handles: readonly AssetSubject[]
  /** Whether it runs nothing, and only scripts on pages bring it anything. */
  readonly onlyScripts: boolean
  /** What is stated of the access of its people. */
  readonly access: VendorAccess
}

/** Access of a vendor's people to assets with ePHI. */
export interface VendorAccess {
  /** Groups of users that work for it. */
  readonly groups: readonly string[]
  /** Assets on which one of these groups is authorised. */
  readonly stillAuthorised: readonly string[]
  /** Whether it is stated of every asset with ePHI who is authorised. */
  readonly authorisationsStated: boolean
}
export type KeySubject = Thing<'key', Key> & {
  /** The assets with ePHI that it encrypts. */
  readonly protects: readonly AssetSubject[]
  /** The backup copies that it encrypts. */
  readonly copies: readonly CopySubject[]
  /** Ids of the assets whose backup copies it encrypts. */
  readonly backsUp: readonly string[]
  /** Whether one person alone works here, so that no duties can be separated. */
  readonly onePerson: boolean
  /** What a group of users is. */
  groupKind(id: string): Group['kind']
}
export type PlanSubject = Thing<'plan', BackupPlan> & {
  readonly covers: readonly AssetSubject[]
  /** Its copies, each a fact. */
  readonly copies: readonly Fact<Copy>[]
}
export type CopySubject = Thing<'copy', Copy> & {
  readonly plan: PlanSubject
  /** The assets with ePHI whose data it takes. */
  readonly source: readonly AssetSubject[]
  /** The copy that it is made of, or the asset; `undefined` where it is made of what the plan covers. */
  readonly from: string | undefined
  /** All copies that the plan makes of what it covers. */
  readonly siblings: readonly Fact<Copy>[]
  /** Where it lies, if that is an asset. */
  readonly store: AssetSubject | undefined
}
export type DataSubject = Thing<'data', Data>
export type SiteSubject = Thing<'site', Site>
export type GroupSubject = Thing<'group', Group>
export type AlternativeSubject = Thing<'alternative', Alternative>
export type AttestationSubject = Thing<'attestation', Attestation>
/** Someone outside to whom ePHI goes: a vendor or a party. */
export interface DisclosureSubject extends Subject {
  readonly kind: 'disclosure'
  readonly recipient: Vendor | Party | undefined
  readonly isVendor: boolean
  /** Whether every flow to it rests on the authorization of the individual (164.508). */
  readonly byPatientsAuthorization: boolean
  /** Whether only scripts on pages bring it anything. */
  readonly onlyScripts: boolean
  readonly at: Fact<Recipient>['at']
}

/** What vendors and parties have in common. */
export interface Recipient {
  readonly relationship?: Vendor['relationship'] | Party['relationship']
}

/** A script of a third party on pages that show ePHI. */
export interface ScriptSubject extends Subject {
  readonly kind: 'script'
  /** On which pages it runs; `undefined` where that is not stated. */
  readonly pages: readonly string[] | undefined
  readonly baa: Fact<NonNullable<Vendor['baa']>>
  readonly relationship: Fact<NonNullable<Vendor['relationship']>>
  /** Whether its vendor gets ePHI by other ways too, or runs systems with ePHI. */
  readonly getsMore: boolean
}

/** A subject of one entry of a list: it has the reach of the assets that it is named for. */
export const thing = <K extends SubjectKind, T>(
  kind: K,
  infrastructure: Infrastructure,
  { id, path, value, assets = [] }: { id: string; path: ModelPath; value: T; assets?: readonly string[] },
): Thing<K, T> => {
  const fact = factOf<T>(path, value) as Fact<T>
  const reach = assets.map((asset) => infrastructure.scope.reached.get(asset)?.reach)
  return {
    kind,
    id,
    label: id,
    path,
    assets,
    count: 1,
    reach: reach.includes('declared')
      ? 'declared'
      : reach.includes('inferred')
        ? 'inferred'
        : reach.find(Boolean),
    infrastructure,
    value,
    at: fact.at.bind(fact) as Fact<T>['at'],
  }
}

/** The one system of a description. */
export const systemSubject = (infrastructure: Infrastructure): SystemSubject => {
  const fact = factOf<Description>('', infrastructure.description)
  return {
    kind: 'system',
    id: 'system',
    label: infrastructure.description.system?.name ?? 'the system',
    path: '',
    assets: [],
    count: 1,
    reach: undefined,
    infrastructure,
    at: fact.at.bind(fact) as Fact<Description>['at'],
  }
}

const inScope = remembered((infrastructure): readonly AssetSubject[] =>
  infrastructure.assets
    .filter(({ id, exceptionOf }) => infrastructure.scope.reached.has(exceptionOf ?? id))
    .map((entry) => assetSubject(infrastructure, entry)),
)

/** The assets with ePHI of each vendor. */
const inScopeByVendor = remembered((infrastructure) =>
  byKeys(inScope(infrastructure), ({ entry }) => [entry.value.vendor]),
)

/** The assets with ePHI on which each group is authorised. */
const inScopeByGroup = remembered((infrastructure) =>
  byKeys(inScope(infrastructure), (asset) => asset.at('access', 'authorised').value ?? []),
)

const groupsByVendor = remembered(({ description }) =>
  byKeys(description.identity?.groups ?? [], ({ vendor }) => [vendor]),
)

const authorisationsStated = remembered((infrastructure) =>
  inScope(infrastructure).every((asset) => asset.at('access', 'authorised').value !== undefined),
)

/** The place of each asset with ePHI among them. */
const placesInScope = remembered(
  (infrastructure): ReadonlyMap<string, number> =>
    new Map(inScope(infrastructure).map(({ id }, place) => [id, place])),
)

/** Vendors that run assets with ePHI, or to whom ePHI flows. */
export const ephiVendors = remembered((infrastructure): readonly VendorSubject[] => {
  return [...infrastructure.vendors.values()]
    .filter(({ id }) => infrastructure.scope.reached.has(id))
    .map((value) => {
      const handles = inScopeByVendor(infrastructure).get(value.id) ?? []
      const reach = infrastructure.scope.reached.get(value.id)?.reach
      const base = thing('vendor', infrastructure, {
        id: value.id,
        path: pathOf('/vendors', value.id),
        value,
      })
      return {
        ...base,
        label: value.name ?? value.id,
        reach,
        handles,
        access: accessOf(infrastructure, value.id),
        onlyScripts: onlyScripts(infrastructure, value.id, handles),
      }
    })
})

/** Every vendor, with or without ePHI. */
export const allVendors = remembered((infrastructure): readonly VendorSubject[] =>
  [...infrastructure.vendors.values()].map((value) => ({
    ...thing('vendor', infrastructure, { id: value.id, path: pathOf('/vendors', value.id), value }),
    label: value.name ?? value.id,
    reach: infrastructure.scope.reached.get(value.id)?.reach,
    handles: inScopeByVendor(infrastructure).get(value.id) ?? [],
    access: accessOf(infrastructure, value.id),
    onlyScripts: false,
  })),
)

const onlyScripts = (
  infrastructure: Infrastructure,
  id: string,
  handles: readonly AssetSubject[],
): boolean => {
  const flows = connectionsTo(infrastructure, id)
  return handles.length === 0 && flows.length > 0 && flows.every(({ implied }) => implied === 'script')
}

const accessOf = (infrastructure: Infrastructure, vendor: string): VendorAccess => {
  const groups = (groupsByVendor(infrastructure).get(vendor) ?? []).map(({ id }) => id)
  const open = groups.flatMap((group) => inScopeByGroup(infrastructure).get(group) ?? [])
  const places = placesInScope(infrastructure)
  const placeOf = (id: string) => places.get(id) ?? 0
  return {
    groups,
    stillAuthorised: [...new Set(open.map(({ id }) => id))].sort(
      (one, other) => placeOf(one) - placeOf(other),
    ),
    authorisationsStated: authorisationsStated(infrastructure),
  }
}

/** Whoever outside gets ePHI. */
export const disclosures = (infrastructure: Infrastructure): DisclosureSubject[] => {
  return [...infrastructure.scope.reached.values()]
    .filter(({ kind }) => kind !== 'asset')
    .map(({ id, kind, reach }) => {
      const isVendor = kind === 'vendor'
      const recipient = isVendor ? infrastructure.vendors.get(id) : infrastructure.parties.get(id)
      const path = pathOf(isVendor ? '/vendors' : '/parties', id)
      const base = thing('disclosure', infrastructure, { id, path, value: recipient as Recipient })
      const flows = connectionsTo(infrastructure, id)
      const authorized = flows.length > 0 && flows.every(isAuthorized)
      const handles = inScopeByVendor(infrastructure).get(id) ?? []
      return {
        ...base,
        label: recipient?.name ?? id,
        reach,
        recipient,
        isVendor,
        byPatientsAuthorization: authorized,
        onlyScripts: onlyScripts(infrastructure, id, handles),
      }
    })
}

/** Connections with ePHI that end at somebody outside. */
const connectionsTo = (infrastructure: Infrastructure, id: string): readonly Connection[] =>
  ephiConnectionsByEnd(infrastructure).get(id) ?? []

const isAuthorized = ({ flow }: Connection): boolean =>
  flow?.authorization !== undefined && flow.authorization !== 'none' && flow.authorization.kind === 'patient'

/** Scripts of third parties on pages of assets with ePHI. */
export const scriptSubjects = (infrastructure: Infrastructure): ScriptSubject[] => {
  const withEphi = new Map(ephiVendors(infrastructure).map((vendor) => [vendor.id, vendor]))
  return inScope(infrastructure).flatMap((asset) =>
    (asset.entry.value.thirdPartyScripts ?? []).map(({ vendor, pages }) => {
      const value = infrastructure.vendors.get(vendor)
      const path = pathOf('/vendors', vendor)
      const base = thing('script', infrastructure, {
        id: `${asset.id}: ${vendor}`,
        path,
        value,
        assets: [asset.id],
      })
      const fact = factOf<Vendor>(path, value)
      return {
        ...base,
        label: `${asset.label}, script of ${value?.name ?? vendor}`,
        pages,
        baa: fact.at('baa') as ScriptSubject['baa'],
        relationship: fact.at('relationship') as ScriptSubject['relationship'],
        getsMore: withEphi.get(vendor)?.onlyScripts === false,
      }
    }),
  )
}

/** Keys that encrypt ePHI at rest or its copies: those that have an id, and those described where they are used. */
export const ephiKeys = (infrastructure: Infrastructure): KeySubject[] => {
  const users = new Map<string, { value: Key; protects: AssetSubject[]; copies: CopySubject[] }>()
  const userOf = (path: ModelPath, value: Key) => {
    const known = users.get(path) ?? { value, protects: [], copies: [] }
    users.set(path, known)
    return known
  }
  for (const asset of inScope(infrastructure)) {
    const { value, path } = asset.key
    if (value !== undefined) userOf(path, value as Key).protects.push(asset)
  }
  for (const copy of ephiCopies(infrastructure)) {
    const key = copy.value.key === undefined ? undefined : infrastructure.keys.get(copy.value.key)
    if (key) userOf(pathOf('/keys', key.id), key).copies.push(copy)
  }
  const { groups } = infrastructure.description.identity ?? {}
  const members = (groups ?? []).filter(({ kind }) => kind === 'workforce').map((group) => group.members)
  const onePerson =
    members.length > 0 && members.reduce<number>((sum, number) => sum + (number ?? 2), 0) === 1
  for (const { id, path, value } of unusedKeys(infrastructure))
    if (!users.has(path)) userOf(path, { ...value, id })
  return [...users].map(([path, { value, protects, copies }]) => {
    const backsUp = copies.flatMap(({ source }) => source.map((one) => one.id))
    const id = value.id ?? `key of ${protects[0]?.id}`
    const assets = [...new Set([...protects.map((one) => one.id), ...backsUp])]
    const groupKind = (group: string) => groups?.find((one) => one.id === group)?.kind
    return {
      ...thing('key', infrastructure, { id, path, value, assets }),
      ...(assets.length === 0 ? { reach: 'assumed' as const } : {}),
      protects,
      copies,
      backsUp,
      onePerson,
      groupKind,
    }
  })
}

/** Keys that were imported without what they encrypt: as of stores that nobody classified, ePHI is assumed. */
const unusedKeys = ({ keys, assets, rankOf }: Infrastructure) => {
  const used = new Set(assets.map(({ value }) => value.encryptionAtRest?.key))
  return [...keys]
    .filter(([id]) => !used.has(id))
    .map(([id, value]) => ({ id, value, path: pathOf('/keys', id) }))
    .filter(({ path }) => ['imported', 'observed'].includes(rankOf(pathOf(path, 'manager'))))
}

/** Backup plans that cover assets with ePHI. */
export const ephiPlans = (infrastructure: Infrastructure): PlanSubject[] =>
  (infrastructure.description.backupPlans ?? [])
    .map((value) => {
      const covers = assetsWithEphi(infrastructure, plannedAssets(value, infrastructure))
      const assets = covers.map(({ id }) => id)
      return {
        ...thing('plan', infrastructure, {
          id: value.id,
          path: pathOf('/backupPlans', value.id),
          value,
          assets,
        }),
        covers,
        copies: copyFacts(value),
      }
    })
    .filter(({ covers }) => covers.length > 0)

/** In the order of their names: the first that lacks something is named, however they were written down. */
const copyFacts = ({ id, copies = [] }: BackupPlan): readonly Fact<Copy>[] =>
  placesByName(copies).map((index) => {
    const copy = copies[index]
    const path = pathOf('/backupPlans', id, 'copies', copy?.id ?? String(index))
    return factOf<Copy>(path, copy)
  })

const assetsWithEphi = (infrastructure: Infrastructure, ids: readonly string[]): AssetSubject[] =>
  ids.flatMap((id) => {
    const entry = infrastructure.scope.reached.has(id) ? infrastructure.asset(id) : undefined
    return entry ? [assetSubject(infrastructure, entry)] : []
  })

/** Copies of ePHI that backup plans make. */
export const ephiCopies = (infrastructure: Infrastructure): CopySubject[] => {
  const plans = new Map(ephiPlans(infrastructure).map((plan) => [plan.id, plan]))
  return copiesOf(infrastructure).flatMap(({ plan, copy, path, source }: PlannedCopy) => {
    const of = plans.get(plan.id)
    const from = assetsWithEphi(infrastructure, source)
    if (!of || from.length === 0) return []
    const id = `${plan.id}/${copy.id ?? copy.to ?? 'copy'}`
    const entry = copy.to === undefined ? undefined : infrastructure.asset(copy.to)
    const store = entry && assetSubject(infrastructure, entry)
    const assets = [...from.map((one) => one.id), ...(store ? [store.id] : [])]
    return [
      {
        ...thing('copy', infrastructure, { id, path, value: copy, assets }),
        plan: of,
        source: from,
        from: copy.from,
        siblings: copyFacts(plan).filter(({ value }) => isFirst(value, plan)),
        store,
      },
    ]
  })
}

/** Whether a copy is made of an asset, and not of another copy. */
const isFirst = (copy: Copy | undefined, { copies }: BackupPlan): boolean =>
  copy?.from === undefined || copies?.some(({ id, to }) => id === copy.from || to === copy.from) !== true

const listed =
  <K extends SubjectKind, T extends object>(
    kind: K,
    root: ModelPath,
    list: (description: Description) => readonly T[] | undefined,
    nameOf: (value: T) => string,
  ) =>
  (infrastructure: Infrastructure): Thing<K, T>[] =>
    (list(infrastructure.description) ?? []).map((value, index) => {
      const id = nameOf(value)
      const segment = 'id' in value ? String(value.id) : String(index)
      return thing(kind, infrastructure, { id, path: pathOf(root, segment), value })
    })

export const dataSubjects = listed(
  'data',
  '/data',
  ({ data }) => data,
  ({ id }: Data) => id,
)
export const siteSubjects = listed(
  'site',
  '/sites',
  ({ sites }) => sites,
  ({ id }: Site) => id,
)
export const groupSubjects = listed(
  'group',
  '/identity/groups',
  ({ identity }) => identity?.groups,
  ({ id }: Group) => id,
)
export const attestationSubjects = listed(
  'attestation',
  '/attestations',
  ({ attestations }) => attestations,
  ({ facts }: Attestation) => `attestation of ${facts.join(', ')}`,
)
/** Documented alternatives, named by their specification and what they are for. */
export const alternativeSubjects = listed(
  'alternative',
  '/alternatives',
  ({ alternatives }) => alternatives,
  ({ specification, subjects }: Alternative) => `alternative to ${specification} for ${matchWords(subjects)}`,
)

/** A match in words: `every asset`, `kind printer`. */
export const matchWords = (match: Alternative['subjects']): string => {
  const words = Object.entries(match ?? {}).map(([key, value]) =>
    key === 'tag' ? `tag ${JSON.stringify(value)}` : `${key} ${[value].flat().join(' or ')}`,
  )
  return words.length === 0 ? 'every asset' : words.join(', ')
}
