import { compareText } from '../model/compare-text.js'
import { type Fact, factOf } from '../model/fact.js'
import type { Infrastructure } from '../model/infrastructure.js'
import { pathOf } from '../model/path.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { FloorSubject } from '../model/subjects/governance.js'
import { expectAtLeast, listed } from './expectations.js'
import { assets } from './selectors.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** Judges whether all that a floor is about is kept as long as it asks. */
export const judgeFloor = (floor: FloorSubject): Verdict => {
  const [of, atLeast] = [floor.at('of'), floor.at('atLeast')]
  if (of.value === undefined) return unproven(of)
  const period = atLeast.value
  if (period === undefined) return unproven(atLeast)
  const kept = KEPT[of.value](floor.infrastructure)
  const short = kept.filter(({ fact }) => expectAtLeast(fact, period).is === 'fail')
  const [first] = short
  if (first) {
    const found = short.map(({ words, fact }) => `${words} is ${fact.value}`)
    return fail(first.fact, { found: `${listed(found)}; asked are ${period}` })
  }
  if (kept.length === 0) return unproven(of, 'nothing that it is about is described as ours to keep')
  const missing = kept.find(({ fact }) => fact.value === undefined)
  return missing ? unproven(missing.fact) : pass(atLeast, ...kept.map(({ fact }) => fact))
}

interface Kept {
  readonly fact: Fact<string>
  /** The field, as a message names it. */
  readonly words: string
}

const KEPT: Readonly<
  Record<
    'disclosures' | 'records' | 'audit' | 'documents',
    (infrastructure: Infrastructure) => readonly Kept[]
  >
> = {
  disclosures: (infrastructure) => [
    {
      fact: infrastructure.fact('disclosures').at('retention') as Fact<string>,
      words: 'disclosures.retention',
    },
  ],
  documents: (infrastructure) => [
    {
      fact: infrastructure.fact('governance').at('documentRetention') as Fact<string>,
      words: 'governance.documentRetention',
    },
  ],
  records: (infrastructure) => {
    const retention = infrastructure.fact('records').at('retention')
    const minors = retention.at('minors') as Fact<unknown>
    return [
      { fact: retention.at('adults') as Fact<string>, words: 'records.retention.adults' },
      ...(typeof minors.value === 'string'
        ? [{ fact: minors as Fact<string>, words: 'records.retention.minors' }]
        : []),
    ]
  },
  audit: (infrastructure) =>
    [...assets.holdingEphi.of(infrastructure)]
      .sort((one, other) => compareText(one.id, other.id))
      .flatMap(trailOf),
}

/** How long the trail of an asset is kept: there, or where it is sent. */
const trailOf = (asset: AssetSubject): readonly Kept[] => {
  if (asset.at('audit', 'enabled').value === false || asset.runBy('audit') === 'vendor') return []
  const own = asset.at('audit', 'retention') as Fact<string>
  const destination = asset.entry.value.audit?.destination
  const store = destination === undefined ? undefined : asset.infrastructure.asset(destination)
  const keeps = store?.value.keeps
  const there: Kept[] =
    store === undefined || keeps === undefined
      ? []
      : [{ fact: factOf<string>(pathOf(store.path, 'keeps'), keeps), words: `keeps of ${store.id}` }]
  return own.value === undefined && there.length > 0
    ? there
    : [{ fact: own, words: `audit.retention of ${asset.id}` }, ...there]
}
