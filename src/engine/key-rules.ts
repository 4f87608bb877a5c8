import type { Key } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** Managers that never give a key to the host whose data it encrypts, or only while that host runs as it should. */
const APART: ReadonlySet<string | undefined> = new Set([
  'aws-kms',
  'azure-key-vault',
  'gcp-kms',
  'hsm',
  'tpm',
  'provider',
])

/** What is stated of where a key lies. */
export interface KeyPlace {
  readonly manager: Fact<NonNullable<Key['manager']>>
  readonly storedWith: Fact<NonNullable<Key['storedWith']>>
}

/** Judges whether a key lies apart from the assets that it encrypts (HHS guidance, 74 FR 19006). */
export const judgeApart = ({ manager, storedWith }: KeyPlace, protects: readonly AssetSubject[]): Verdict => {
  if (APART.has(manager.value)) return pass(manager)
  if (storedWith.value === undefined) return unproven(storedWith)
  const hosts = protects.flatMap(({ id, entry }) => [id, entry.value.runsOn])
  const beside = storedWith.value.filter((id) => hosts.includes(id))
  if (beside.length === 0) return pass(storedWith)
  // A file is readable by whoever broke in; what an appliance holds is at least sealed.
  return fail(storedWith, manager.value === 'file' ? { severity: 'high' } : {})
}
