import { type People, peopleIn } from './engine/neighbour-rules.js'
import { parameterText } from './engine/parameters.js'
import { brokenEncryption, type Protection, protectionOf } from './engine/secured-phi.js'
import { BREACH_CLOCKS_AS_OF, breachClocks, MANY_INDIVIDUALS } from './knowledge/breach-clocks.js'
import type { Copy } from './model/description.generated.js'
import type { Infrastructure } from './model/infrastructure.js'
import { type AssetSubject, assetSubject } from './model/subjects/asset.js'
import { ephiCopies } from './model/subjects/things.js'

/** Whether what is lost counts as unsecured PHI (164.402, guidance 74 FR 19006). */
export type Secured = 'secured' | 'at-risk' | 'unsecured' | 'unproven'

/** Something that is said of a loss, and the paragraph that says it. */
export interface LossStatement {
  readonly words: string
  readonly citation?: string
}

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

/** What it means that an asset is stolen, or held for ransom. */
export interface Loss {
  readonly asset: string
  readonly name: string
  readonly kind: string
  readonly count: number
  /** How ePHI comes to it; absent where it holds none. */
  readonly reach?: 'declared' | 'inferred' | 'assumed'
  readonly holds: readonly string[]
  /** How many people are concerned at most, where it is stated. */
  readonly individuals?: number
  readonly stolen: { readonly secured: Secured; readonly because: readonly string[] }
  readonly administers: readonly string[]
  readonly administeredBy: readonly string[]
  readonly copies: readonly RestoringCopy[]
  readonly restoreTests: readonly string[]
  readonly rpo?: string
  readonly rto?: string
  readonly notices: readonly LossStatement[]
}

/** Works out what the loss of an asset means. `undefined` where there is no such asset. */
export const lossOf = (infrastructure: Infrastructure, id: string): Loss | undefined => {
  const entry = infrastructure.asset(id)
  if (!entry) return undefined
  const asset = assetSubject(infrastructure, entry)
  const { value, count } = entry
  const stolen = securedBy(asset)
  const people = peopleIn(asset)
  const { rpo, rto } = value.availability ?? {}
  return {
    asset: id,
    name: value.name ?? id,
    kind: value.kind ?? 'other',
    count: value.count ?? count,
    ...(asset.reach === undefined ? {} : { reach: asset.reach }),
    holds: (value.holds ?? []).map((name) => dataWords(infrastructure, name)),
    ...(people.atMost === undefined ? {} : { individuals: people.atMost }),
    stolen,
    administers: administeredBy(infrastructure, asset),
    administeredBy: administratorsOf(infrastructure, id),
    copies: copiesFor(infrastructure, asset),
    restoreTests: testsOf(infrastructure, id),
    ...(rpo === undefined ? {} : { rpo: parameterText(rpo) }),
    ...(rto === undefined ? {} : { rto: parameterText(rto) }),
    notices: asset.reach === undefined ? [] : noticesOf(infrastructure, asset, people, stolen.secured),
  }
}

const dataWords = ({ data }: Infrastructure, name: string): string => {
  const known = data.get(name)
  if (!known) return name
  const sensitivity = (known.sensitivity ?? []).join(', ')
  return `${name} (${known.class ?? 'class not stated'}${sensitivity === '' ? '' : `; ${sensitivity}`})`
}

