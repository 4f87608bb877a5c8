import type { Customer, Key } from '../model/description.generated.js'
import { type Fact, factOf } from '../model/fact.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { parseDuration, rangeOf } from '../model/scalars/duration.js'
import type { DurationText } from '../model/scalars/text.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import { type Subject, subjectOf } from '../model/subjects/subject.js'
import type { KeySubject } from '../model/subjects/things.js'
import { type Location, locationOf } from './neighbour-rules.js'
import { assets, keysOfEphi, selector } from './selectors.js'

/** What contracts with customers may ask. */
export type Requirement = NonNullable<Customer['requires']>[number]

/** One promise to customers, and what has to keep it: a key, or an asset that stores ePHI. */
export interface PromiseSubject extends Subject {
  readonly requirement: Requirement
  /** The customers to whom it was made. */
  readonly customers: readonly string[]
  /** The key that has to keep it. */
  readonly key: Fact<Partial<Key>>
  /** Where the asset is that has to keep it. */
  readonly location: Location | undefined
}

/** What customers were promised, of each key and asset that has to keep it. Covered entities have no customers. */
export const customerPromises = selector(
  'keys and stores of ePHI of which customers were promised something',
  (infrastructure) => [
    ...promisesOf(infrastructure, 'customer-managed-keys', keepersOfKeys),
    ...promisesOf(infrastructure, 'fips-endpoints', keepersOfKeys),
    ...promisesOf(infrastructure, 'data-in-us', () => assets.storingEphi.of(infrastructure).map(ofAsset)),
  ],
)

type Keeper = Omit<PromiseSubject, 'requirement' | 'customers'>

const promisesOf = (
  infrastructure: Infrastructure,
  requirement: Requirement,
  keepersIn: (infrastructure: Infrastructure) => readonly Keeper[],
): PromiseSubject[] => {
  const { description } = infrastructure
  const { entity, customers = [] } = description.system ?? {}
  const names = customers.filter(({ requires }) => requires?.includes(requirement)).map(({ name }) => name)
  if (names.length === 0 || entity === 'covered-entity') return []
  return keepersIn(infrastructure).map((keeper) => ({ ...keeper, requirement, customers: names }))
}

/** The keys that are stated, and the stores of which no key is. */
const keepersOfKeys = (infrastructure: Infrastructure): readonly Keeper[] => [
  ...keysOfEphi.of(infrastructure).map(ofKey),
  ...assets.storingEphi
    .of(infrastructure)
    .filter(({ key }) => key.value === undefined)
    .map(ofAsset),
]

const ofKey = (key: KeySubject): Keeper => ({
  ...subjectOf(key),
  key: factOf<Partial<Key>>(key.path, key.value),
  location: undefined,
})

const ofAsset = (asset: AssetSubject): Keeper => ({
  ...subjectOf(asset),
  key: asset.key,
  location: locationOf(asset),
})

/** The shortest time in which customers were promised to hear of a breach, and to whom; `undefined` where none is stated. */
export const strictestNotice = ({
  description,
}: Infrastructure): { readonly notice: DurationText; readonly customer: string } | undefined => {
  const { entity, customers = [] } = description.system ?? {}
  if (entity === 'covered-entity') return undefined
  return customers
    .flatMap(({ name, breachNotice }) =>
      breachNotice === undefined ? [] : [{ notice: breachNotice, customer: name }],
    )
    .sort((one, other) => longest(one.notice) - longest(other.notice))[0]
}

const longest = (text: string): number => {
  const period = parseDuration(text)
  return period === undefined ? Number.POSITIVE_INFINITY : rangeOf(period)[1]
}
