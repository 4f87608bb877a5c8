import { intervalOf } from '../../workloads/schedule.js'
import { type Also, isSet, type KindTable, numberOf, yesNo } from '../facts.js'
import { type Linked, onceFor } from '../linked.js'
import type { CloudRecord } from '../record.js'
import { claimKey } from './keys.js'
import { byDefault } from './words.js'

const trail: Also = (record, linked, asset) => {
  if (!asset) return
  const key = record.get('key')
  if (key.state === 'known' || key.refs.length > 0) asset.set('encryptionAtRest.enabled', true, key.source)
  else if (key.state === 'absent')
    asset.assume(
      'encryptionAtRest.enabled',
      true,
      record.source,
      byDefault('', 'CloudTrail keeps trails in S3, which encrypts').note,
    )
  claimKey(record, 'key', linked, asset)
  const given = record.get('bucket')
  const [store] = linked.named(given, record).flatMap((one) => linked.assetOf(one) ?? [])
  if (store && store.id !== asset.id) {
    asset.set('audit.destination', store.id, given.source)
    store.set('purpose', 'log', given.source)
  }
}

const logGroup: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const kept = record.get('days')
  const number = numberOf(kept.value)
  if (kept.state === 'known' && number !== undefined)
    asset.set('keeps', number === 0 ? 'forever' : `P${number}D`, kept.source)
  if (kept.state === 'absent')
    asset.assume(
      'keeps',
      'forever',
      record.source,
      byDefault('', 'CloudWatch keeps logs until somebody deletes them').note,
    )
}

/** The longest time between two copies by `cron(0 5 ? * * *)`, whose last field is a year, or by `rate(12 hours)`. */
const everyOf = (schedule: string): string | undefined => {
  const rate = /^rate\((\d{1,5}) (hour|day)s?\)$/.exec(schedule)
  if (rate) return rate[2] === 'hour' ? `PT${rate[1]}H` : `P${rate[1]}D`
  const [, cron] = /^cron\((.+)\s\*\)$/.exec(schedule) ?? []
  return cron === undefined ? undefined : intervalOf(cron)
}

const backupPlan: Also = (record, linked) => {
  const id = linked.context.idOf(record.address)
  const copies = record.each('rules').flatMap((rule) => copiesOf(rule, record, linked))
  const matches = linked
    .naming('aws.backup-selection', 'plan', record)
    .flatMap((one) => coveredBy(one, linked))
  // One plan of ours covers one match; a plan with several selections becomes several.
  matches.forEach(({ match, source }, index) => {
    const plan = linked.draft.entry('backupPlans', index === 0 ? id : `${id}-${index + 1}`, record.source)
    plan.set('covers', match, source)
    if (copies.length > 0) plan.set('copies', copies, record.get('rules').source)
  })
}

const copiesOf = (rule: CloudRecord, record: CloudRecord, linked: Linked) => {
  const [vault] = linked.named(rule.get('vault'), record)
  const schedule = rule.get('schedule')
  const frequency = schedule.state === 'absent' ? 'P1D' : everyOf(String(schedule.value))
  const kept = numberOf(rule.get('deleteAfter').value)
  const first = copyIn(vault, linked, {
    ...(frequency === undefined ? {} : { frequency }),
    ...(kept === undefined ? {} : { retention: `P${kept}D` }),
  })
  const more = rule.each('copies').map((copy) => {
    const given = copy.get('vault')
    const [target] = linked.named(given, record)
    const region = /^arn:[^:]*:backup:([a-z0-9-]+):/.exec(String(given.value))?.[1]
    const elsewhere =
      region !== undefined && record.resource.region !== undefined && region !== record.resource.region
    return copyIn(target, linked, elsewhere ? { offsite: true } : {})
  })
  return [first, ...more]
}

const copyIn = (
  vault: CloudRecord | undefined,
  linked: Linked,
  rest: Record<string, unknown>,
): Record<string, unknown> => {
  const store = vault && linked.assetOf(vault)
  const lock = vault && linked.naming('aws.backup-lock', 'vault', vault)[0]
  const immutable = lock && (lock.get('graceDays').state === 'absent' ? 'governance' : 'compliance')
  return {
    ...(store ? { to: store.id, encrypted: store.stated('encryptionAtRest.enabled') ?? true } : {}),
    ...(immutable === undefined ? {} : { immutable }),
    ...rest,
  }
}

