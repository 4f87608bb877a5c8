import type { AssetDraft } from '../draft.js'
import {
  type Also,
  assetIn,
  asText,
  type FactRow,
  type KindTable,
  notSo,
  numberOf,
  oneOf,
  yesNo,
} from '../facts.js'
import type { Linked } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import type { CloudRecord } from '../record.js'
import {
  claimAddress,
  claimLogs,
  claimRdsTransport,
  claimRequired,
  claimUnnamedAddress,
  ENGINES,
} from './database-access.js'
import { claimKey } from './keys.js'
import { dynamodb, memoryDb, redis, search } from './other-stores.js'
import { byDefault, LATER } from './words.js'

const SINGLE = byDefault(false, 'nothing protects it from being deleted')
const PLAIN = (service: string) => byDefault(false, `${service} does not encrypt what it stores`)
const ALWAYS = (service: string): FactRow => [
  'encryptionAtRest.enabled',
  'never',
  notSo,
  byDefault(true, `${service} always encrypts what it stores`),
]

const noVersions = (service: string): FactRow => [
  'recovery.versioning',
  'never',
  notSo,
  byDefault(false, `${service} keeps no former versions of a record`),
]

const PROTECTED: FactRow = ['recovery.deletionProtection', 'deletionProtection', yesNo, SINGLE]
const ZONES: FactRow = [
  'availability.failover',
  'multiAz',
  oneOf({ true: 'automatic', false: 'none' }),
  byDefault('none', 'it runs in one zone'),
]

const claimReplica = (record: CloudRecord, linked: Linked, asset: AssetDraft): boolean => {
  const given = record.get('replicaOf')
  if (given.state === 'absent') return false
  const [origin] = linked.named(given, record)
  const original = origin && linked.assetOf(origin)
  if (original && original.id !== asset.id) asset.set('replicaOf', original.id, given.source)
  return true
}

const rds: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  claimLogs(record, asset, 'RDS')
  const isReplica = claimReplica(record, linked, asset)
  const backup = record.get('backupDays')
  if (!isReplica && record.get('cluster').state === 'absent')
    claimManagedBackup(asset, record, linked, {
      state: backup,
      every: 'PT5M',
      absent: byDefault(
        record.get('backupDefault').value ?? 1,
        `automatic backups are kept for ${record.get('backupDefault').value ?? 1} days`,
      ),
    })
  claimWayBack(record, asset, isReplica)
  const engine = ENGINES.find(([pattern]) => pattern.test(String(record.get('engine').value ?? '')))
  if (!engine) {
    claimUnnamedAddress(record, asset)
    return
  }
  const endpoint = claimAddress(record, linked, asset, [engine[1], engine[2]])
  endpoint.assume(
    'auth',
    'password',
    record.source,
    byDefault('', 'a database asks everybody to log in').note,
  )
  claimRdsTransport(endpoint, engine[1], record, linked)
}

/** Automatic backups of RDS hold its log as well, and so lead back to any moment of the time that they are kept. */
const claimWayBack = (record: CloudRecord, asset: AssetDraft, isReplica: boolean): void => {
  const given = record.get('backupDays')
  const kept = numberOf(given.value)
  const back = (number: number) => (number > 0 ? `P${number}D` : 'none')
  if (given.state === 'known' && kept !== undefined)
    asset.set('recovery.pointInTime', back(kept), given.source)
  if (given.state !== 'absent' || record.get('cluster').state !== 'absent') return
  const byItself = isReplica ? 0 : (numberOf(record.get('backupDefault').value) ?? 1)
  const what = isReplica
    ? 'a replica makes no backups of itself'
    : `automatic backups are kept for ${byItself} days`
  asset.assume('recovery.pointInTime', back(byItself), record.source, byDefault('', what, LATER).note)
}

/** Aurora encrypts every cluster that was made since 2026-02-18; of an older one nothing is known. */
const aurora: Also = (record, linked, asset) => {
  rds(record, linked, asset)
  for (const instance of linked.naming('aws.rds-cluster-instance', 'cluster', record)) {
    const isPublic = instance.get('public')
    const endpoints =
      asset && ENGINES.find(([pattern]) => pattern.test(String(record.get('engine').value ?? 'aurora')))
    if (!asset || !endpoints || isPublic.state !== 'known' || yesNo(isPublic.value) !== true) continue
    const port = numberOf(record.get('port').value) ?? endpoints[2]
    asset.endpoint(port, endpoints[1], record.source).set('exposure', 'public', isPublic.source)
  }
}

