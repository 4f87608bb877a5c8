import type { Source } from '../../../model/layer.js'
import type { AssetDraft } from '../draft.js'
import { type Linked, onceFor } from '../linked.js'
import type { CloudRecord } from '../record.js'
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
  const trails = trailsOf(linked).map((trail) => recordedBy(trail, record))
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

/** What a trail says of objects: which buckets it names, in which words, and whether that is all that it names. */
interface Trail {
  readonly texts: readonly string[]
  readonly named: ReadonlySet<CloudRecord>
  readonly isWhole: boolean
  readonly source: Source
  readonly advanced: Recording
}

const trailsOf = onceFor((linked): readonly Trail[] =>
  linked.of('aws.cloudtrail').map((trail) => {
    const selected = trail
      .each('selectors')
      .flatMap((selector) => selector.each('data'))
      .filter((data) => data.get('type').state !== 'known' || data.get('type').value === 'AWS::S3::Object')
      .map((data) => data.get('values'))
    const unknown = selected.filter(({ state }) => state === 'unknown')
    const named = unknown.map((values) => linked.named(values, trail))
    return {
      texts: selected.flatMap(({ value }) => [value].flat().filter((one) => typeof one === 'string')),
      named: new Set(named.flat()),
      isWhole: named.every((found) => found.length > 0),
      source: trail.get('selectors').source,
      advanced: advancedOf(trail),
    }
  }),
)

const advancedOf = (trail: CloudRecord): Recording => {
  const { state, value, source } = trail.get('advancedEvents')
  if (/S3::Object/.test(JSON.stringify(value ?? ''))) return { records: true, source }
  return { records: state === 'unknown' ? undefined : false, source }
}

/** `arn:aws:s3` means every bucket, `arn:aws:s3:::records/` all of one, and without the slash none. */
const recordedBy = ({ texts, named, isWhole, source, advanced }: Trail, record: CloudRecord): Recording => {
  const name = record.get('name')
  const own = name.state === 'known' ? `:s3:::${name.value}/` : undefined
  const written = texts.some(
    (one) => /^arn:[\w-]+:s3(:::)?$/.test(one) || (own !== undefined && one.endsWith(own)),
  )
  if (written || named.has(record)) return { records: true, source }
  return advanced.records === false ? { records: isWhole ? false : undefined, source } : advanced
}
