import type { KindTable } from '../facts.js'
import { COMPUTE } from './compute.js'
import { DATABASES } from './databases.js'
import { EDGE } from './edge.js'
import { IDENTITY } from './identity.js'
import { claimKeyFacts } from './keys.js'
import { MESSAGING } from './messaging.js'
import { NETWORKS, placed } from './networks.js'
import { OTHERS } from './others.js'
import { STORAGE } from './storage.js'
import { WATCHING } from './watching.js'

/** What is made of each neutral kind of resource of AWS. */
export const AWS_KINDS: KindTable = {
  ...placed({ ...STORAGE, ...DATABASES, ...MESSAGING, ...EDGE, ...COMPUTE, ...WATCHING, ...OTHERS }),
  ...NETWORKS,
  ...IDENTITY,
  'aws.kms-key': { also: claimKeyFacts },
  'aws.kms-alias': {},
}
