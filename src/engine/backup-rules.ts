import type { AssetSubject } from '../model/subjects/asset.js'
import { assets } from './selectors.js'
import { fail, passWith, unproven, type Verdict } from './verdict.js'

/** Stores of ePHI that no other store can bring back, and that no vendor backs up alone. */
export const storesToBackUp = assets.storingEphi.where(
  'that no other store can bring back',
  ({ needsBackup, mayNeedBackup }) => needsBackup || mayNeedBackup,
)

/** The first names of many: all plans of a large system help nobody. */
const shortly = (names: readonly string[]): string =>
  names.length <= MOST_NAMED + 1
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`

const MOST_NAMED = 8

const MAY_BE_A_CACHE =
  'state `purpose: cache` where what it holds can be made again, else the plan that copies it'

/** Judges whether a plan makes copies of a store. */
export const judgeCopies = (asset: AssetSubject): Verdict => {
  const { plans, copies, covering } = asset.backups
  const isCopied = copies.some(({ value }) => (value?.length ?? 0) > 0)
  if (!asset.needsBackup && !isCopied) return unproven(asset.at('purpose'), MAY_BE_A_CACHE, 'medium')
  if (plans.value === undefined) return unproven(plans)
  if (plans.value.length === 0) return fail(plans)
  if (isCopied) return passWith(`backed up by ${covering.join(', ')}`, plans, ...copies)
  const unstated = copies.find(({ value }) => value === undefined)
  if (unstated) return unproven(unstated)
  const none = copies.find(({ value }) => value?.length === 0)
  if (none) return fail(none)
  // Configuration shows the plans of its own account and region: a plan of elsewhere may cover what it leaves out.
  if (asset.entry.imported && !asset.backups.described)
    return unproven(plans, 'nothing that was imported covers it: state the plan that does')
  return fail(plans, {
    severity: 'high',
    says: 'no backup plan covers it',
    found: `plans: ${shortly(plans.value.map(({ id }) => id))}`,
  })
}
