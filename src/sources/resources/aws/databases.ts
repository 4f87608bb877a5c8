import type { AssetDraft, EntryDraft } from '../draft.js'
import {
  asText,
  type FactRow,
  isSet,
  type KindFacts,
  type KindTable,
  notSo,
  numberOf,
  oneOf,
  yesNo,
} from '../facts.js'
import type { Linked } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { claimKey } from './keys.js'
import { worldReaches } from './security-groups.js'
import { byDefault } from './words.js'

const SINGLE = byDefault(false, 'nothing protects it from being deleted')
const PLAIN = (service: string) => byDefault(false, `${service} does not encrypt what it stores`)
const SILENT = (service: string) => byDefault(false, `${service} sends no logs anywhere`)
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

const ENGINES: readonly (readonly [RegExp, protocol: string, port: number])[] = [
  [/postgres/, 'postgresql', 5432],
  [/mysql|mariadb|^aurora$/, 'mysql', 3306],
  [/oracle/, 'oracle', 1521],
  [/sqlserver/, 'mssql', 1433],
]

/** Where a store answers, who gets there, and whether it refuses plain connections. */
export const claimAddress = (
  record: CloudRecord,
  linked: Linked,
  asset: AssetDraft,
  [protocol, usual]: readonly [string, number],
): EntryDraft => {
  const port = numberOf(record.get('port').value) ?? usual
  const endpoint = asset.endpoint(port, protocol, record.source)
  const isPublic = record.get('public')
  const said = isPublic.state === 'known' ? yesNo(isPublic.value) : undefined
  if (said === false) endpoint.set('exposure', 'internal', isPublic.source)
  if (said === true) {
    const { world, source } = worldReaches(record.get('securityGroups'), port, record, linked)
    endpoint.set(
      'exposure',
      world === false ? 'internal' : 'public',
      world === false ? source : isPublic.source,
    )
  }
  if (isPublic.state === 'absent' && record.kind !== 'aws.redshift') claimUnsaidExposure(record, endpoint)
  return endpoint
}

/** CloudFormation leaves it to RDS, which gives a public address in a network that no subnet group names. */
const claimUnsaidExposure = (record: CloudRecord, endpoint: EntryDraft): void => {
  const open = isPublicByItself(record)
  const what = open
    ? 'without a subnet group it lies in the default network, with a public address'
    : 'it has no public address'
  endpoint.assume('exposure', open ? 'public' : 'internal', record.source, byDefault('', what).note)
}

const parameterOf = (record: CloudRecord, name: string, linked: Linked): Given | undefined => {
  const groups = linked.named(record.get('parameterGroup'), record)
  for (const group of groups) {
    for (const parameter of group.each('parameters')) {
      if (parameter.get('name').value === name) return parameter.get('value')
    }
  }
  return undefined
}

/** Whether the group that decides is written in these files, or is the one that AWS gives. */
const knowsParameters = (record: CloudRecord, linked: Linked): boolean => {
  const given = record.get('parameterGroup')
  if (given.state === 'absent') return true
  if (given.state === 'known' && /^default\./.test(String(given.value))) return true
  return linked.named(given, record).length > 0
}

const ON: ReadonlySet<string> = new Set(['1', 'ON', 'on', 'true', 'TRUE', 'required', 'enabled'])

const claimRequired = (
  endpoint: EntryDraft,
  record: CloudRecord,
  linked: Linked,
  { parameter, byItself, note }: { parameter: string; byItself: boolean | undefined; note: string },
): void => {
  const given = parameterOf(record, parameter, linked)
  if (given?.state === 'unknown') return
  if (given) endpoint.set('encryption', ON.has(String(given.value)) ? 'required' : 'optional', given.source)
  else if (byItself !== undefined && knowsParameters(record, linked))
    endpoint.assume('encryption', byItself ? 'required' : 'optional', record.source, byDefault('', note).note)
}

/** `rds.force_ssl` is 1 by default since PostgreSQL 15; MySQL and MariaDB do not ask for TLS. */
const claimRdsTransport = (
  endpoint: EntryDraft,
  protocol: string,
  record: CloudRecord,
  linked: Linked,
): void => {
  const version = numberOf(/^\d+/.exec(String(record.get('version').value ?? ''))?.[0])
  if (protocol === 'postgresql') {
    const byItself = version === undefined ? undefined : version >= 15
    claimRequired(endpoint, record, linked, {
      parameter: 'rds.force_ssl',
      byItself,
      note: 'rds.force_ssl is 1 from PostgreSQL 15 on, and 0 before',
    })
  } else if (protocol === 'mysql') {
    const eight = /^(8\.4|9)/.test(String(record.get('version').value ?? ''))
    claimRequired(endpoint, record, linked, {
      parameter: 'require_secure_transport',
      byItself: eight ? undefined : false,
      note: 'require_secure_transport is off',
    })
  } else if (protocol === 'mssql')
    claimRequired(endpoint, record, linked, {
      parameter: 'rds.force_ssl',
      byItself: false,
      note: 'rds.force_ssl is 0 for SQL Server',
    })
}

