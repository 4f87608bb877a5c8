import type { AssetDraft, EntryDraft } from '../draft.js'
import { type Also, numberOf, yesNo } from '../facts.js'
import { claimManagedBackup } from '../managed-backup.js'
import type { CloudRecord } from '../record.js'
import { claimAddress } from './database-access.js'
import { claimKey } from './keys.js'
import { byDefault, LATER } from './words.js'

/** The zone that is always there, and public. */
const INTERNET = 'internet'

/** MemoryDB, which keeps what it holds, and is meant to be the only place of it. */
export const memoryDb: Also = (record, linked, asset) => {
  redis(record, linked, asset)
  if (!asset) return
  claimManagedBackup(asset, record, linked, {
    state: record.get('backupDays'),
    every: 'P1D',
    absent: byDefault(0, 'MemoryDB makes no snapshots by itself', LATER),
  })
}

/** The access list of MemoryDB that lets everybody in without a password. */
const OPEN_LIST = 'open-access'

/** ElastiCache, and what MemoryDB has of it. */
export const redis: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const engine = String(record.get('engine').value ?? 'redis')
  if (engine === 'memcached') return
  // A cache that makes no copies is none that lacks them: what it holds may be made again.
  if (numberOf(record.get('backupDays').value) !== 0)
    claimManagedBackup(asset, record, linked, { state: record.get('backupDays'), every: 'P1D' })
  const endpoint = claimAddress(record, linked, asset, ['redis', 6379])
  const transit = record.get('transit')
  const mode = record.get('transitMode')
  const on = transit.state === 'known' ? yesNo(transit.value) : undefined
  if (on === true)
    endpoint.set('encryption', mode.value === 'preferred' ? 'optional' : 'required', transit.source)
  if (on === false) endpoint.set('encryption', 'none', transit.source)
  const isMemoryDb = record.kind === 'aws.memorydb'
  if (transit.state === 'absent' && isMemoryDb)
    endpoint.assume('encryption', 'required', record.source, byDefault('', 'MemoryDB speaks TLS', LATER).note)
  else if (transit.state === 'absent' && engine !== 'valkey')
    endpoint.assume(
      'encryption',
      'none',
      record.source,
      byDefault('', 'ElastiCache for Redis speaks no TLS').note,
    )
  const logins = ['auth', 'users'].map((name) => record.get(name))
  const login = logins.find(({ state }) => state !== 'absent')
  if (login) endpoint.set('auth', login.value === OPEN_LIST ? 'none' : 'password', login.source)
  else
    endpoint.assume(
      'auth',
      'none',
      record.source,
      byDefault('', 'ElastiCache for Redis asks nobody to log in').note,
    )
}

/** DynamoDB. */
export const dynamodb: Also = (record, linked, asset) => {
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

/** OpenSearch, and Elasticsearch before it. */
export const search: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  claimSearchLog(record, asset)
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [vpc, https] = [record.get('vpc'), record.get('https')]
  if (vpc.state === 'absent') {
    const { note } = byDefault('', 'a domain outside of a VPC answers the internet')
    endpoint.assume('exposure', 'public', record.source, note)
    asset.assume('zone', INTERNET, record.source, note)
  } else endpoint.set('exposure', 'internal', vpc.source)
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
  claimNodes(record, asset)
}

const NODES_IN_CLEAR = byDefault('', 'the nodes of a domain speak to each other in clear', LATER).note

/** Where the nodes of a domain send each other what it holds in clear, nothing else needs to be said of that. */
const claimNodes = (record: CloudRecord, asset: AssetDraft): void => {
  const given = record.get('nodes')
  if (given.state === 'unknown' || (given.state === 'known' && yesNo(given.value) !== false)) return
  const endpoint = asset.endpoint(9300, 'other', record.source)
  if (given.state === 'known') endpoint.set('encryption', 'none', given.source)
  else endpoint.assume('encryption', 'none', record.source, NODES_IN_CLEAR)
  endpoint.assume(
    'exposure',
    'internal',
    record.source,
    byDefault('', 'nodes answer each other alone', LATER).note,
  )
}

/** Only one of the logs of a domain records who did what. */
const claimSearchLog = (record: CloudRecord, asset: AssetDraft): void => {
  const logs = record.each('logs')
  const own = logs.find((one) => one.get('type').value === 'AUDIT_LOGS')
  const enabled = own?.get('enabled')
  const off =
    (enabled?.state === 'known' && yesNo(enabled.value) === false) ||
    (enabled?.state === 'absent' && record.get('logsByThemselves').value === false)
  if (own && !off && enabled?.state !== 'unknown' && own.get('target').state !== 'absent')
    asset.set('audit.enabled', true, own.get('type').source)
  else if (off) asset.set('audit.enabled', false, enabled.source)
  else if (logs.length > 0 ? logs.every(isNamed) : record.get('logs').state !== 'unknown')
    asset.assume('audit.enabled', false, record.source, byDefault('', 'OpenSearch keeps no audit log').note)
}

const isNamed = (log: CloudRecord): boolean =>
  log.get('type').state === 'known' &&
  (log.get('type').value !== 'AUDIT_LOGS' || log.get('target').state === 'absent')

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
