import type { AssetDraft } from '../draft.js'
import { type Also, isSet, type KindFacts, type KindTable, notSo, oneOf, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import { allowsEverything, grantsIn, letsAnybodyIn, refusesCleartext, statementsIn } from '../policy.js'
import type { CloudRecord } from '../record.js'
import { FILE_SYSTEMS } from './file-systems.js'
import { claimKey } from './keys.js'
import { claimObjectLog } from './object-logs.js'
import { byDefault } from './words.js'

const S3_ENCRYPTS = byDefault(true, 'S3 encrypts every object that was written since 2023-01-05 (SSE-S3)')
const EBS_PLAIN = byDefault(
  false,
  'EBS does not encrypt, unless the account was told to or the snapshot is encrypted',
)

/** An algorithm that is named means that it is encrypted. */
const encrypts = isSet

const bucket = (record: CloudRecord, linked: Linked, asset: AssetDraft | undefined): void => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  claimBucketAccess(record, linked, asset)
  claimTransport(record, asset, policiesOf(record, linked))
  const wide = policiesOf(record, linked).find((given) => allowsEverything(grantsIn(given)))
  if (wide) asset.set('access.leastPrivilege', false, wide.source)
  claimObjectLog(record, linked, asset)
}

const policiesOf = (record: CloudRecord, linked: Linked) => [
  record.get('policy'),
  ...linked.naming('aws.s3-policy', 'bucket', record).map((part) => part.get('policy')),
]

const PRIVATE_ACLS: readonly unknown[] = [
  'private',
  'log-delivery-write',
  'bucket-owner-read',
  'bucket-owner-full-control',
  'aws-exec-read',
]

/** Readable by anyone: by its list of access or by its policy, and only where no block of public access stands before. */
const claimBucketAccess = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const blocks = [
    ...linked.naming('aws.s3-public-access', 'bucket', record),
    ...linked.of('aws.s3-account-public-access'),
    record,
  ]
  const blocked = (attribute: string) =>
    blocks.find((one) => {
      const given = one.get(attribute)
      return given.state === 'known' && yesNo(given.value) === true
    })
  const acls = [record, ...linked.naming('aws.s3-acl', 'bucket', record)].map((one) => one.get('acl'))
  // `authenticated-read` lets in everybody who has an account of AWS, whosever that is.
  const open = acls.find(
    ({ state, value }) => state === 'known' && /^(public-|authenticated-read$)/.test(String(value)),
  )
  const policy = policiesOf(record, linked).find((given) => letsAnybodyIn(statementsIn(given) ?? []))
  if (open && !blocked('ignoreAcls')) asset.set('access.anonymous', true, open.source)
  else if (policy && !blocked('restrict')) asset.set('access.anonymous', true, policy.source)
  else claimClosed(record, linked, asset, { blocked, acls })
}

const claimClosed = (
  record: CloudRecord,
  linked: Linked,
  asset: AssetDraft,
  {
    blocked,
    acls,
  }: {
    blocked: (attribute: string) => CloudRecord | undefined
    acls: readonly { state: string; value: unknown }[]
  },
): void => {
  const [ignored, restricted] = [blocked('ignoreAcls'), blocked('restrict')]
  if (ignored && restricted) {
    asset.set('access.anonymous', false, ignored.source)
    return
  }
  const switched = linked
    .naming('aws.s3-public-access', 'bucket', record)
    .some((one) =>
      ['ignoreAcls', 'restrict'].some(
        (name) => one.get(name).state !== 'absent' && yesNo(one.get(name).value) !== true,
      ),
    )
  const closed =
    (ignored !== undefined ||
      acls.every(({ state, value }) => state === 'absent' || PRIVATE_ACLS.includes(value))) &&
    policiesOf(record, linked).every((given) => given.state === 'absent' || statementsIn(given) !== undefined)
  const { value, note } = byDefault(
    false,
    switched
      ? 'no list and no policy of this bucket lets anybody in'
      : 'S3 blocks public access to every bucket that was made since 2023-04-28',
  )
  if (closed) asset.assume('access.anonymous', value, record.source, note)
}