const claimLogs = (record: CloudRecord, asset: AssetDraft, service: string): void => {
  const logs = record.get('logs')
  const { value, note } = SILENT(service)
  if (logs.state === 'absent' || (logs.state === 'known' && !isSet(logs.value)))
    asset.assume('audit.enabled', value, record.source, note)
  else if (logs.state === 'known') asset.set('audit.enabled', true, logs.source)
}

const claimReplica = (record: CloudRecord, linked: Linked, asset: AssetDraft): boolean => {
  const given = record.get('replicaOf')
  if (given.state === 'absent') return false
  const [origin] = linked.named(given, record)
  const original = origin && linked.assetOf(origin)
  if (original && original.id !== asset.id) asset.set('replicaOf', original.id, given.source)
  return true
}

const rds: KindFacts['also'] = (record, linked, asset) => {
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

/** What is restored from a snapshot names no engine, so that its port is not known; that it is public is. */
const claimUnnamedAddress = (record: CloudRecord, asset: AssetDraft): void => {
  const given = record.get('public')
  if (record.get('engine').state !== 'absent') return
  if (given.state === 'known' && yesNo(given.value) === true)
    asset.set('endpoints', [{ protocol: 'other', exposure: 'public' }], given.source)
  else if (given.state === 'absent' && isPublicByItself(record)) {
    const { note } = byDefault(
      '',
      'without a subnet group it lies in the default network, with a public address',
    )
    asset.assume('endpoints', [{ protocol: 'other', exposure: 'public' }], record.source, note)
  }
}

const isPublicByItself = (record: CloudRecord): boolean =>
  record.get('publicByNetwork').value === true && record.get('subnets').state === 'absent'

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
  asset.assume('recovery.pointInTime', back(byItself), record.source, byDefault('', what).note)
}

/** Aurora encrypts every cluster that was made since 2026-02-18; of an older one nothing is known. */
const aurora: KindFacts['also'] = (record, linked, asset) => {
  rds?.(record, linked, asset)
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
}

/** Stores that differ in little but their names. */
const managed =
  ({ service, address, parameter, required, backupDays }: Managed): KindFacts['also'] =>
  (record, linked, asset) => {
    if (!asset) return
    claimKey(record, 'key', linked, asset)
    claimLogs(record, asset, service)
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

const redis: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const engine = String(record.get('engine').value ?? 'redis')
  if (engine === 'memcached') return
  const endpoint = claimAddress(record, linked, asset, ['redis', 6379])
  const transit = record.get('transit')
  const mode = record.get('transitMode')
  const on = transit.state === 'known' ? yesNo(transit.value) : undefined
  if (on === true)
    endpoint.set('encryption', mode.value === 'preferred' ? 'optional' : 'required', transit.source)
  if (on === false) endpoint.set('encryption', 'none', transit.source)
  if (transit.state === 'absent' && engine !== 'valkey')
    endpoint.assume(
      'encryption',
      'none',
      record.source,
      byDefault('', 'ElastiCache for Redis speaks no TLS').note,
    )
  const logins = ['auth', 'users'].map((name) => record.get(name))
  const login = logins.find(({ state }) => state !== 'absent')
  if (login) endpoint.set('auth', 'password', login.source)
  else
    endpoint.assume(
      'auth',
      'none',
      record.source,
      byDefault('', 'ElastiCache for Redis asks nobody to log in').note,
    )
}

const dynamodb: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const recovery = record.get('pointInTime')
  const absent = byDefault(false, 'a table makes no copies of itself')
  claimManagedBackup(asset, record, linked, { state: recovery, retention: 'P35D', every: 'PT5M', absent })
  const on = recovery.state === 'known' ? yesNo(recovery.value) : undefined
  if (on !== undefined) asset.set('recovery.pointInTime', on ? 'P35D' : 'none', recovery.source)
  if (recovery.state === 'absent') asset.assume('recovery.pointInTime', 'none', record.source, absent.note)
  const endpoint = asset.endpoint(443, 'https', record.source)
  endpoint.assume(
    'encryption',
    'required',
    record.source,
    byDefault('', 'DynamoDB answers over TLS only').note,
  )
  endpoint.assume('auth', 'token', record.source, byDefault('', 'every request is signed').note)
}

