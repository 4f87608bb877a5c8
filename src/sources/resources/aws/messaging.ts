import type { AssetDraft } from '../draft.js'
import { type Also, type FactRow, isSet, type KindTable, notSo, oneOf, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import { allowsEverything, grantsIn, letsAnybodyIn, refusesCleartext, statementsIn } from '../policy.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { claimKey } from './keys.js'
import { byDefault } from './words.js'

const always = (service: string): FactRow => [
  'encryptionAtRest.enabled',
  'never',
  notSo,
  byDefault(true, `${service} always encrypts what it stores`),
]

/** Policies may stand in a resource of their own. */
const policiesOf = (record: CloudRecord, linked: Linked, kind: string): readonly Given[] => [
  record.get('policy'),
  ...linked.naming(kind, 'owner', record).map((part) => part.get('policy')),
]

/** Who may use a queue or a topic, and whether plain requests are refused. */
const claimPolicies = (
  record: CloudRecord,
  asset: AssetDraft,
  policies: readonly Given[],
  service: string,
): void => {
  const endpoint = asset.endpoint(443, 'https', record.source)
  endpoint.assume('auth', 'token', record.source, byDefault('', 'every request is signed').note)
  const read = policies
    .filter(({ state }) => state !== 'absent')
    .map((given) => ({ given, statements: statementsIn(given) }))
  const open = read.find(({ statements }) => statements && letsAnybodyIn(statements))
  if (open) asset.set('access.anonymous', true, open.given.source)
  const wide = read.find(({ given }) => allowsEverything(grantsIn(given)))
  if (wide) asset.set('access.leastPrivilege', false, wide.given.source)
  const refusing = read.find(({ statements }) => statements && refusesCleartext(statements))
  if (refusing) endpoint.set('encryption', 'required', refusing.given.source)
  else if (read.every(({ statements }) => statements !== undefined)) {
    endpoint.assume(
      'encryption',
      'optional',
      record.source,
      byDefault('', `${service} takes HTTP as well`).note,
    )
    if (!open)
      asset.assume(
        'access.anonymous',
        false,
        record.source,
        byDefault('', `${service} lets in the account alone`).note,
      )
  }
}

const queue: Also = (record, linked, asset) => {
  if (!asset) return
  const [key, managed] = [record.get('key'), record.get('managed')]
  if (key.state !== 'absent') {
    if (key.state === 'known' || key.refs.length > 0) asset.set('encryptionAtRest.enabled', true, key.source)
    claimKey(record, 'key', linked, asset)
  } else if (managed.state === 'known')
    asset.set('encryptionAtRest.enabled', yesNo(managed.value), managed.source)
  else if (managed.state === 'absent')
    asset.assume(
      'encryptionAtRest.enabled',
      true,
      record.source,
      byDefault('', 'SQS encrypts with a key of its own (SSE-SQS)').note,
    )
  claimPolicies(record, asset, policiesOf(record, linked, 'aws.queue-policy'), 'SQS')
}

const topic: Also = (record, linked, asset) => {
  if (!asset) return
  const key = record.get('key')
  if (key.state === 'known' || key.refs.length > 0) {
    asset.set('encryptionAtRest.enabled', isSet(key.value) === true || key.refs.length > 0, key.source)
    claimKey(record, 'key', linked, asset)
  } else if (key.state === 'absent')
    asset.assume(
      'encryptionAtRest.enabled',
      false,
      record.source,
      byDefault('', 'SNS encrypts only with a key that is named').note,
    )
  claimPolicies(record, asset, policiesOf(record, linked, 'aws.topic-policy'), 'SNS')
}

const kafka: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const endpoint = asset.endpoint(9094, 'kafka', record.source)
  const transit = record.get('transit')
  const means = oneOf({ TLS: 'required', TLS_PLAINTEXT: 'optional', PLAINTEXT: 'none' })(transit.value)
  if (means !== undefined) endpoint.set('encryption', means, transit.source)
  if (transit.state === 'absent')
    endpoint.assume(
      'encryption',
      'required',
      record.source,
      byDefault('', 'MSK speaks TLS alone with its clients').note,
    )
  const open = record.get('unauthenticated')
  if (open.state === 'known' && yesNo(open.value) === true) endpoint.set('auth', 'none', open.source)
  const logs = ['cloudwatch', 'firehose', 's3'].map((name) => record.get(name))
  const log = logs.find(({ state, value }) => state === 'known' && yesNo(value) === true)
  if (log) asset.set('audit.enabled', true, log.source)
  else if (logs.every(({ state }) => state !== 'unknown'))
    asset.assume('audit.enabled', false, record.source, byDefault('', 'MSK sends its logs nowhere').note)
}

