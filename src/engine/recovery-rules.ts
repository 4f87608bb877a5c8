import { type Fact, factOf } from '../model/fact.js'
import { pathOf } from '../model/path.js'
import { byKeys, remembered } from '../model/remembered.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { CopySubject, PlanSubject } from '../model/subjects/things.js'
import { assets, backupCopies, backupPlans, type Selector, selector, shortestObjective } from './selectors.js'

/** One restore that was tried, and how long it took. */
interface Restore {
  readonly date: string
  readonly took: Fact<string>
}

/**
 * What has an objective of recovery: copies of what says how much may be lost, and assets that say how soon they are
 * back, unless it is stated that no restore was ever tried.
 */
export const recoveryObjectives: Selector<CopySubject | AssetSubject> = selector<CopySubject | AssetSubject>(
  'copies and assets with a recovery objective',
  (infrastructure) => [
    ...backupCopies
      .of(infrastructure)
      .filter((copy) => copy.from === undefined && shortestObjective(copy) !== undefined),
    ...assets.holdingEphi.of(infrastructure).filter((asset) => {
      const rto = asset.at('availability', 'rto').value
      const plans = plansOf(asset)
      return (
        rto !== undefined && rto !== 'never' && plans.some(({ value }) => value.restoreTests?.length !== 0)
      )
    }),
  ],
)

const plansOf = (asset: AssetSubject): readonly PlanSubject[] =>
  plansByAsset(asset.infrastructure).get(asset.id) ?? []

const plansByAsset = remembered((infrastructure) =>
  byKeys(backupPlans.of(infrastructure), ({ covers }) => covers.map(({ id }) => id)),
)

/**
 * How long the last restore of an asset took that did not fail: one that names it, or names no assets at all. Where
 * there is none, the tests of its first plan, in which it would stand.
 */
export const lastRestore = (asset: AssetSubject): Fact<string> => {
  const plans = plansOf(asset)
  const [last] = plans
    .flatMap((plan) => restoresOf(plan, asset.id))
    .sort((one, other) => (one.date < other.date ? 1 : -1))
  return last?.took ?? factOf<string>(pathOf(plans[0]?.path ?? '/backupPlans', 'restoreTests'), undefined)
}

const restoresOf = ({ value, path }: PlanSubject, asset: string): Restore[] =>
  (value.restoreTests ?? []).flatMap(({ date, assets: restored, result, achievedRto }, index) =>
    result === 'failed' || (restored !== undefined && !restored.includes(asset))
      ? []
      : [
          {
            date,
            took: factOf<string>(pathOf(path, 'restoreTests', index, 'achievedRto'), achievedRto),
          },
        ],
  )
