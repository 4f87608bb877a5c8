import type { AssetKind } from '../../model/description.generated.js'
import type { AssetDraft } from './draft.js'
import type { Linked } from './linked.js'
import type { CloudRecord } from './record.js'

/** Makes the value of a claim of the value of an attribute; `undefined` claims nothing. */
export type Convert = (value: unknown) => unknown

/** What a provider does where nothing is written, and whose word that is, with the day on which it was read. */
export interface ProviderDefault {
  readonly value: unknown
  readonly note: string
}

/** One fact of an asset: where it goes, which attribute says it, how it is read, and what holds if it is absent. */
export type FactRow = readonly [path: string, attribute: string, as: Convert, absent?: ProviderDefault]

/** What is made of a kind of resource. */
export interface KindFacts {
  /** The kind of asset that it is; absent for what is only a part of another. */
  readonly asset?: AssetKind
  /** Whose cloud it is in. */
  readonly vendor?: string
  /** The attribute that names the resource that this is a part of: facts go there. */
  readonly partOf?: string
  /** The kind of asset that a part stands for where its whole is described elsewhere. */
  readonly standsFor?: AssetKind
  readonly facts?: readonly FactRow[]
  /** What no row can say, because it depends on several attributes or resources. Runs when all assets exist. */
  readonly also?: Also
}

/** Claims what no row can say; the asset is missing where none was made of the resource or of its whole. */
export type Also = (record: CloudRecord, linked: Linked, asset: AssetDraft | undefined) => void

/** The kinds of a cloud. */
export type KindTable = Readonly<Record<string, KindFacts>>

/** Rows of a table for the resources of a cloud that are assets: their kind, what no row says, and the rows. */
export const assetIn =
  (vendor: string) =>
  (asset: AssetKind, also?: Also, facts: readonly FactRow[] = []): KindFacts => ({
    asset,
    vendor,
    facts,
    ...(also ? { also } : {}),
  })

/** `true` and `false`, however they are written. */
export const yesNo: Convert = (value) => {
  if (value === true || value === 'true' || value === 'True' || value === 1) return true
  if (value === false || value === 'false' || value === 'False' || value === 0) return false
  return undefined
}

/** The opposite of what is written. */
export const notSo: Convert = (value) => {
  const said = yesNo(value)
  return said === undefined ? undefined : !said
}

/** A number of days, as a duration. */
export const days: Convert = (value) => {
  const number = numberOf(value)
  return number === undefined ? undefined : `P${number}D`
}

/** A number, also one that is written as a text. */
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Whether anything is written there at all. */
export const isSet: Convert = (value) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A text, as it is. */
export const asText: Convert = (value) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What each word stands for; other words claim nothing. */
export const oneOf =
  (meanings: Readonly<Record<string, unknown>>): Convert =>
  (value) =>
    Object.hasOwn(meanings, String(value)) ? meanings[String(value)] : undefined

/** Claims what a row says of a resource. */
export const applyRow = (
  [path, attribute, as, absent]: FactRow,
  record: CloudRecord,
  asset: AssetDraft,
): void => {
  const { state, value, source } = record.get(attribute)
  if (state === 'absent') {
    if (absent) asset.assume(path, absent.value, record.source, absent.note)
    return
  }
  const claimed = state === 'known' ? as(value) : undefined
  if (claimed !== undefined) asset.set(path, claimed, source)
}