const broker: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const endpoint = asset.endpoint(5671, 'amqp', record.source)
  endpoint.assume('encryption', 'required', record.source, byDefault('', 'Amazon MQ speaks TLS alone').note)
  endpoint.assume('auth', 'password', record.source, byDefault('', 'Amazon MQ asks everybody to log in').note)
  const open = record.get('public')
  const said = open.state === 'known' ? yesNo(open.value) : undefined
  if (said !== undefined) endpoint.set('exposure', said ? 'public' : 'internal', open.source)
  if (open.state === 'absent')
    endpoint.assume(
      'exposure',
      'internal',
      record.source,
      byDefault('', 'a broker has no public address').note,
    )
  const logs = ['auditLog', 'generalLog'].map((name) => record.get(name))
  const log = logs.find(({ state, value }) => state === 'known' && yesNo(value) === true)
  if (log) asset.set('audit.enabled', true, log.source)
  else if (logs.every(({ state }) => state !== 'unknown'))
    asset.assume(
      'audit.enabled',
      false,
      record.source,
      byDefault('', 'Amazon MQ sends its logs nowhere').note,
    )
}

const firehose: Also = (record, linked, asset) => {
  const given = record.get('target')
  const [target] = linked.named(given, record)
  const store = target && linked.assetOf(target)
  if (asset && store && store.id !== asset.id)
    linked.draft.flow({ from: asset.id, to: store.id, data: 'to', protocol: 'https' }, given.source)
}

/** Queues, topics, streams and brokers. */
export const MESSAGING: KindTable = {
  'aws.queue': { asset: 'queue', vendor: 'aws', also: queue },
  'aws.queue-policy': { partOf: 'owner', standsFor: 'queue', vendor: 'aws', also: standalonePolicy },
  'aws.topic': { asset: 'queue', vendor: 'aws', also: topic },
  'aws.topic-policy': { partOf: 'owner', standsFor: 'queue', vendor: 'aws', also: standalonePolicy },
  'aws.kinesis': {
    asset: 'stream',
    vendor: 'aws',
    facts: [
      [
        'encryptionAtRest.enabled',
        'encryption',
        oneOf({ KMS: true, NONE: false }),
        byDefault(false, 'a stream of Kinesis is not encrypted'),
      ],
    ],
    also: (record, linked, asset) => {
      if (asset) claimKey(record, 'key', linked, asset)
    },
  },
  'aws.firehose': {
    asset: 'stream',
    vendor: 'aws',
    facts: [
      [
        'encryptionAtRest.enabled',
        'encrypted',
        yesNo,
        byDefault(false, 'Firehose does not encrypt what waits in it'),
      ],
    ],
    also: firehose,
  },
  'aws.msk': { asset: 'stream', vendor: 'aws', facts: [always('MSK')], also: kafka },
  'aws.mq': { asset: 'queue', vendor: 'aws', facts: [always('Amazon MQ')], also: broker },
}

/** A policy whose queue or topic is described elsewhere. */
function standalonePolicy(record: CloudRecord, linked: Linked, asset: AssetDraft | undefined): void {
  const policy = record.get('policy')
  const owned = linked.named(record.get('owner'), record).some((one) => linked.assetOf(one) === asset)
  if (!asset || owned) return
  if (letsAnybodyIn(statementsIn(policy) ?? [])) asset.set('access.anonymous', true, policy.source)
  if (allowsEverything(grantsIn(policy))) asset.set('access.leastPrivilege', false, policy.source)
}
