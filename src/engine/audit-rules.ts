import type { Audit } from '../model/description.generated.js'
import { type Fact, restated } from '../model/fact.js'
import type { DurationText } from '../model/scalars/text.js'
import { type AssetSubject, assetSubject } from '../model/subjects/asset.js'
import { assets } from './selectors.js'

type Event = Exclude<NonNullable<Audit['events']>[number], 'none'>

/** Whether an asset records activity: as stated, or because it is stated what it records. */
export const recordsActivity = (asset: AssetSubject): Fact<boolean> => {
  const enabled = asset.at('audit', 'enabled')
  const events = asset.at('audit', 'events')
  if (enabled.value !== undefined || events.value === undefined) return enabled
  return restated(events, events.value.length > 0) as Fact<boolean>
}

/** A disk or a tape records nothing itself: what it is attached to does. */
const canRecord = ({ traits }: AssetSubject): boolean =>
  !traits.stores || traits.accepts || traits.interactive || traits.keepsCopies

const isRecordedByUs = (asset: AssetSubject): boolean => canRecord(asset) && asset.runBy('audit') !== 'vendor'

/** Assets with ePHI that could record what is done in them. */
export const recordersOfEphi = assets.holdingEphi.where(
  'where something can be done, and whose records no vendor keeps alone',
  isRecordedByUs,
)

/** Those that are not said to record nothing, which is a failure of its own. */
export const recordingEphi = recordersOfEphi.where(
  'and that are not said to record nothing',
  (asset) => recordsActivity(asset).value !== false,
)

/**
 * What controls systems with ePHI, or keeps keys and secrets or controls others by its kind, and holds no ePHI. One
 * that is said to administer only other things is none of it.
 */
export const controllersAndKeyStores = assets.all.where(
  'that control systems with ePHI or keep keys, and hold none themselves',
  (asset) =>
    asset.reach === undefined &&
    (asset.controls !== undefined ||
      (asset.traits.controls && asset.entry.value.administers === undefined)) &&
    isRecordedByUs(asset),
)

/** What enforces the zone policy, where no other rule asks what it records. */
export const policyEnforcers = assets.all.where(
  'that enforce the zone policy, and neither hold ePHI nor control what does',
  (asset) =>
    asset.infrastructure.description.zonePolicy?.enforcedBy === asset.id &&
    asset.reach === undefined &&
    isRecordedByUs(asset) &&
    !controllersAndKeyStores.of(asset.infrastructure).includes(asset),
)

const WHOLE: readonly Event[] = ['login', 'read', 'write', 'delete', 'export', 'admin']
const ACCESS: readonly Event[] = ['login', 'admin']

/**
 * What has to be recorded. Where records are kept or shown, that is everything done to them; of what only passes or
 * caches them, of devices and of workstations, who logged in and what was changed about it.
 */
const wantedEvents = ({ traits }: AssetSubject): readonly Event[] => {
  const passing = traits.transient || traits.relays || traits.logs || traits.keepsCopies || traits.controls
  const device = (traits.interactive && traits.patchable) || (traits.hardware && !traits.central)
  return passing || device ? ACCESS : WHOLE
}

/** What an asset is said not to record, though it should; `undefined` where it is not stated what it records. */
export const unrecordedEvents = (asset: AssetSubject): readonly string[] | undefined => {
  const events = asset.at('audit', 'events').value
  if (events === undefined) return undefined
  const recorded: ReadonlySet<string> = new Set(events.flatMap((event) => SAME.get(event) ?? [event]))
  return wantedEvents(asset).filter((event) => !recorded.has(event))
}

/** Changes of the configuration or of the schema are administration by another name. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map([
  ['config', ['config', 'admin']],
  ['ddl', ['ddl', 'admin']],
])

/** Where the records of an asset go; `undefined` where they stay, or that is not stated. */
export const logStoreOf = ({ entry, infrastructure }: AssetSubject): AssetSubject | undefined => {
  const { destination } = entry.value.audit ?? {}
  const store =
    destination === undefined || destination === entry.id ? undefined : infrastructure.asset(destination)
  return store && assetSubject(infrastructure, store)
}

/** For how long the records of an asset are kept: as it says itself, else as the store says that they go to. */
export const keptFor = (asset: AssetSubject): Fact<DurationText> => {
  const own = asset.at('audit', 'retention') as Fact<DurationText>
  const store = logStoreOf(asset)?.at('keeps') as Fact<DurationText> | undefined
  return own.value === undefined && store?.value !== undefined ? store : own
}

/** Whether the store of records cannot be written over: that where they go, or the asset itself where they stay. */
export const recordsWrittenOnce = (asset: AssetSubject): Fact<boolean> =>
  (logStoreOf(asset) ?? asset).at('integrity', 'writeOnce') as Fact<boolean>

/** Records that go to a store of their own and hold ePHI, or of which it is not stated that they hold none. */
export const recordsWithEphi = recordingEphi.where(
  'and whose records go elsewhere and may hold ePHI',
  (asset) => {
    const store = logStoreOf(asset)
    return store !== undefined && !store.saidToHoldNone && asset.entry.value.audit?.containsPhi !== false
  },
)

/** Groups that may read the records of an asset, and not the asset; services act for others, and are left out. */
export const readersOfRecordsOnly = (asset: AssetSubject, store: AssetSubject): readonly string[] => {
  const readers = asset.access('authorised').value ?? []
  if (readers.includes('everyone')) return []
  const groups = asset.infrastructure.description.identity?.groups ?? []
  const services = groups.filter(({ kind }) => kind === 'service').map(({ id }) => id)
  return (store.access('authorised').value ?? []).filter(
    (group) => !readers.includes(group) && !services.includes(group),
  )
}
