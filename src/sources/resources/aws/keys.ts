import type { AssetDraft, EntryDraft } from '../draft.js'
import { yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import { statementsIn } from '../policy.js'
import type { CloudRecord } from '../record.js'
import { byDefault } from './words.js'

/** Names the key that encrypts something: by its id where it was imported too, else by what can be told of it. */
export const claimKey = (
  record: CloudRecord,
  attribute: string,
  linked: Linked,
  asset: AssetDraft | EntryDraft,
  path = 'encryptionAtRest.key',
): void => {
  const given = record.get(attribute)
  if (given.state === 'absent') return
  const [key] = linked.named(given, record).flatMap((one) => keyBehind(one, linked))
  if (key) asset.set(path, linked.context.idOf(key.address), given.source)
  else if (path === 'encryptionAtRest.key' && typeof given.value === 'string')
    asset.set(path, { manager: 'aws-kms', ...ownedBy(given.value) }, given.source)
}

/** An alias stands for its key. */
const keyBehind = (record: CloudRecord, linked: Linked): readonly CloudRecord[] => {
  if (record.kind === 'aws.kms-key') return [record]
  return record.kind === 'aws.kms-alias' ? linked.named(record.get('key'), record) : []
}

/** Keys whose alias begins with `aws/` are those of AWS. */
const ownedBy = (name: string): { customerManaged?: boolean } =>
  /(^|:)alias\/aws\//.test(name) ? { customerManaged: false } : {}

/** A key of KMS: who manages it, how often it rotates, who may use it. */
export const claimKeyFacts = (record: CloudRecord, { draft, context }: Linked): void => {
  const key = draft.entry('keys', context.idOf(record.address), record.source)
  key.set('manager', 'aws-kms', record.source)
  key.set('customerManaged', true, record.source)
  claimRotation(record, key)
  const policy = record.get('policy')
  const statements = statementsIn(policy)
  const open = statements?.some(
    ({ allows, principals, conditions }) =>
      allows && principals.includes('*') && Object.keys(conditions).length === 0,
  )
  if (open) key.set('usableBy', ['everyone'], policy.source)
}

const claimRotation = (record: CloudRecord, key: EntryDraft): void => {
  const symmetric = record.get('spec')
  // AWS rotates symmetric keys for encryption only.
  if (symmetric.state !== 'absent' && symmetric.value !== 'SYMMETRIC_DEFAULT') return
  const usage = record.get('usage')
  if (usage.state !== 'absent' && usage.value !== 'ENCRYPT_DECRYPT') return
  const rotates = record.get('rotation')
  const { value: never, note } = byDefault('never', 'a key of KMS does not rotate by itself')
  if (rotates.state === 'absent') key.assume('rotation', never, record.source, note)
  const said = rotates.state === 'known' ? yesNo(rotates.value) : undefined
  if (said === false) key.set('rotation', 'never', rotates.source)
  const period = record.get('rotationDays')
  if (said === true && period.state !== 'unknown')
    key.set('rotation', typeof period.value === 'number' ? `P${period.value}D` : 'P1Y', rotates.source)
}