const claimTransport = (
  record: CloudRecord,
  asset: AssetDraft,
  policies: readonly ReturnType<CloudRecord['get']>[],
): void => {
  const endpoint = asset.endpoint(443, 'https', record.source)
  const { note } = byDefault(
    '',
    'it answers the whole internet over HTTPS, and over HTTP as well unless a policy refuses it',
  )
  endpoint.assume('exposure', 'public', record.source, byDefault('', 'S3 answers the whole internet').note)
  endpoint.assume('auth', 'token', record.source, byDefault('', 'every request is signed, or anonymous').note)
  const statements = policies.map(statementsIn)
  const refusing = statements.findIndex((one) => one !== undefined && refusesCleartext(one))
  if (refusing >= 0)
    endpoint.set('encryption', 'required', (policies[refusing] as { source: CloudRecord['source'] }).source)
  else if (policies.every(({ state }, index) => state === 'absent' || statements[index] !== undefined))
    endpoint.assume('encryption', 'optional', record.source, note)
}

const bucketPart = (facts: KindFacts['facts'] = [], also?: KindFacts['also']): KindFacts => ({
  partOf: 'bucket',
  standsFor: 'object-store',
  vendor: 'aws',
  facts,
  ...(also ? { also } : {}),
})

/** A policy whose bucket is described elsewhere. A block of public access would have refused one that lets anybody in. */
const loosePolicy: Also = (record, linked, asset) => {
  const given = record.get('policy')
  const owned = linked.named(record.get('bucket'), record).some((one) => linked.assetOf(one) === asset)
  if (!asset || owned) return
  if (letsAnybodyIn(statementsIn(given) ?? [])) asset.set('access.anonymous', true, given.source)
  if (allowsEverything(grantsIn(given))) asset.set('access.leastPrivilege', false, given.source)
}

const replication: Also = (record, linked, asset) => {
  const [target] = linked.named(record.get('replicaTarget'), record)
  const store = target && linked.assetOf(target)
  const { state, value, source } = record.get('replicaStatus')
  if (!asset || !store || store.id === asset.id || (state !== 'absent' && value !== 'Enabled')) return
  const plan = linked.draft.entry('backupPlans', `${asset.id}-replication`, source)
  plan.set('covers', { id: [asset.id] }, source)
  plan.set('copies', [{ to: store.id }], source)
}

/** Stores of objects, files and blocks. */
export const STORAGE: KindTable = {
  'aws.s3-bucket': {
    asset: 'object-store',
    vendor: 'aws',
    facts: [
      ['encryptionAtRest.enabled', 'algorithm', encrypts, S3_ENCRYPTS],
      ['recovery.versioning', 'versioning', yesNo, byDefault(false, 'S3 keeps no former versions')],
      ['integrity.writeOnce', 'lock', oneOf({ true: true, Enabled: true })],
      [
        'recovery.deletionProtection',
        'never',
        yesNo,
        byDefault(false, 'S3 deletes an object when it is told to'),
      ],
      [
        'recovery.pointInTime',
        'never',
        isSet,
        byDefault('none', 'S3 goes back to no former state without versions'),
      ],
    ],
    also: bucket,
  },
  'aws.s3-encryption': bucketPart(
    [['encryptionAtRest.enabled', 'algorithm', encrypts]],
    (record, linked, asset) => {
      if (asset) claimKey(record, 'key', linked, asset)
    },
  ),
  'aws.s3-versioning': bucketPart([
    ['recovery.versioning', 'versioning', oneOf({ Enabled: true, Suspended: false, Disabled: false })],
  ]),
  'aws.s3-public-access': bucketPart(),
  'aws.s3-account-public-access': {},
  'aws.s3-acl': bucketPart(),
  'aws.s3-policy': bucketPart([], loosePolicy),
  'aws.s3-logging': bucketPart(),
  'aws.s3-lock': bucketPart([['integrity.writeOnce', 'lock', oneOf({ Enabled: true, true: true })]]),
  'aws.s3-replication': bucketPart([], replication),
  'aws.ebs-volume': {
    asset: 'block-volume',
    vendor: 'aws',
    facts: [['encryptionAtRest.enabled', 'encrypted', yesNo, EBS_PLAIN]],
    also: (record, linked, asset) => {
      if (!asset) return
      claimKey(record, 'key', linked, asset)
      claimEbsDefault(linked, asset)
    },
  },
  'aws.ebs-default': {},
  ...FILE_SYSTEMS,
  'aws.glacier': {
    asset: 'archive',
    vendor: 'aws',
    facts: [['encryptionAtRest.enabled', 'none', notSo, byDefault(true, 'Glacier always encrypts')]],
  },
}

/** An account that encrypts all new volumes. */
export const claimEbsDefault = (linked: Linked, asset: AssetDraft): void => {
  const given = linked.of('aws.ebs-default')[0]?.get('enabled')
  if (given?.state !== 'known' || yesNo(given.value) !== true) return
  const stated = asset.stated('encryptionAtRest.enabled')
  if (stated !== true) asset.set('encryptionAtRest.enabled', true, given.source)
}
