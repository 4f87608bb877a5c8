import type { Source } from '../../../model/layer.js'
import type { AssetDraft } from '../draft.js'
import { yesNo } from '../facts.js'
import { type Linked, onceFor } from '../linked.js'
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
  const found = selectionsOf(linked).map((one) => ({ ...one, records: one.records(record) }))
  const recording = found.filter(({ records }) => records === true)
  if (recording[0]) {
    asset.set('audit.enabled', true, recording[0].source)
    claimHalf(recording, linked, asset)
  }
  // A bucket that took in a log of its own log would never end: what reads it is seen by a trail, which may be elsewhere.
  else if (!taker && found.every(({ records }) => records === false))
    asset.assume('audit.enabled', SILENT.value, record.source, SILENT.note)
}

/** Where all that records is told to record only what is read or only what is written, the rest is not recorded. */
const claimHalf = (recording: readonly Selected[], linked: Linked, asset: AssetDraft): void => {
  const [half, ...others] = new Set(recording.map(({ events }) => events))
  if (others.length > 0 || recording[0] === undefined) return
  const account = recordsAdministration(linked) ? ['login', 'admin'] : []
  if (half === 'read') asset.set('audit.events', ['read', 'export', ...account], recording[0].source)
  if (half === 'write') asset.set('audit.events', ['write', 'delete', ...account], recording[0].source)
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

/** What a trail is told to record; `undefined` where it is not known. */
interface Selected {
  readonly events: 'read' | 'write' | 'all' | undefined
  readonly source: Source
}

/** One selector of a trail, which may choose the objects of buckets. */
interface Selection extends Selected {
  /** Whether it chooses the objects of a bucket; `undefined` where that cannot be told. */
  readonly records: (bucket: CloudRecord) => boolean | undefined
}

/** Trails that record: one that is stopped says nothing of what it would record. */
const runningTrails = (linked: Linked): readonly CloudRecord[] =>
  linked.of('aws.cloudtrail').filter((trail) => yesNo(trail.get('logging').value) !== false)

const selectionsOf = onceFor((linked): readonly Selection[] =>
  runningTrails(linked).flatMap((trail) => {
    const selectors = trail.get('selectors')
    if (trail.get('logging').state === 'unknown')
      return [{ events: undefined, source: trail.get('logging').source, records: () => undefined }]
    return [
      ...trail.each('selectors').map((selector) => basicSelection(selector, trail, linked)),
      ...advancedSelections(trail),
      ...(selectors.state === 'unknown' && trail.each('selectors').length === 0
        ? [{ events: undefined, source: selectors.source, records: () => undefined }]
        : []),
    ]
  }),
)

const EVENTS: Readonly<Record<string, Selected['events']>> = {
  ReadOnly: 'read',
  WriteOnly: 'write',
  All: 'all',
}

const basicSelection = (selector: CloudRecord, trail: CloudRecord, linked: Linked): Selection => {
  const selected = selector
    .each('data')
    .filter((data) => data.get('type').state !== 'known' || data.get('type').value === 'AWS::S3::Object')
    .map((data) => data.get('values'))
  const named = selected.filter(({ state }) => state === 'unknown').map((one) => linked.named(one, trail))
  const texts = selected.flatMap(({ value }) => [value].flat().filter((one) => typeof one === 'string'))
  const buckets = new Set(named.flat())
  const isWhole = named.every((found) => found.length > 0)
  return {
    ...eventsOf(selector.get('events')),
    records: (bucket) => isNamedIn(texts, bucket) || buckets.has(bucket) || (isWhole ? false : undefined),
  }
}

/** Where a selector does not say, it records both. */
const eventsOf = ({ state, value, source }: Given): Selected => ({
  events: state === 'absent' ? 'all' : EVENTS[String(value)],
  source,
})

/** `arn:aws:s3` means every bucket, `arn:aws:s3:::records/` all of one, and without the slash none. */
const isNamedIn = (texts: readonly string[], bucket: CloudRecord): boolean => {
  const name = bucket.get('name')
  const own = name.state === 'known' ? `:s3:::${name.value}/` : undefined
  return texts.some((one) => /^arn:[\w-]+:s3(:::)?$/.test(one) || (own !== undefined && one.endsWith(own)))
}

/** Of which buckets an advanced selector speaks is not read: one of objects is taken for all of them. */
const advancedSelections = (trail: CloudRecord): readonly Selection[] => {
  const { state, value, source } = trail.get('advancedEvents')
  const ofObjects = [value].flat().filter((one) => /S3::Object/.test(JSON.stringify(one ?? '')))
  if (state === 'unknown' && ofObjects.length === 0)
    return [{ events: undefined, source, records: () => undefined }]
  return ofObjects.map((one) => ({ events: advancedEvents(one), source, records: () => true }))
}

const READ_ONLY: Readonly<Record<string, Selected['events']>> = { true: 'read', false: 'write' }

/** By its field `readOnly`, and both without one. */
const advancedEvents = (selector: unknown): Selected['events'] => {
  const fields = Object.values(selector as Record<string, unknown>)
    .flat()
    .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
  const field = fields.find((one) => (one['field'] ?? one['Field']) === 'readOnly')
  if (!field) return 'all'
  const values = [field['equals'] ?? field['Equals']].flat().map(String)
  return values.length === 1 ? READ_ONLY[values[0] ?? ''] : undefined
}

/** Whether a trail records who logs in to the account and what is changed about it. */
const recordsAdministration = onceFor((linked): boolean =>
  runningTrails(linked).some((trail) => {
    const [selectors, advanced] = [trail.each('selectors'), trail.get('advancedEvents')]
    if (advanced.state !== 'absent')
      return [advanced.value]
        .flat()
        .some((one) => /Management/.test(JSON.stringify(one ?? '')) && recordsWriting(advancedEvents(one)))
    return (
      selectors.length === 0 ||
      selectors.some(
        (one) =>
          yesNo(one.get('management').value) !== false && recordsWriting(eventsOf(one.get('events')).events),
      )
    )
  }),
)

/** Logins, and what changes an account, are written and not read. */
const recordsWriting = (events: Selected['events']): boolean => events === 'all' || events === 'write'