const securedBy = (asset: AssetSubject): Loss['stolen'] => {
  const protection = protectionOf(asset)
  if (protection === 'encryption-unsaid') return { secured: 'unproven', because: [unstatedEncryption(asset)] }
  if (protection === 'not-encrypted') return { secured: 'unsecured', because: ['it is not encrypted'] }
  if (protection === 'weakly-encrypted')
    return { secured: 'unsecured', because: [`its encryption is ${brokenEncryption(asset)}`] }
  const partly = (asset.entry.value.exceptions ?? []).filter(
    ({ set }) => set?.encryptionAtRest?.enabled === false,
  )
  const algorithm = asset.at('encryptionAtRest', 'algorithm').value
  const because = [
    'it is encrypted',
    algorithm === undefined ? 'its algorithm is not stated' : `with ${algorithm}`,
    ...partly.map(({ count, why }) => `but ${count ?? 1} of them are not: ${why ?? 'no reason stated'}`),
    ...keyWords(asset, protection),
  ]
  if (protection === 'key-unsaid') return { secured: 'unproven', because }
  return { secured: protection === 'key-beside' || partly.length > 0 ? 'at-risk' : 'secured', because }
}

const keyWords = (
  { id, entry, key: { value: key } }: AssetSubject,
  protection: Protection,
): readonly string[] => {
  if (protection === 'key-beside')
    return [
      `its key lies with it (${(key?.storedWith ?? []).filter((one) => one === id || one === entry.value.runsOn).join(', ')}): whoever has one has both`,
    ]
  if (protection === 'key-unsaid') return ['where its key is kept is not stated (keys[].manager, storedWith)']
  const holders =
    key?.usableBy === undefined ? [] : [`the key is usable by ${key.usableBy.join(', ') || 'nobody'}`]
  return [`its key is kept apart (${key?.manager ?? 'elsewhere'})`, ...holders]
}

const unstatedEncryption = (asset: AssetSubject): string =>
  asset.runBy('encryptionAtRest') === 'us'
    ? 'nobody stated whether it is encrypted (encryptionAtRest.enabled)'
    : `${asset.vendor?.name ?? asset.vendor?.id} encrypts it by what is agreed; ask for proof (encryptionAtRest.enabled)`

const administeredBy = (infrastructure: Infrastructure, { id, entry }: AssetSubject): readonly string[] => {
  const named = entry.value.administers === undefined ? [] : infrastructure.covered(entry.value.administers)
  const hosted = infrastructure.assets.filter(({ value }) => value.runsOn === id).map((one) => one.id)
  return [...new Set([...named, ...hosted])].filter((one) => one !== id).sort()
}

const administratorsOf = (infrastructure: Infrastructure, id: string): readonly string[] => {
  const own = infrastructure.asset(id)?.value
  const controllers = infrastructure.assets
    .filter(({ value }) => value.administers !== undefined)
    .filter((one) => one.id !== id && infrastructure.covered(one.value.administers).includes(id))
    .map((one) => one.id)
  return [...new Set([...controllers, ...(own?.runsOn === undefined ? [] : [own.runsOn])])].sort()
}

const copiesFor = (infrastructure: Infrastructure, asset: AssetSubject): readonly RestoringCopy[] =>
  ephiCopies(infrastructure)
    .filter(({ plan }) => plan.covers.some(({ id }) => id === asset.id))
    .map(({ id, value }) => restoringCopy(id, value))

const restoringCopy = (id: string, copy: Copy): RestoringCopy => {
  const { to, frequency, offline, immutable, isolatedCredentials } = copy
  const guards = [
    ...(offline === true ? ['it is offline'] : []),
    ...(immutable === 'compliance' ? ['nobody can delete it before its time (immutable: compliance)'] : []),
    ...(isolatedCredentials === true ? ['other credentials guard it'] : []),
  ]
  const sure = offline === true || immutable === 'compliance'
  const stated = offline !== undefined || immutable !== undefined || isolatedCredentials !== undefined
  return {
    id,
    ...(to === undefined ? {} : { to }),
    ...(frequency === undefined ? {} : { age: parameterText(frequency) }),
    survives: sure ? 'yes' : stated && isolatedCredentials !== true ? 'no' : 'unproven',
    words:
      guards.join('; ') ||
      (stated ? 'whoever controls the originals can delete it' : 'what guards it is not stated'),
  }
}

