import type { AssetDraft, EntryDraft } from '../draft.js'
import { type Also, yesNo } from '../facts.js'
import { type Linked, onceFor } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { byDefault, claimKey, claimRawKeys, everybodyIn, note } from './claims.js'

/** A bucket: whom it lets in, where it logs. */
export const bucket: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const grants = linked
    .naming('google.bucket-access', 'bucket', record)
    .flatMap((one) => [one.get('members'), one.get('member')])
  const open = grants.find(everybodyIn)
  const prevention = record.get('prevention')
  // Where public access is prevented, a grant to everybody has no effect.
  if (prevention.value === 'enforced') asset.set('access.anonymous', false, prevention.source)
  else if (open) asset.set('access.anonymous', true, open.source)
  else if (grants.every(({ state }) => state !== 'unknown'))
    asset.assume(
      'access.anonymous',
      false,
      record.source,
      note('nobody is let into a bucket unless a grant says so'),
    )
  const endpoint = asset.endpoint(443, 'https', record.source)
  endpoint.assume('auth', 'token', record.source, note('every request is signed, or anonymous'))
  endpoint.assume('exposure', 'public', record.source, note('Cloud Storage answers the whole internet'))
  claimBucketLog(record, linked, asset)
}

const NO_LOGS = byDefault(
  false,
  'of what is read and written in a bucket nothing is logged',
  '2026-11-25',
).note

/** A bucket logs to another, or its project records who reads and writes data. One that takes in logs needs no log. */
const claimBucketLog = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const logs = record.get('logTarget')
  const audited = recordings(linked)
  const recording = audited.find(({ data }) => data === true)
  const [writer] = linked.naming('google.bucket', 'logTarget', record)
  if (writer) asset.set('purpose', 'log', writer.get('logTarget').source)
  if (logs.state !== 'absent') asset.set('audit.enabled', true, logs.source)
  else if (recording) asset.set('audit.enabled', true, recording.source)
  else if (!writer && audited.every(({ data }) => data === false))
    asset.assume('audit.enabled', false, record.source, NO_LOGS)
}

/** What each audit configuration says of buckets. */
const recordings = onceFor((linked) => linked.of('google.audit-config').map(recordsData))

const OF_STORAGE: ReadonlySet<unknown> = new Set(['allServices', 'storage.googleapis.com'])

/** Whether a project records who reads or writes data in its buckets; `undefined` where that cannot be told. */
const recordsData = (config: CloudRecord): { data: boolean | undefined; source: CloudRecord['source'] } => {
  const [service, types] = [config.get('service'), config.each('logs').map((one) => one.get('type'))]
  const { source } = service
  if (service.state === 'known' && !OF_STORAGE.has(service.value)) return { data: false, source }
  if (service.state !== 'known' || types.some(({ state }) => state !== 'known'))
    return { data: undefined, source }
  return { data: types.some(({ value }) => /^DATA_/.test(String(value))), source }
}

/** A grant for a bucket that is described elsewhere. */
export const looseGrant: Also = (record, linked, asset) => {
  if (!asset || linked.named(record.get('bucket'), record).some((one) => linked.assetOf(one))) return
  const open = [record.get('members'), record.get('member')].find(everybodyIn)
  if (open) asset.set('access.anonymous', true, open.source)
}

const ENGINES: readonly (readonly [RegExp, protocol: string, port: number])[] = [
  [/^POSTGRES/, 'postgresql', 5432],
  [/^MYSQL/, 'mysql', 3306],
  [/^SQLSERVER/, 'mssql', 1433],
]

/** An instance of Cloud SQL. */
export const sql: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const engine = ENGINES.find(([pattern]) => pattern.test(String(record.get('version').value ?? '')))
  if (engine) claimSqlAddress(record, asset.endpoint(engine[2], engine[1], record.source))
  if (record.get('replicaOf').state === 'absent')
    claimManagedBackup(asset, record, linked, {
      state: record.get('backup'),
      every: 'P1D',
      retention: 'P7D',
      absent: byDefault(false, 'an instance makes no automatic copies'),
    })
  const [original] = linked.named(record.get('replicaOf'), record).flatMap((one) => linked.assetOf(one) ?? [])
  if (original && original.id !== asset.id)
    asset.set('replicaOf', original.id, record.get('replicaOf').source)
  claimFlags(record, asset)
}

const TLS_MODES: Readonly<Record<string, string>> = {
  ALLOW_UNENCRYPTED_AND_ENCRYPTED: 'optional',
  ENCRYPTED_ONLY: 'required',
  TRUSTED_CLIENT_CERTIFICATE_REQUIRED: 'required',
}

const claimSqlAddress = (record: CloudRecord, endpoint: EntryDraft): void => {
  endpoint.assume('auth', 'password', record.source, note('a database asks everybody to log in'))
  const [mode, old] = [record.get('tlsMode'), record.get('tls')]
  const asked = mode.state === 'known' ? TLS_MODES[String(mode.value)] : undefined
  if (asked !== undefined) endpoint.set('encryption', asked, mode.source)
  else if (old.state === 'known')
    endpoint.set('encryption', yesNo(old.value) ? 'required' : 'optional', old.source)
  else if (mode.state === 'absent' && old.state === 'absent')
    endpoint.assume(
      'encryption',
      'optional',
      record.source,
      note('Cloud SQL takes connections with and without TLS'),
    )
  const networks = record.each('networks').map((one) => one.get('value'))
  const wide = networks.find(({ value }) => value === '0.0.0.0/0' || value === '::/0')
  const address = record.get('publicAddress')
  const said = address.state === 'known' ? yesNo(address.value) : undefined
  if (wide && said !== false) endpoint.set('exposure', 'public', wide.source)
  else if (said === false) endpoint.set('exposure', 'internal', address.source)
  else if (networks.length > 0 && networks.every(({ state }) => state === 'known'))
    endpoint.set('exposure', 'partner', (networks[0] as Given).source)
  else if (said === true) endpoint.set('exposure', 'partner', address.source)
  else if (address.state === 'absent')
    endpoint.assume(
      'exposure',
      'partner',
      record.source,
      note('an instance has a public address, and lets in what is authorised'),
    )
}

const RECORDING_FLAGS: ReadonlySet<unknown> = new Set([
  'log_connections',
  'cloudsql.enable_pgaudit',
  'audit_log',
])

/** Flags of the database that decide what it records. */
const claimFlags = (record: CloudRecord, asset: AssetDraft): void => {
  const values = record
    .each('flags')
    .filter((flag) => RECORDING_FLAGS.has(flag.get('name').value))
    .map((flag) => flag.get('value'))
    .filter(({ state }) => state === 'known')
  const isOn = ({ value }: Given) => /^(on|true|1)$/i.test(String(value))
  // One of several is enough, wherever it stands.
  const deciding = values.find(isOn) ?? values[0]
  if (deciding) asset.set('audit.enabled', isOn(deciding), deciding.source)
}

/** What only has a key to tell of. */
export const disk: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  claimRawKeys(record, asset)
}
