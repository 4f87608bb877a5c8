import { atRestWeakness } from '../knowledge/at-rest.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import { judgeApart } from './key-rules.js'

/** How well the ePHI of one asset is protected against its loss, the worst first (164.402; guidance 74 FR 19006). */
export const PROTECTIONS = [
  'not-encrypted',
  'weakly-encrypted',
  'key-beside',
  'encryption-unsaid',
  'key-unsaid',
  'secured',
] as const

export type Protection = (typeof PROTECTIONS)[number]

/**
 * Whether the ePHI of an asset is secured: encrypted with what is not known to be broken, and the key apart. Of a key
 * beside its data the safe harbor is at risk, not lost.
 */
export const protectionOf = (asset: AssetSubject): Protection => {
  const encrypted = asset.encrypted.value
  if (encrypted === undefined) return 'encryption-unsaid'
  if (!encrypted) return 'not-encrypted'
  if (brokenEncryption(asset) !== undefined) return 'weakly-encrypted'
  const { key } = asset
  const { is } = judgeApart({ manager: key.at('manager'), storedWith: key.at('storedWith') }, [asset])
  return is === 'pass' ? 'secured' : is === 'fail' ? 'key-beside' : 'key-unsaid'
}

/** What is wrong with the algorithm that is stated, in words; `undefined` where nothing is known to be. */
export const brokenEncryption = (asset: AssetSubject): string | undefined => {
  const algorithm = asset.at('encryptionAtRest', 'algorithm').value
  const judged = algorithm === undefined ? undefined : atRestWeakness(algorithm)
  return judged === undefined || judged.weakness === 'none' ? undefined : judged.words
}

/** The worst of several. */
export const worstProtection = (protections: readonly Protection[]): Protection =>
  PROTECTIONS.find((one) => protections.includes(one)) ?? 'secured'
