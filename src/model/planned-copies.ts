import type { Rank } from '../knowledge/terms.js'
import type { Infrastructure } from './infrastructure.js'
import { type ModelPath, pathOf } from './path.js'
import { byKeys, remembered } from './remembered.js'

/** One copy of a backup plan, with the assets whose data it takes. */
export interface PlannedCopy {
  readonly plan: NonNullable<Infrastructure['description']['backupPlans']>[number]
  readonly copy: NonNullable<PlannedCopy['plan']['copies']>[number]
  readonly path: ModelPath
  readonly source: readonly string[]
}

/** Every copy of every plan. A copy of a copy is taken from where that copy lies, or is of the same data. */
export const copiesOf = (infrastructure: Infrastructure): readonly PlannedCopy[] =>
  (infrastructure.description.backupPlans ?? []).flatMap((plan) => {
    const covered = plannedAssets(plan, infrastructure)
    const earlier = copiesById(plan)
    return (plan.copies ?? []).map((copy, index) => {
      const path = pathOf('/backupPlans', plan.id, 'copies', copy.id ?? String(index))
      const from = sourceOf(copy, earlier)
      const source = from === undefined ? covered : [from]
      return { plan, copy, path, source: source.filter((id) => infrastructure.asset(id) !== undefined) }
    })
  })

type CopiesById = ReadonlyMap<string, PlannedCopy['copy']>

const copiesById = ({ copies }: PlannedCopy['plan']): CopiesById =>
  new Map((copies ?? []).flatMap((copy) => (copy.id === undefined ? [] : [[copy.id, copy] as const])))

/** The asset that a copy is made of; `undefined` for what the plan covers, and for copies of each other in a circle. */
const sourceOf = (copy: PlannedCopy['copy'], earlier: CopiesById): string | undefined => {
  const seen = new Set([copy.id])
  let from = copy.from
  while (from !== undefined && !seen.has(from)) {
    seen.add(from)
    const made = earlier.get(from)
    if (made === undefined) return from
    if (made.to !== undefined) return made.to
    from = made.from
  }
  return undefined
}

/** The assets that a plan copies: what it says that it covers, else what its copies are said to be made of. */
export const plannedAssets = (
  plan: PlannedCopy['plan'],
  infrastructure: Infrastructure,
): readonly string[] => {
  if (plan.covers !== undefined) return infrastructure.covered(plan.covers)
  const made = new Set<string | undefined>([...copiesById(plan).keys()])
  for (const { to } of plan.copies ?? []) made.add(to)
  const named = (plan.copies ?? []).flatMap(({ from }) =>
    from === undefined || made.has(from) ? [] : [from],
  )
  return [...new Set(named)].filter((id) => infrastructure.asset(id) !== undefined)
}

/** The plans that cover each asset. */
export const plansByAsset = remembered((infrastructure) =>
  byKeys(infrastructure.description.backupPlans ?? [], (plan) => plannedAssets(plan, infrastructure)),
)

/** Whether a person wrote any plan. */
export const describesPlans = remembered(({ description: { backupPlans = [] }, rankOf }) =>
  backupPlans.some(({ id }) => !isFound(rankOf(pathOf('/backupPlans', id, 'covers')))),
)

/** Whether configuration or a probe says so. */
const isFound = (rank: Rank): boolean => rank === 'imported' || rank === 'observed' || rank === 'default'

/** Where backup plans put copies, and of which assets. */
export const backupStores = remembered((infrastructure): ReadonlyMap<string, ReadonlySet<string>> => {
  const byStore = byKeys(copiesOf(infrastructure), ({ copy: { to } }) => [to])
  return new Map(
    [...byStore].map(([store, copies]) => [store, new Set(copies.flatMap(({ source }) => source))]),
  )
})
