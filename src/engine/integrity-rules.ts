import type { AssetSubject } from '../model/subjects/asset.js'
import type { PlanSubject } from '../model/subjects/things.js'
import { assets, backupPlans, selector } from './selectors.js'

const COPIES: ReadonlySet<string | undefined> = new Set([
  'replica',
  'cache',
  'temporary',
  'backup',
  'log',
  'non-production',
])

/** Whether an asset keeps the originals of records: as stated, as an archive, or as a store that is not said to hold copies. */
const keepsOriginals = ({ id, entry, traits, infrastructure }: AssetSubject): boolean => {
  const { purpose, kind, replicaOf, derivedFrom, transient } = entry.value
  const { systemsOfRecord } = infrastructure.description.records ?? {}
  if (systemsOfRecord?.includes(entry.exceptionOf ?? id)) return true
  if (kind === 'archive' || purpose === 'archive' || purpose === 'primary') return true
  if (systemsOfRecord !== undefined || COPIES.has(purpose)) return false
  if (replicaOf !== undefined || derivedFrom !== undefined || transient !== undefined) return false
  return traits.central && !traits.transient && !traits.logs && !traits.keepsCopies
}

/** Stores of original records that are ours to keep: a vendor that alone makes the copies keeps them itself. */
export const originals = assets.storingEphi.where(
  'that keep the originals of records, and that no vendor keeps alone',
  (asset) => keepsOriginals(asset) && asset.runBy('backup') !== 'vendor',
)

/** Stores of original records, archives, and the plans by which they are copied. */
export const originalsAndBackups = selector<AssetSubject | PlanSubject>(
  'stores of original records, and backup plans for ePHI with copies',
  (infrastructure) => [
    ...originals.of(infrastructure),
    ...backupPlans.of(infrastructure).filter(({ copies }) => copies.length > 0),
  ],
)
