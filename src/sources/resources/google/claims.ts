import { leftOut } from '../../../knowledge/secret-formats.js'
import type { AssetDraft } from '../draft.js'
import { type FactRow, notSo, type ProviderDefault } from '../facts.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'

/** The day on which the defaults of Google Cloud were last compared with its documentation. */
const CHECKED = '2026-11-23'

/** What Google Cloud does where nothing is written. */
export const byDefault = (value: unknown, what: string, read = CHECKED): ProviderDefault => ({
  value,
  note: `default of Google Cloud: ${what} (as documented on ${read})`,
})

/** The words alone, for a value that is worked out. */
export const note = (what: string): string => byDefault('', what).note

/** Encrypted, whatever is written. */
export const ALWAYS: FactRow = [
  'encryptionAtRest.enabled',
  'never',
  notSo,
  byDefault(true, 'Google Cloud always encrypts what it stores'),
]

/** Names the key that encrypts something. */
export const claimKey = (record: CloudRecord, attribute: string, linked: Linked, asset: AssetDraft): void => {
  const given = record.get(attribute)
  if (given.state === 'absent') return
  const [key] = linked.named(given, record).filter(({ kind }) => kind === 'google.key')
  if (key) asset.set('encryptionAtRest.key', linked.context.idOf(key.address), given.source)
  else asset.set('encryptionAtRest.key', { manager: 'gcp-kms', customerManaged: true }, given.source)
}

/** Keys of disks that are written out, and not only named, are secrets in the files. */
export const claimRawKeys = (record: CloudRecord, asset: AssetDraft): void => {
  for (const { state, value, source } of [record, ...record.each('disks')].map((one) => one.get('rawKey')))
    if (state === 'known' && typeof value === 'string')
      asset.set('tags.disk-encryption-key', leftOut({ words: 'a key that encrypts a disk' }), source)
}

/** Members that stand for anybody. */
export const EVERYBODY: ReadonlySet<unknown> = new Set(['allUsers', 'allAuthenticatedUsers'])

/** Whether anybody is among the members. */
export const everybodyIn = (given: Given): boolean => [given.value].flat().some((one) => EVERYBODY.has(one))