/** What AWS Backup can copy, by the kinds of asset that are made of it: where everything is selected, that is selected. */
const COPIED = [
  'relational-database',
  'document-store',
  'key-value-store',
  'data-warehouse',
  'object-store',
  'block-volume',
  'file-share',
  'server',
]

/** Kinds of asset of which AWS Backup can copy some, and others not. */
const PARTLY_COPIED = [
  { kind: 'key-value-store', copied: ['aws.dynamodb'], others: ['aws.memorydb', 'aws.keyspaces'] },
  { kind: 'data-warehouse', copied: ['aws.redshift', 'aws.timestream'], others: ['aws.athena', 'aws.emr'] },
]

/** What can be copied, by kinds; where something of a kind is there that cannot be, the others are named. */
const copiedIn = onceFor((linked): readonly Record<string, readonly string[]>[] => {
  const partly = PARTLY_COPIED.filter(({ others }) => others.some((kind) => linked.of(kind).length > 0))
  const ids = partly
    .flatMap(({ copied }) => copied.flatMap((kind) => linked.of(kind)))
    .flatMap((one) => linked.assetOf(one)?.id ?? [])
  const kinds = COPIED.filter((own) => partly.every(({ kind }) => kind !== own))
  return ids.length > 0 ? [{ kind: kinds }, { id: ids }] : [{ kind: kinds }]
})

/** What a selection takes surely: of one that conditions or exceptions narrow, nothing but what it names and does not except. */
const coveredBy = (selection: CloudRecord, linked: Linked) => {
  const found: { match: Record<string, unknown>; source: CloudRecord['source'] }[] = []
  if (selection.get('conditions').state !== 'absent') return found
  const [resources, excepted] = [selection.get('resources'), selection.get('excepted')]
  const left = new Set(linked.named(excepted, selection))
  const named = linked.named(resources, selection).filter((one) => !left.has(one))
  const ids = named.flatMap((one) => linked.assetOf(one)?.id ?? [])
  if (ids.length > 0) found.push({ match: { id: ids }, source: resources.source })
  if (excepted.state !== 'absent') return found
  if ([resources.value].flat().includes('*'))
    for (const copied of copiedIn(linked))
      found.push({ match: { vendor: ['aws'], ...copied }, source: resources.source })
  for (const one of selection.each('tags')) {
    const [key, value] = [one.get('key'), one.get('value')]
    if (key.state !== 'known' || value.state !== 'known') continue
    const tag = { [String(key.value)]: [String(value.value)] }
    for (const copied of copiedIn(linked)) found.push({ match: { tag, ...copied }, source: key.source })
  }
  return found
}

const vault: Also = (record, linked, asset) => {
  if (asset) claimKey(record, 'key', linked, asset)
}

/** Trails, logs and backups. */
export const WATCHING: KindTable = {
  'aws.cloudtrail': {
    asset: 'log-store',
    vendor: 'aws',
    facts: [
      [
        'integrity.signatures',
        'validation',
        yesNo,
        byDefault(false, 'CloudTrail signs no digests of its files'),
      ],
      // Whoever alters a file cannot alter the signed digest with it.
      [
        'audit.tamperProof',
        'validation',
        yesNo,
        byDefault(false, 'without digests nobody sees that a file of a trail was altered'),
      ],
      ['audit.enabled', 'logging', yesNo, byDefault(true, 'a trail records from its beginning')],
    ],
    also: trail,
  },
  'aws.log-group': {
    asset: 'log-store',
    vendor: 'aws',
    facts: [['encryptionAtRest.enabled', 'key', isSet, byDefault(true, 'CloudWatch always encrypts logs')]],
    also: logGroup,
  },
  'aws.backup-plan': { also: backupPlan },
  'aws.backup-selection': {},
  'aws.backup-vault': {
    asset: 'backup-vault',
    vendor: 'aws',
    facts: [['encryptionAtRest.enabled', 'key', isSet, byDefault(true, 'AWS Backup always encrypts')]],
    also: vault,
  },
  'aws.backup-lock': {},
  'aws.log-delivery': {},
  'aws.log-delivery-source': {},
  'aws.log-delivery-target': {},
  'aws.guardduty': {},
}
