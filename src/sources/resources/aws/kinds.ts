import type { KindTable } from '../facts.js'
import { claimKeyFacts } from './keys.js'
import { STORAGE } from './storage.js'

/** What is made of each neutral kind of resource of AWS. */
export const AWS_KINDS: KindTable = {
  ...STORAGE,
  'aws.kms-key': { also: claimKeyFacts },
  'aws.kms-alias': {},
}
