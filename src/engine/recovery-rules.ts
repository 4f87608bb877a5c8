import type { BackupPlan } from '../model/description.generated.js'
import { type Fact, factOf } from '../model/fact.js'
import { pathOf } from '../model/path.js'
import { byKeys, remembered } from '../model/remembered.js'
import type { DayText } from '../model/scalars/text.js'
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

/** Whether an asset can be taken back to any moment, whatever copies there are of it. */
export const isKeptByMoment = (asset: AssetSubject): boolean =>
  !['none', undefined].includes(asset.at('recovery', 'pointInTime').value)

/** The backup plans that cover an asset. */
export const plansOf = (asset: AssetSubject): readonly PlanSubject[] =>
  plansByAsset(asset.infrastructure).get(asset.id) ?? []

const plansByAsset = remembered((infrastructure) =>
  byKeys(backupPlans.of(infrastructure), ({ covers }) => covers.map(({ id }) => id)),
)

/**
 * Which restores of a plan were tried, the last first: a day that has not come yet is a plan, and shows nothing.
 */
export const restoresTried = ({ value }: PlanSubject, today: DayText): readonly TriedRestore[] =>
  (value.restoreTests ?? [])
    .map((test, index) => ({ test, index }))
    .filter(({ test }) => test.date <= today)
    .sort((one, other) => (one.test.date < other.test.date ? 1 : -1))

/** A restore that was tried, and where it stands in its list. */
export interface TriedRestore {
  readonly test: NonNullable<BackupPlan['restoreTests']>[number]
  readonly index: number
}

/** The day of the last restore that was tried: where none was, the tests, in which it would stand. */
export const lastTestDay = (plan: PlanSubject, today: DayText): Fact<string> => {
  const [last] = restoresTried(plan, today)
  return last === undefined
    ? factOf<string>(pathOf(plan.path, 'restoreTests'), undefined)
    : factOf<string>(pathOf(plan.path, 'restoreTests', last.index, 'date'), last.test.date)
}

/**
 * How long the last restore of an asset took that did not fail: one that names it, or names no assets at all. Where
 * there is none, the tests of its first plan, in which it would stand.
 */
export const lastRestore = (asset: AssetSubject, today: DayText): Fact<string> => {
  const plans = plansOf(asset)
  const [last] = plans
    .flatMap((plan) => restoresOf(plan, asset.id, today))
    .sort((one, other) => (one.date < other.date ? 1 : -1))
  return last?.took ?? factOf<string>(pathOf(plans[0]?.path ?? '/backupPlans', 'restoreTests'), undefined)
}

const restoresOf = (plan: PlanSubject, asset: string, today: DayText): Restore[] =>
  restoresTried(plan, today).flatMap(({ test, index }) =>
    test.result === 'failed' || (test.assets !== undefined && !test.assets.includes(asset))
      ? []
      : [
          {
            date: test.date,
            took: factOf<string>(pathOf(plan.path, 'restoreTests', index, 'achievedRto'), test.achievedRto),
          },
        ],
  )
