import { keptByText } from '../../knowledge/kept-by-text.js'
import { phiClaimOf } from '../data-classes.js'
import type {
  Access,
  Asset,
  Copy,
  Description,
  Identity,
  Key,
  Vendor,
  Zone,
} from '../description.generated.js'
import { connectionsByEnd } from '../ends.js'
import type { Reach } from '../ephi-scope.js'
import { type Fact, factOf, restated } from '../fact.js'
import type { AssetEntry, Infrastructure } from '../infrastructure.js'
import { pathOf } from '../path.js'
import { backupStores, describesPlans, plansByAsset } from '../planned-copies.js'
import { remembered, rememberedWithin } from '../remembered.js'
import { type Traits, traitsOf } from '../traits.js'
import type { Subject } from './subject.js'

/** The keys that `access` and `identity` share: an asset that leaves one out is judged by `identity`. */
export type SharedAccessKey = keyof Access & keyof Identity & string

/** Which duty: who runs a safeguard of an asset. */
export type Responsibility = Exclude<keyof NonNullable<Vendor['responsibilities']>, 'notes'>

/** An asset as rules see it. */
export interface AssetSubject extends Subject {
  readonly kind: 'asset'
  readonly entry: AssetEntry
  readonly at: Fact<Asset>['at']
  /** All that is stated of it, as one fact. */
  readonly fact: Fact<Asset>
  readonly traits: Traits
  /** A fact of `access`, or where it says nothing the same fact of `identity`. */
  access<const K extends keyof Access & string>(key: K): Fact<NonNullable<Access[K]>>
  readonly zone: Zone | undefined
  readonly vendor: Vendor | undefined
  /** Whether it is encrypted at rest: as stated, or because it is stated how. */
  readonly encrypted: Fact<boolean>
  /** The key that encrypts it at rest, whether named by id or described in place. */
  readonly key: Fact<Partial<Key>>
  /** Who runs a safeguard for it: we do unless a vendor is said to. */
  runBy(duty: Responsibility): 'us' | 'vendor' | 'shared'
  /** Whether what it keeps are copies of backup plans, and nothing else that has ePHI. */
  readonly keepsBackupsAlone: boolean
  /** Whether it is stated that ePHI is kept there; `holds: none` says nothing of the kind. */
  readonly saidToStore: boolean
  /** Whether it is stated that it holds no ePHI. */
  readonly saidToHoldNone: boolean
  /** Whether a flow brings it what is said to be ePHI, or of which nobody said that it is none. */
  readonly reachedByFlow: boolean
  /** The services that the agreement of its vendor covers. */
  readonly coveredServices: readonly string[]
  /** Whether its data can be brought back from no other store, and is ours to copy. */
  readonly needsBackup: boolean
  /**
   * Whether nobody said that its data stands elsewhere too, of what was imported as a cache and can keep what it holds:
   * to most Redis is a cache, and to some the only place of a session.
   */
  readonly mayNeedBackup: boolean
  /** What is stated of its backup. */
  readonly backups: {
    readonly plans: Fact<NonNullable<Description['backupPlans']>>
    /** The copies of each plan that covers it. */
    readonly copies: readonly Fact<readonly Copy[]>[]
    /** Ids of the plans that cover it. */
    readonly covering: readonly string[]
    /** Whether a person wrote any plan, so that one that is not written can be held against them. */
    readonly described: boolean
  }
  /** Groups for emergencies, whose accounts may be exempt from what others are asked. */
  readonly emergencyGroups: readonly string[]
  /** What it controls or hosts, where that is why it is in scope. */
  readonly controls: string | undefined
}

class AssetView implements AssetSubject {
  readonly kind = 'asset'
  readonly id: string
  readonly path: string
  readonly assets: readonly string[]
  readonly count: number
  readonly traits: Traits
  readonly fact: Fact<Asset>
  readonly at: Fact<Asset>['at']
  constructor(
    readonly infrastructure: Infrastructure,
    readonly entry: AssetEntry,
  ) {
    const { id, path, count, exceptionOf, value } = entry
    this.id = id
    this.path = path
    this.assets = [exceptionOf ?? id]
    this.count = count
    this.traits = traitsOf(value.kind)
    this.fact = factOf(path, value)
    this.at = this.fact.at.bind(this.fact) as Fact<Asset>['at']
  }

