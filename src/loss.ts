import { peopleIn } from './engine/neighbour-rules.js'
import { parameterText } from './engine/parameters.js'
import { brokenEncryption, PROTECTIONS, type Protection, protectionOf } from './engine/secured-phi.js'
import { type LossStatement, noticesOf } from './loss-notices.js'
import { copiesFor, type RestoringCopy, restoreTestsOf } from './loss-restore.js'
import type { Infrastructure } from './model/infrastructure.js'
import { type AssetSubject, assetSubject } from './model/subjects/asset.js'
import { masked } from './model/value-text.js'

/** Whether what is lost counts as unsecured PHI (164.402, guidance 74 FR 19006). */
export type Secured = 'secured' | 'at-risk' | 'unsecured' | 'unproven'

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
  const stolen = securedBy(asset, exceptionsOf(infrastructure, id))
  const people = peopleIn(asset)
  const { rpo, rto } = value.availability ?? {}
  return {
    asset: id,
    name: masked(value.name ?? id),
    kind: value.kind ?? 'other',
    count: value.count ?? count,
    ...(asset.reach === undefined ? {} : { reach: asset.reach }),
    holds: (value.holds ?? []).map((name) => dataWords(infrastructure, name)),
    ...(people.atMost === undefined ? {} : { individuals: people.atMost }),
    stolen,
    administers: administeredFrom(infrastructure, asset),
    administeredBy: administratorsOf(infrastructure, id),
    copies: copiesFor(infrastructure, asset),
    restoreTests: restoreTestsOf(asset, infrastructure),
    ...(rpo === undefined ? {} : { rpo: parameterText(rpo) }),
    ...(rto === undefined ? {} : { rto: parameterText(rto) }),
    notices:
      asset.reach === undefined ? [] : noticesOf(infrastructure, asset, people, stolen.secured === 'secured'),
  }
}

const dataWords = ({ data }: Infrastructure, name: string): string => {
  const known = data.get(name)
  if (!known) return name
  const sensitivity = (known.sensitivity ?? []).join(', ')
  return `${name} (${known.class ?? 'class not stated'}${sensitivity === '' ? '' : `; ${sensitivity}`})`
}

/** Some of a group for which something else is stated, and how well they are protected. */
interface Exceptional {
  readonly count: number
  readonly why: string
  readonly protection: Protection
}

const exceptionsOf = (infrastructure: Infrastructure, id: string): readonly Exceptional[] =>
  infrastructure.assets
    .filter(({ exceptionOf }) => exceptionOf === id)
    .map((entry) => ({
      count: entry.count,
      why: entry.id.slice(id.length + 1),
      protection: protectionOf(assetSubject(infrastructure, entry)),
    }))

/** With these the safe harbor is lost, or at risk. */
const LOST: ReadonlySet<Protection> = new Set(['not-encrypted', 'weakly-encrypted', 'key-beside'])

const EXCEPTED: Readonly<Record<Protection, string>> = {
  'not-encrypted': 'are not',
  'weakly-encrypted': 'are encrypted with what is broken',
  'key-beside': 'have their key with them',
  'encryption-unsaid': 'are not stated to be',
  'key-unsaid': 'have a key of which nobody stated where it is',
  secured: 'are',
}

const securedBy = (asset: AssetSubject, exceptions: readonly Exceptional[]): Loss['stolen'] => {
  const protection = protectionOf(asset)
  if (protection === 'encryption-unsaid') return { secured: 'unproven', because: [unstatedEncryption(asset)] }
  if (protection === 'not-encrypted') return { secured: 'unsecured', because: ['it is not encrypted'] }
  if (protection === 'weakly-encrypted')
    return { secured: 'unsecured', because: [`its encryption is ${brokenEncryption(asset)}`] }
  const worse = exceptions.filter(
    ({ protection: its }) => PROTECTIONS.indexOf(its) < PROTECTIONS.indexOf(protection),
  )
  const algorithm = asset.at('encryptionAtRest', 'algorithm').value
  const because = [
    'it is encrypted',
    algorithm === undefined ? 'its algorithm is not stated' : `with ${algorithm}`,
    ...worse.map(
      ({ count, why, protection: its }) => `but ${count} of them ${EXCEPTED[its]}: ${masked(why)}`,
    ),
    ...keyWords(asset, protection),
  ]
  if (protection === 'key-unsaid') return { secured: 'unproven', because }
  const all = [protection, ...worse.map(({ protection: its }) => its)]
  if (all.some((one) => LOST.has(one))) return { secured: 'at-risk', because }
  return { secured: all.every((one) => one === 'secured') ? 'secured' : 'unproven', because }
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
    : `${masked(asset.vendor?.name ?? asset.vendor?.id ?? 'its vendor')} encrypts it by what is agreed; ask for proof (encryptionAtRest.enabled)`

const administeredFrom = (infrastructure: Infrastructure, { id, entry }: AssetSubject): readonly string[] => {
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

/** Ids of all assets, to suggest one. */
export const assetIds = (infrastructure: Infrastructure): readonly string[] =>
  infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined).map(({ id }) => id)
