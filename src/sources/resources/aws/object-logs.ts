import type { Source } from '../../../model/layer.js'
import type { AssetDraft } from '../draft.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { claimDestination } from './request-logs.js'
import { byDefault } from './words.js'

const SILENT = byDefault(false, 'S3 keeps no log of access to objects unless it is told to')

/** Whether access to the objects of a bucket is recorded: by logs of its own, or by a trail. */
export const claimObjectLog = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const loggers = [record, ...linked.naming('aws.s3-logging', 'bucket', record)]
  const logger = loggers.find((one) => one.get('logTarget').state !== 'absent')
  const taker = takesLogs(record, linked)
  if (taker) asset.set('purpose', 'log', taker)
  if (logger) {
    const given = logger.get('logTarget')
    asset.set('audit.enabled', true, given.source)
    claimDestination(given, logger, linked, asset)
    return
  }
  const trails = linked.of('aws.cloudtrail').map((trail) => recordedBy(trail, record, linked))
  const recording = trails.find(({ records }) => records === true)
  if (recording) asset.set('audit.enabled', true, recording.source)
  // A bucket that took in a log of its own log would never end: what reads it is seen by a trail, which may be elsewhere.
  else if (!taker && trails.every(({ records }) => records === false))
    asset.assume('audit.enabled', SILENT.value, record.source, SILENT.note)
}

const WRITERS: readonly (readonly [kind: string, attribute: string])[] = [
  ['aws.s3-bucket', 'logTarget'],
  ['aws.s3-logging', 'logTarget'],
  ['aws.lb', 'logTarget'],
  ['aws.elb', 'logTarget'],
  ['aws.cloudfront', 'logTarget'],
]

/** Where it is said that a bucket takes in the logs of others. */
const takesLogs = (record: CloudRecord, linked: Linked): Source | undefined => {
  const lists = [record, ...linked.naming('aws.s3-acl', 'bucket', record)].map((one) => one.get('acl'))
  const list = lists.find(({ value }) => value === 'log-delivery-write')
  if (list) return list.source
  const writer = WRITERS.flatMap(([kind, attribute]) =>
    linked.naming(kind, attribute, record).map((one) => one.get(attribute)),
  )[0]
  return writer?.source
}

interface Recording {
  /** `undefined` where it cannot be told. */
  readonly records: boolean | undefined
  readonly source: Source
}

/** Whether a trail records what is done with the objects of a bucket. */
const recordedBy = (trail: CloudRecord, record: CloudRecord, linked: Linked): Recording => {
  const advanced = trail.get('advancedEvents')
  const selected = trail
    .each('selectors')
    .flatMap((selector) => selector.each('data'))
    .filter((data) => data.get('type').state !== 'known' || data.get('type').value === 'AWS::S3::Object')
    .map((data) => covers(data.get('values'), trail, record, linked))
  const found = selected.includes(true) || (selected.includes(undefined) ? undefined : false)
  const source = trail.get('selectors').source
  if (found !== false || advanced.state === 'absent') return { records: found, source }
  const written = /S3::Object/.test(JSON.stringify(advanced.value ?? ''))
  return {
    records: written ? true : advanced.state === 'unknown' ? undefined : false,
    source: advanced.source,
  }
}

/** `arn:aws:s3` means every bucket, `arn:aws:s3:::records/` all of one, and without the slash none. */
const covers = (
  values: Given,
  trail: CloudRecord,
  record: CloudRecord,
  linked: Linked,
): boolean | undefined => {
  const texts = [values.value].flat().filter((one) => typeof one === 'string')
  if (texts.some((one) => /^arn:[\w-]+:s3(:::)?$/.test(one))) return true
  const name = record.get('name')
  if (name.state === 'known' && texts.some((one) => one.endsWith(`:s3:::${name.value}/`))) return true
  if (values.state !== 'unknown') return false
  return linked.named(values, trail).includes(record) ? true : undefined
}