interface Managed {
  readonly service: string
  readonly address: readonly [protocol: string, port: number]
  /** The parameter that makes TLS a must, and whether it is one without it. */
  readonly parameter?: string
  readonly required?: boolean
  readonly backupDays?: number
  /** Those of its logs that record what is done. */
  readonly recording?: readonly string[]
}

/** Stores that differ in little but their names. */
const managed =
  ({ service, address, parameter, required, backupDays, recording }: Managed): Also =>
  (record, linked, asset) => {
    if (!asset) return
    claimKey(record, 'key', linked, asset)
    claimLogs(record, asset, service, recording)
    if (backupDays !== undefined)
      claimManagedBackup(asset, record, linked, {
        state: record.get('backupDays'),
        every: 'P1D',
        absent: byDefault(backupDays, `automatic copies are kept for ${backupDays} days`),
      })
    const endpoint = claimAddress(record, linked, asset, address)
    if (parameter !== undefined)
      claimRequired(endpoint, record, linked, {
        parameter,
        byItself: required,
        note: `${service} ${required ? 'refuses' : 'takes'} plain connections`,
      })
    else if (required !== undefined)
      endpoint.assume(
        'encryption',
        required ? 'required' : 'optional',
        record.source,
        byDefault('', `${service} takes TLS only`).note,
      )
  }

const store = assetIn('aws')

const encrypted = (service: string): FactRow => [
  'encryptionAtRest.enabled',
  'encrypted',
  yesNo,
  PLAIN(service),
]
const encryptedIfSaid: FactRow = ['encryptionAtRest.enabled', 'encrypted', yesNo]

/** Databases, caches and search. */
export const DATABASES: KindTable = {
  'aws.rds-instance': store('relational-database', rds, [
    encrypted('RDS'),
    PROTECTED,
    noVersions('RDS'),
    ZONES,
    ['product.version', 'version', asText],
  ]),
  'aws.rds-cluster': store('relational-database', aurora, [encryptedIfSaid, PROTECTED, noVersions('Aurora')]),
  'aws.rds-cluster-instance': { partOf: 'cluster' },
  'aws.parameter-group': {},
  'aws.docdb': store(
    'document-store',
    managed({
      service: 'DocumentDB',
      address: ['mongodb', 27017],
      parameter: 'tls',
      required: true,
      backupDays: 1,
      recording: ['audit', 'profiler'],
    }),
    [encrypted('DocumentDB'), PROTECTED],
  ),
  'aws.neptune': store(
    'document-store',
    managed({
      service: 'Neptune',
      address: ['https', 8182],
      required: true,
      backupDays: 1,
      recording: ['audit'],
    }),
    [encrypted('Neptune'), PROTECTED],
  ),
  'aws.redshift': store(
    'data-warehouse',
    managed({ service: 'Redshift', address: ['postgresql', 5439], parameter: 'require_ssl', backupDays: 1 }),
    [encryptedIfSaid],
  ),
  'aws.redshift-logging': {
    partOf: 'cluster',
    also: (record, _linked, asset) => asset?.set('audit.enabled', true, record.source),
  },
  'aws.elasticache': store('cache', redis, [encrypted('ElastiCache')]),
  'aws.memorydb': store('key-value-store', memoryDb, [ALWAYS('MemoryDB')]),
  'aws.dynamodb': store('key-value-store', dynamodb, [ALWAYS('DynamoDB'), PROTECTED, noVersions('DynamoDB')]),
  'aws.dax': store('cache', undefined, [encrypted('DAX')]),
  'aws.opensearch': store('search-index', search, [encrypted('OpenSearch')]),
  'aws.timestream': store('data-warehouse', undefined, [ALWAYS('Timestream')]),
  'aws.keyspaces': store('key-value-store', undefined, [ALWAYS('Keyspaces')]),
}
