import type { AssetDraft, EntryDraft } from '../draft.js'
import { type Also, isSet, numberOf, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import type { CloudRecord } from '../record.js'
import { byDefault, claimChoice, claimDiagnostics, claimKey, claimVersions, note } from './claims.js'

interface Database {
  readonly protocol: string
  readonly port: number
  readonly service: string
}

/** A managed server: who gets to it, whether it asks for TLS, how long it keeps copies. */
export const database =
  ({ protocol, port, service }: Database): Also =>
  (record, linked, asset) => {
    if (!asset) return
    const endpoint = asset.endpoint(port, protocol, record.source)
    endpoint.assume('auth', 'password', record.source, note('a database asks everybody to log in'))
    claimTransport(record, linked, endpoint, service)
    claimReach(record, linked, endpoint)
    claimVersions(record.get('minTls'), endpoint)
    claimDiagnostics(record, linked, asset)
    claimManagedBackup(asset, record, linked, {
      state: record.get('backupDays'),
      every: 'P1D',
      absent: byDefault(7, 'copies are kept for 7 days'),
    })
    claimGeoCopies(record, linked, asset)
    const auditing = auditingOf(record, linked)
    for (const policy of auditing) claimAuditing(policy, asset)
    if (auditing.length === 0) claimInlineAuditing(record, asset)
    if (protocol === 'mssql' && asset.stated('audit.enabled') === undefined)
      asset.assume('audit.enabled', false, record.source, note('auditing of a SQL server is off'))
  }

const claimTransport = (record: CloudRecord, linked: Linked, endpoint: EntryDraft, service: string): void => {
  const settings = linked.naming('azure.server-setting', 'server', record)
  const setting = settings.find((one) =>
    /^(require_secure_transport|ssl)$/.test(String(one.get('name').value)),
  )
  if (setting) {
    const value = setting.get('value')
    if (value.state === 'known')
      endpoint.set('encryption', /^on$/i.test(String(value.value)) ? 'required' : 'optional', value.source)
    return
  }
  claimChoice(record.get('tls'), endpoint, 'encryption', ['required', 'optional'], {
    value: 'required',
    what: `${service} refuses plain connections`,
    at: record,
  })
}

/** A rule for every address of the internet; `0.0.0.0` to `0.0.0.0` means all of Azure, of whichever customer. */
const claimReach = (record: CloudRecord, linked: Linked, endpoint: EntryDraft): void => {
  const open = record.get('public')
  const said =
    open.state === 'known'
      ? open.value === 'Disabled'
        ? false
        : open.value === 'Enabled'
          ? true
          : yesNo(open.value)
      : undefined
  const rules = linked.naming('azure.firewall-rule', 'server', record)
  const wide = rules.find(
    (rule) => rule.get('from').value === '0.0.0.0' && rule.get('to').value === '255.255.255.255',
  )
  if (said === false) endpoint.set('exposure', 'internal', open.source)
  else if (record.get('subnet').state !== 'absent')
    endpoint.set('exposure', 'internal', record.get('subnet').source)
  else if (wide) endpoint.set('exposure', 'public', wide.get('to').source)
  else if (said === true) endpoint.set('exposure', 'partner', open.source)
  else if (open.state === 'absent') claimUnsaidReach(record, endpoint)
}

const claimUnsaidReach = (record: CloudRecord, endpoint: EntryDraft): void => {
  const isInside = record.get('publicByItself').value === false
  const what = isInside
    ? 'a managed instance has no public endpoint'
    : 'it has a public address, and lets in what firewall rules name'
  endpoint.assume('exposure', isInside ? 'internal' : 'partner', record.source, note(what))
}

const claimGeoCopies = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const geo = record.get('geo')
  const said = geo.state === 'known' ? yesNo(geo.value) : undefined
  if (said === undefined) return
  const plan = linked.draft.entry('backupPlans', `${asset.id}-automatic`, record.source)
  const copies = plan.stated('copies')
  if (!Array.isArray(copies) || copies.length === 0) return
  plan.set('copies', [{ ...(copies[0] as object), offsite: said }], geo.source)
}

