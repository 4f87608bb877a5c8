import { parameterText } from './engine/parameters.js'
import { plansOf, restoresTried } from './engine/recovery-rules.js'
import type { Copy } from './model/description.generated.js'
import type { Infrastructure } from './model/infrastructure.js'
import type { AssetSubject } from './model/subjects/asset.js'
import { ephiCopies } from './model/subjects/things.js'

/** One copy from which it can be restored. */
export interface RestoringCopy {
  readonly id: string
  readonly to?: string
  /** How old it is at most, as stated. */
  readonly age?: string
  /** Why it would, or would not, be there after ransom. */
  readonly survives: 'yes' | 'no' | 'unproven'
  readonly words: string
}

/** The copies from which an asset can be restored, where they are stated. */
export const copiesFor = (infrastructure: Infrastructure, asset: AssetSubject): readonly RestoringCopy[] =>
  ephiCopies(infrastructure)
    .filter(({ plan }) => plan.covers.some(({ id }) => id === asset.id))
    .map(({ id, value }) => restoringCopy(id, value))

const restoringCopy = (id: string, copy: Copy): RestoringCopy => {
  const { to, frequency } = copy
  return {
    id,
    ...(to === undefined ? {} : { to }),
    ...(frequency === undefined ? {} : { age: parameterText(frequency) }),
    ...survival(copy),
  }
}

/** What nobody can delete survives. Whether whoever holds the originals can delete the rest has to be stated. */
const survival = ({
  offline,
  immutable,
  isolatedCredentials,
}: Copy): Pick<RestoringCopy, 'survives' | 'words'> => {
  const guards = [
    ...(offline === true ? ['it is offline'] : []),
    ...(immutable === 'compliance' ? ['nobody can delete it before its time (immutable: compliance)'] : []),
    ...(isolatedCredentials === true ? ['other credentials guard it'] : []),
  ]
  if (offline === true || immutable === 'compliance') return { survives: 'yes', words: guards.join('; ') }
  if (isolatedCredentials === true) return { survives: 'unproven', words: guards.join('; ') }
  if (isolatedCredentials === false)
    return { survives: 'no', words: 'whoever controls the originals can delete it' }
  return immutable === 'governance'
    ? { survives: 'no', words: 'some can delete it before its time (immutable: governance)' }
    : {
        survives: 'unproven',
        words: 'what guards it is not stated (isolatedCredentials, offline, immutable)',
      }
}

/** Restores of an asset that were tried, the last first: those that name it, or no assets at all. */
export const restoreTestsOf = (asset: AssetSubject, { asOf }: Infrastructure): readonly string[] =>
  plansOf(asset).flatMap((plan) =>
    restoresTried(plan, asOf)
      .filter(({ test: { assets } }) => assets === undefined || assets.includes(asset.id))
      .map(({ test: { date, result, achievedRto } }) =>
        [
          `${plan.id}: ${date} ${result ?? 'result not stated'}`,
          ...(achievedRto === undefined ? [] : [`restored in ${parameterText(achievedRto)}`]),
        ].join(', '),
      ),
  )
