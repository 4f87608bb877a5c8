import type { Key } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { KeySubject } from '../model/subjects/things.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** Managers that keep a key elsewhere than its data, unless it is said where. */
const APART: ReadonlySet<string | undefined> = new Set([
  'aws-kms',
  'azure-key-vault',
  'gcp-kms',
  'hsm',
  'provider',
])

/** What is stated of where a key lies. */
export interface KeyPlace {
  readonly manager: Fact<NonNullable<Key['manager']>>
  readonly storedWith: Fact<NonNullable<Key['storedWith']>>
}

/**
 * Judges whether a key lies apart from the assets that it encrypts (HHS guidance, 74 FR 19006). A key that is said to lie
 * with its data does, whoever manages it; only a TPM and a drive that encrypts itself give it to nobody there.
 */
export const judgeApart = ({ manager, storedWith }: KeyPlace, protects: readonly KeptWith[]): Verdict => {
  if (manager.value === 'tpm') return pass(manager)
  const hosts = protects
    .filter(({ entry }) => entry.value.encryptionAtRest?.layer !== 'self-encrypting-drive')
    .flatMap(({ id, entry }) => [id, entry.exceptionOf, entry.value.runsOn])
  const beside = (storedWith.value ?? []).filter((id) => hosts.includes(id))
  // A file is readable by whoever broke in; what an appliance holds is at least sealed.
  if (beside.length > 0) return fail(storedWith, manager.value === 'file' ? { severity: 'high' } : {})
  if (APART.has(manager.value)) return pass(manager)
  return storedWith.value === undefined ? unproven(storedWith) : pass(storedWith)
}

/** What a key may lie with: its data, or a copy of it. */
type KeptWith = Pick<AssetSubject, 'id' | 'entry'>

/** What a key encrypts wherever it lies: its assets, and the stores of the copies that it encrypts. */
export const placesOf = ({ protects, copies }: KeySubject): readonly AssetSubject[] => [
  ...protects,
  ...copies.flatMap(({ store }) => store ?? []),
]

/** The assets whose data can be read with a key: those that it encrypts, and those of whose copies it does. */
export const readableWith = ({ protects, copies }: KeySubject): readonly AssetSubject[] => [
  ...new Set([...protects, ...copies.flatMap(({ source }) => source)]),
]

/** Whether a key encrypts nothing but disks, whose keys live as long as they do. */
export const isOfDisks = ({ protects, copies }: KeySubject): boolean =>
  copies.length === 0 &&
  protects.length > 0 &&
  protects.every(({ entry }) => OF_A_DISK.includes(entry.value.encryptionAtRest?.layer ?? ''))

const OF_A_DISK: readonly string[] = ['full-disk', 'self-encrypting-drive']
