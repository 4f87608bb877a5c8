import type { Fact } from '../model/fact.js'
import { isPlain } from '../model/merge.js'
import type { DayText } from '../model/scalars/text.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { SystemSubject } from '../model/subjects/things.js'
import { isAhead } from './expectations.js'
import { assets, system } from './selectors.js'

/** The organisation, unless it is said to have no emergency mode plan, of which contingency/emergency-mode speaks. */
export const withEmergencyPlan = system.where(
  'whose emergency mode plan is not said to be missing',
  ({ infrastructure }) => {
    const plan = infrastructure.description.contingency?.emergencyMode
    return plan !== 'none' && !(isPlain(plan) && plan['document'] === 'none')
  },
)

/** Whether the organisation is a hospital, of which 42 CFR 482.15 asks more. */
export const isHospital = ({ infrastructure }: SystemSubject): boolean =>
  infrastructure.description.system?.providerType === 'hospital'

/**
 * When contingency plans were last tried, whichever was: the last day that has come, else `never`, else a day that lies
 * ahead, else what would say so.
 */
export const lastPlanTest = (of: SystemSubject, today: DayText): Fact<string> => {
  const tests = (['disasterRecovery', 'testing', 'backupPlan'] as const).map(
    (plan) => of.at('contingency', plan, 'lastTest') as Fact<string>,
  )
  const [first = of.at('contingency', 'disasterRecovery', 'lastTest') as Fact<string>] = tests
  return tests.reduce((last, test) => (rankOf(test, today) > rankOf(last, today) ? test : last), first)
}

/** Days sort as text, `never` before them, then days that lie ahead, and what is not stated before that. */
const rankOf = (test: Fact<string>, today: DayText): string => {
  if (test.value === undefined) return ''
  if (isAhead(test, today)) return '!'
  return test.value === 'never' ? '0' : test.value
}

/** Assets with ePHI of which it is not stated how critical they are. */
export const unranked = ({ infrastructure }: SystemSubject): readonly AssetSubject[] =>
  assets.holdingEphi.of(infrastructure).filter(({ entry }) => entry.value.criticality === undefined)

/** The first asset with ePHI that is ranked. */
export const firstRanked = ({ infrastructure }: SystemSubject): AssetSubject | undefined =>
  assets.holdingEphi.of(infrastructure).find(({ entry }) => entry.value.criticality !== undefined)