const search: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const logs = record.each('logs')
  const audited = logs.find(
    (one) =>
      one.get('type').value === 'AUDIT_LOGS' &&
      yesNo(one.get('enabled').value) !== false &&
      one.get('target').state !== 'absent',
  )
  if (audited) asset.set('audit.enabled', true, audited.get('type').source)
  else if (record.get('logs').state !== 'unknown')
    asset.assume('audit.enabled', false, record.source, byDefault('', 'OpenSearch keeps no audit log').note)
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [vpc, https] = [record.get('vpc'), record.get('https')]
  if (vpc.state === 'absent')
    endpoint.assume(
      'exposure',
      'public',
      record.source,
      byDefault('', 'a domain outside of a VPC answers the internet').note,
    )
  else endpoint.set('exposure', 'internal', vpc.source)
  const must = https.state === 'known' ? yesNo(https.value) : undefined
  if (must !== undefined) endpoint.set('encryption', must ? 'required' : 'optional', https.source)
  if (https.state === 'absent')
    endpoint.assume(
      'encryption',
      'optional',
      record.source,
      byDefault('', 'OpenSearch takes HTTP as well').note,
    )
  claimSearchTls(record, endpoint)
}

const SEARCH_POLICIES: Readonly<Record<string, readonly string[]>> = {
  'Policy-Min-TLS-1-0-2019-07': ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
  'Policy-Min-TLS-1-2-2019-07': ['TLSv1.2'],
  'Policy-Min-TLS-1-2-PFS-2023-10': ['TLSv1.2', 'TLSv1.3'],
  'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08': ['TLSv1.2', 'TLSv1.3'],
}

const claimSearchTls = (record: CloudRecord, endpoint: EntryDraft): void => {
  const policy = record.get('tlsPolicy')
  const versions = SEARCH_POLICIES[String(policy.value)]
  if (policy.state === 'known' && versions) endpoint.set('tls.versions', versions, policy.source)
  if (policy.state === 'absent')
    endpoint.assume(
      'tls.versions',
      SEARCH_POLICIES['Policy-Min-TLS-1-0-2019-07'],
      record.source,
      byDefault('', 'a domain takes Policy-Min-TLS-1-0-2019-07').note,
    )
}

const store = (
  asset: KindFacts['asset'] & string,
  facts: KindFacts['facts'],
  also: KindFacts['also'],
): KindFacts => ({ asset, vendor: 'aws', facts: facts ?? [], ...(also ? { also } : {}) })

const encrypted = (service: string): FactRow => [
  'encryptionAtRest.enabled',
  'encrypted',
  yesNo,
  PLAIN(service),
]
const encryptedIfSaid: FactRow = ['encryptionAtRest.enabled', 'encrypted', yesNo]

/** Databases, caches and search. */
export const DATABASES: KindTable = {
  'aws.rds-instance': store(
    'relational-database',
    [encrypted('RDS'), PROTECTED, noVersions('RDS'), ZONES, ['product.version', 'version', asText]],
    rds,
  ),
  'aws.rds-cluster': store('relational-database', [encryptedIfSaid, PROTECTED, noVersions('Aurora')], aurora),
  'aws.rds-cluster-instance': { partOf: 'cluster' },
  'aws.parameter-group': {},
  'aws.docdb': store(
    'document-store',
    [encrypted('DocumentDB'), PROTECTED],
    managed({
      service: 'DocumentDB',
      address: ['mongodb', 27017],
      parameter: 'tls',
      required: true,
      backupDays: 1,
    }),
  ),
  'aws.neptune': store(
    'document-store',
    [encrypted('Neptune'), PROTECTED],
    managed({ service: 'Neptune', address: ['https', 8182], required: true, backupDays: 1 }),
  ),
  'aws.redshift': store(
    'data-warehouse',
    [encryptedIfSaid],
    managed({ service: 'Redshift', address: ['postgresql', 5439], parameter: 'require_ssl', backupDays: 1 }),
  ),
  'aws.redshift-logging': {
    partOf: 'cluster',
    also: (record, _linked, asset) => asset?.set('audit.enabled', true, record.source),
  },
  'aws.elasticache': store('cache', [encrypted('ElastiCache')], redis),
  'aws.memorydb': store('cache', [ALWAYS('MemoryDB')], redis),
  'aws.dynamodb': store('key-value-store', [ALWAYS('DynamoDB'), PROTECTED, noVersions('DynamoDB')], dynamodb),
  'aws.dax': store('cache', [encrypted('DAX')], undefined),
  'aws.opensearch': store('search-index', [encrypted('OpenSearch')], search),
  'aws.timestream': store('data-warehouse', [ALWAYS('Timestream')], undefined),
  'aws.keyspaces': store('key-value-store', [ALWAYS('Keyspaces')], undefined),
}