/** The policy of a server, else those of its databases where each has one: the shortest period is claimed last. */
const auditingOf = (record: CloudRecord, linked: Linked): readonly CloudRecord[] => {
  const [own] = linked.naming('azure.sql-auditing', 'server', record)
  if (own) return [own]
  const databases = linked
    .naming('azure.sql-database', 'server', record)
    .map((one) => linked.naming('azure.sql-auditing', 'server', one)[0])
  if (databases.includes(undefined)) return []
  return databases.flatMap((one) => one ?? []).sort((one, other) => periodOf(other) - periodOf(one))
}

/** Zero, and nothing written, mean for ever. */
const periodOf = (auditing: CloudRecord): number =>
  numberOf(auditing.get('retention').value) || Number.MAX_SAFE_INTEGER

const claimAuditing = (auditing: CloudRecord, asset: AssetDraft): void => {
  const [enabled, kept] = [auditing.get('enabled'), auditing.get('retention')]
  asset.set(
    'audit.enabled',
    enabled.state === 'known' ? (yesNo(enabled.value) ?? true) : true,
    auditing.source,
  )
  const number = numberOf(kept.value)
  if (kept.state === 'known' && number !== undefined)
    asset.set('audit.retention', number === 0 ? 'forever' : `P${number}D`, kept.source)
}

const claimInlineAuditing = (record: CloudRecord, asset: AssetDraft): void => {
  const policy = record.get('auditing')
  const kept = record.get('auditingDays')
  if (policy.state !== 'absent') asset.set('audit.enabled', true, policy.source)
  const number = numberOf(kept.value)
  if (kept.state === 'known' && number !== undefined)
    asset.set('audit.retention', number === 0 ? 'forever' : `P${number}D`, kept.source)
}

/** A policy of auditing whose server is described elsewhere. */
export const auditingPart: Also = (record, linked, asset) => {
  if (asset && linked.named(record.get('server'), record).every((one) => linked.assetOf(one) === undefined))
    claimAuditing(record, asset)
}

/** A rule whose server is described elsewhere. */
export const firewallRule: Also = (record, linked, asset) => {
  if (!asset || linked.named(record.get('server'), record).some((one) => linked.assetOf(one))) return
  const wide = record.get('from').value === '0.0.0.0' && record.get('to').value === '255.255.255.255'
  if (wide) asset.endpoint(1433, 'mssql', record.source).set('exposure', 'public', record.get('to').source)
}

/** Cosmos DB. */
export const cosmos: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  endpoint.assume('encryption', 'required', record.source, note('Cosmos DB answers over TLS alone'))
  claimChoice(record.get('public'), endpoint, 'exposure', ['public', 'internal'], {
    value: 'public',
    what: 'Cosmos DB answers every network',
    at: record,
  })
  const filtered = record.get('filtered')
  if (filtered.state === 'known' && isSet(filtered.value) === true && yesNo(filtered.value) !== false)
    endpoint.set('exposure', 'partner', filtered.source)
  claimKey(record, 'key', linked, asset)
  claimDiagnostics(record, linked, asset)
  const backup = record.get('backup')
  const plan = linked.draft.entry('backupPlans', `${asset.id}-automatic`, record.source)
  const source = backup.state === 'known' ? backup.source : record.source
  plan.set('covers', { id: [asset.id] }, source)
  const minutes = record.get('backupMinutes')
  const every = backup.value === 'Continuous' ? 2 : minutes.state === 'absent' ? 240 : numberOf(minutes.value)
  const copies = [{ ...(every === undefined ? {} : { frequency: `PT${every}M` }), encrypted: true }]
  if (backup.state === 'absent')
    plan.assume('copies', copies, source, note('Cosmos DB copies itself every four hours'))
  else if (backup.state === 'known') plan.set('copies', copies, source)
}

/** Azure Cache for Redis. */
export const redis: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(6380, 'redis', record.source)
  claimChoice(record.get('plainPort'), endpoint, 'encryption', ['optional', 'required'], {
    value: 'required',
    what: 'the port without TLS is closed',
    at: record,
  })
  claimVersions(record.get('minTls'), endpoint)
  claimChoice(record.get('public'), endpoint, 'exposure', ['public', 'internal'])
  endpoint.assume('auth', 'password', record.source, note('Redis asks for a key'))
  claimDiagnostics(record, linked, asset)
}