  get label() {
    const { id, count, exceptionOf, value } = this.entry
    if (exceptionOf !== undefined) return `${exceptionOf} (${count} with an exception)`
    return (value.count ?? 1) > 1 ? `${id} (${count})` : id
  }
  #reach: { readonly is: Reach | undefined } | undefined
  get reach(): Reach | undefined {
    this.#reach ??= { is: this.infrastructure.scope.reached.get(this.assets[0] as string)?.reach }
    return this.#reach.is
  }
  access<const K extends keyof Access & string>(key: K): Fact<NonNullable<Access[K]>> {
    const own = this.fact.at('access').at(key) as Fact<NonNullable<Access[K]>>
    if (own.value !== undefined) return own
    // What nobody stated is best stated once for all.
    const shared = sharedAccess(this.infrastructure)(key)
    return shared.value === undefined && OWN_ONLY.has(key) ? own : (shared as never)
  }
  get zone() {
    return this.infrastructure.zones.get(this.entry.value.zone ?? '')
  }
  get vendor() {
    return this.infrastructure.vendors.get(this.entry.value.vendor ?? '')
  }
  get encrypted(): Fact<boolean> {
    const enabled = this.fact.at('encryptionAtRest', 'enabled')
    if (enabled.value !== undefined) return enabled
    const how = this.fact.at('encryptionAtRest', 'algorithm')
    return how.value === undefined ? enabled : (restated(how, true) as Fact<boolean>)
  }
  get key(): Fact<Partial<Key>> {
    return keyOf(this.infrastructure, this.fact.at('encryptionAtRest', 'key') as Fact<unknown>)
  }
  runBy(duty: Responsibility): 'us' | 'vendor' | 'shared' {
    return this.vendor?.responsibilities?.[duty] ?? 'us'
  }
  get keepsBackupsAlone(): boolean {
    const sources = backupStores(this.infrastructure).get(this.entry.id)
    if (sources === undefined) return false
    const forCopies = this.traits.keepsCopies || this.entry.value.purpose === 'backup'
    return forCopies || (this.reach !== 'declared' && !getsOthers(this, sources))
  }
  get saidToStore() {
    const { ephi, holds } = this.entry.value
    if (ephi?.includes('stores')) return true
    return holds !== undefined && phiClaimOf(holds, this.infrastructure.data) !== 'no-phi'
  }
  get saidToHoldNone() {
    return this.entry.exceptionOf === undefined && this.entry.value.ephi?.length === 0
  }
  get reachedByFlow() {
    return flowTargets(this.infrastructure).has(this.entry.id)
  }
  get coveredServices() {
    const baa = this.vendor?.baa
    return baa === undefined || baa === 'none' ? [] : (baa.covers ?? [])
  }
  get needsBackup() {
    const { transient, keepsCopies, portable } = this.traits
    const passing = transient && this.entry.value.purpose !== 'primary'
    return !passing && !keepsCopies && !portable && this.standsAlone
  }
  get mayNeedBackup() {
    const { kind, purpose, endpoints } = this.entry.value
    if (kind !== 'cache' || purpose !== undefined || !this.standsAlone) return false
    const rank = this.infrastructure.rankOf(pathOf(this.path, 'kind'))
    return (
      (rank === 'imported' || rank === 'observed') &&
      endpoints?.some(({ protocol }) => protocol === 'redis') === true
    )
  }
  private get standsAlone() {
    const { purpose, replicaOf, derivedFrom, transient, environment } = this.entry.value
    if (replicaOf !== undefined || derivedFrom !== undefined || transient !== undefined) return false
    if (environment !== undefined && environment !== 'production') return false
    return !WITHOUT_BACKUP.has(purpose ?? '') && this.runBy('backup') !== 'vendor'
  }
  get backups() {
    const { infrastructure } = this
    const covering = plansByAsset(infrastructure).get(this.entry.exceptionOf ?? this.entry.id) ?? []
    return {
      plans: this.infrastructure.fact('backupPlans'),
      copies: covering.map(({ id, copies }) => factOf(pathOf('/backupPlans', id, 'copies'), copies)),
      covering: covering.map(({ id }) => id),
      described: describesPlans(infrastructure),
    }
  }
  get emergencyGroups() {
    const groups = this.infrastructure.description.identity?.groups ?? []
    return groups.filter(({ kind }) => kind === 'emergency').map(({ id }) => id)
  }
  get controls() {
    return this.infrastructure.scope.administering.get(this.entry.exceptionOf ?? this.entry.id)?.target
  }
}

/** What only an asset itself can say. */
const OWN_ONLY: ReadonlySet<string> = new Set([
  'authorised',
  'roles',
  'leastPrivilege',
  'sessionRecording',
  'anonymous',
  'linkLifetime',
  'reachableFrom',
  'notes',
])

/** What `identity` says for all, by the keys that it shares with `access`. */
const sharedAccess = remembered(({ description: { identity } }) =>
  keptByText((key): Fact<unknown> => {
    const isOwn = key === 'provider' || key === 'groups'
    return factOf(pathOf('/identity', key), isOwn ? undefined : identity?.[key as keyof Identity])
  }),
)

/** What gets data of places with ePHI that is not said to be free of it. */
const flowTargets = remembered(({ scope: { connections, reached } }): ReadonlySet<string> => {
  const targets = connections.flatMap(({ from, to, via, data, carries }) => {
    if (carries.phi === 'no-phi') return []
    const [source, target] = data === 'from' ? [to, from] : [from, to]
    const ends = [...via, target].map(({ id }) => id)
    const back = data === 'both' && reached.has(to.id) ? [from.id] : []
    return reached.has(source.id) || carries.phi === 'phi' ? [...ends, ...back] : back
  })
  return new Set(targets)
})

/** What holds data that can be made again, or that is a copy itself. */
const WITHOUT_BACKUP: ReadonlySet<string> = new Set([
  'replica',
  'cache',
  'temporary',
  'backup',
  'non-production',
])

/** Whether ePHI comes to an asset from elsewhere than what is backed up there. */
const getsOthers = ({ id, infrastructure }: AssetSubject, sources: ReadonlySet<string>): boolean =>
  (connectionsByEnd(infrastructure).get(id) ?? []).some((connection) => {
    const { from, to } = connection
    const other = from.id === id ? to.id : from.id
    return !sources.has(other) && infrastructure.scope.carries(connection) !== undefined
  })

/** A key by its id, or one that is described where it is used. */
export const keyOf = ({ keys }: Infrastructure, key: Fact<unknown>): Fact<Partial<Key>> => {
  if (typeof key.value !== 'string') return key as Fact<Partial<Key>>
  return factOf<Partial<Key>>(pathOf('/keys', key.value), keys.get(key.value))
}

/** The view of an asset; the same one every time it is asked for. */
export const assetSubject: (infrastructure: Infrastructure, entry: AssetEntry) => AssetSubject =
  rememberedWithin((infrastructure, entry) => new AssetView(infrastructure, entry))