const testsOf = ({ description }: Infrastructure, id: string): readonly string[] =>
  (description.backupPlans ?? []).flatMap(({ id: plan, restoreTests }) =>
    (restoreTests ?? [])
      .filter(({ assets }) => assets?.includes(id) === true)
      .map(({ date, result, achievedRto }) =>
        [
          `${plan}: ${date ?? 'no date'} ${result ?? 'result not stated'}`,
          ...(achievedRto === undefined ? [] : [`restored in ${parameterText(achievedRto)}`]),
        ].join(', '),
      ),
  )

/** Who must be told, and by when, if it counts as a breach of unsecured PHI. */
const noticesOf = (
  infrastructure: Infrastructure,
  asset: AssetSubject,
  people: People,
  secured: Secured,
): readonly LossStatement[] => {
  if (secured === 'secured')
    return [
      {
        words:
          'No notice is owed as long as the key is not lost too: what is lost is secured PHI. Keep the proof.',
        citation: '164.402; 164.414(b)',
      },
    ]
  const { entity, jurisdictions = [], providerType } = infrastructure.description.system ?? {}
  const states = breachClocks(jurisdictions, providerType).map(
    ({ jurisdiction, words, citation, confidence }) => ({
      words: `${jurisdiction}: within ${words} (confidence ${confidence} as of ${BREACH_CLOCKS_AS_OF}; verify with counsel)`,
      citation,
    }),
  )
  return [
    {
      words:
        'Presumed a breach unless an assessment of four factors shows a low probability that it was compromised; you bear the burden of proof.',
      citation: '164.402(2); 164.414(b)',
    },
    ...(entity === 'business-associate' ? customerNotices(infrastructure) : entityNotices(people)),
    ...(entity === 'both' ? customerNotices(infrastructure) : []),
    ...vendorNotices(asset),
    ...states,
  ]
}

const entityNotices = ({ atLeast, atMost }: People): readonly LossStatement[] => [
  {
    words: `Each individual${atMost === undefined ? '' : ` (up to ${atMost})`}: without unreasonable delay, within 60 days of discovery at the latest`,
    citation: '164.404(b)',
  },
  ...(atMost === undefined || atMost >= MANY_INDIVIDUALS
    ? [
        {
          words: `HHS, from ${MANY_INDIVIDUALS} individuals on: at the same time as the individuals`,
          citation: '164.408(b)',
        },
        {
          words: `The media, where more than ${MANY_INDIVIDUALS} residents of one state are concerned: within 60 days`,
          citation: '164.406',
        },
      ]
    : []),
  ...(atLeast === undefined || atLeast < MANY_INDIVIDUALS
    ? [
        {
          words: `HHS, under ${MANY_INDIVIDUALS} individuals: within 60 days of the end of the calendar year`,
          citation: '164.408(c)',
        },
      ]
    : []),
]

const customerNotices = ({ description }: Infrastructure): readonly LossStatement[] => [
  {
    words:
      'Each covered entity whose ePHI it is: without unreasonable delay, within 60 days of discovery at the latest, with each individual named',
    citation: '164.410(b), (c)',
  },
  ...(description.system?.customers ?? []).flatMap(({ name, breachNotice }) =>
    breachNotice === undefined
      ? []
      : [{ words: `${name ?? 'A customer'}: within ${parameterText(breachNotice)}, as its contract says` }],
  ),
]

const vendorNotices = ({ vendor }: AssetSubject): readonly LossStatement[] => {
  if (vendor === undefined || vendor.baa === undefined || vendor.baa === 'none') return []
  const { breachNotice } = vendor.baa
  const within =
    breachNotice === undefined ? 'its agreement does not say when' : `within ${parameterText(breachNotice)}`
  return [
    { words: `${vendor.name ?? vendor.id}, which runs it, has to tell you: ${within}`, citation: '164.410' },
  ]
}

/** Ids of all assets, to suggest one. */
export const assetIds = (infrastructure: Infrastructure): readonly string[] =>
  infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined).map(({ id }) => id)
