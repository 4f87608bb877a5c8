import type { AssetDraft, EntryDraft } from '../draft.js'
import {
  asText,
  days,
  type FactRow,
  isSet,
  type KindFacts,
  type KindTable,
  notSo,
  numberOf,
  oneOf,
  type ProviderDefault,
  yesNo,
} from '../facts.js'
import type { Linked } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import { claimOpenings, type Opening } from '../openings.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'

/** The day on which the defaults of Azure were last compared with its documentation and with its Terraform provider. */
const CHECKED = '2026-11-23'

const byDefault = (value: unknown, what: string): ProviderDefault => ({
  value,
  note: `default of Azure: ${what} (as documented on ${CHECKED})`,
})

const note = (what: string): string => byDefault('', what).note

const ALWAYS = (service: string): FactRow => [
  'encryptionAtRest.enabled',
  'never',
  notSo,
  byDefault(true, `${service} always encrypts what it stores`),
]

const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  TLS1_0: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
  '1.0': ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
  TLS1_1: ['TLSv1.1', 'TLSv1.2'],
  '1.1': ['TLSv1.1', 'TLSv1.2'],
  TLS1_2: ['TLSv1.2', 'TLSv1.3'],
  '1.2': ['TLSv1.2', 'TLSv1.3'],
  TLS1_3: ['TLSv1.3'],
  '1.3': ['TLSv1.3'],
  TLSEnforcementDisabled: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
}

/** The least version that is taken. */
const claimVersions = (
  given: Given,
  endpoint: EntryDraft,
  absent?: { value: string; what: string; at: CloudRecord },
): void => {
  const versions = given.state === 'known' ? VERSIONS[String(given.value)] : undefined
  if (versions) endpoint.set('tls.versions', versions, given.source)
  if (given.state === 'absent' && absent)
    endpoint.assume('tls.versions', VERSIONS[absent.value], absent.at.source, note(absent.what))
}

/** A truth value that decides between two words, and what holds where it is absent. */
const claimChoice = (
  given: Given,
  entry: EntryDraft,
  path: string,
  [whenTrue, whenFalse]: readonly [unknown, unknown],
  absent?: { value: unknown; what: string; at: CloudRecord },
): void => {
  const said = given.state === 'known' ? yesNo(given.value) : undefined
  if (said !== undefined) entry.set(path, said ? whenTrue : whenFalse, given.source)
  if (given.state === 'absent' && absent)
    entry.assume(path, absent.value, absent.at.source, note(absent.what))
}

const claimKey = (record: CloudRecord, attribute: string, linked: Linked, asset: AssetDraft): void => {
  const given = record.get(attribute)
  if (given.state === 'absent' || given.value === '') return
  const [key] = linked.named(given, record).filter(({ kind }) => kind === 'azure.key')
  if (key) asset.set('encryptionAtRest.key', linked.context.idOf(key.address), given.source)
  else asset.set('encryptionAtRest.key', { manager: 'azure-key-vault', customerManaged: true }, given.source)
}

/** Logs go where a diagnostic setting sends them; that there is none in these files proves nothing. */
const claimDiagnostics = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const [setting] = linked.naming('azure.diagnostics', 'target', record)
  if (!setting) return
  asset.set('audit.enabled', true, setting.source)
  const destinations = ['workspace', 'storage'].map((name) => setting.get(name))
  const store = destinations
    .flatMap((given) => linked.named(given, setting))
    .flatMap((one) => linked.assetOf(one) ?? [])[0]
  if (store && store.id !== asset.id) asset.set('audit.destination', store.id, setting.source)
}

const storage: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  claimChoice(record.get('httpsOnly'), endpoint, 'encryption', ['required', 'optional'], {
    value: 'required',
    what: 'a storage account takes HTTPS alone',
    at: record,
  })
  claimVersions(record.get('minTls'), endpoint, {
    value: 'TLS1_2',
    what: 'a storage account asks for TLS 1.2',
    at: record,
  })
  endpoint.assume('auth', 'token', record.source, note('every request is signed, or anonymous'))
  claimNetworks(record, linked, endpoint)
  claimAnonymous(record, linked, asset)
  claimKey(record, 'key', linked, asset)
  for (const key of linked.naming('azure.storage-key', 'account', record)) claimKey(key, 'key', linked, asset)
  claimDiagnostics(record, linked, asset)
  const logging = record.get('queueLogging')
  if (logging.state === 'known') asset.set('audit.enabled', yesNo(logging.value) ?? true, logging.source)
}

const claimNetworks = (record: CloudRecord, linked: Linked, endpoint: EntryDraft): void => {
  const rules = [record, ...linked.naming('azure.storage-network', 'account', record)].map((one) =>
    one.get('networkDefault'),
  )
  const rule = rules.find(({ state }) => state !== 'absent')
  const open = record.get('public')
  if (open.state === 'known' && yesNo(open.value) === false) endpoint.set('exposure', 'internal', open.source)
  else if (rule?.state === 'known')
    endpoint.set('exposure', rule.value === 'Deny' ? 'partner' : 'public', rule.source)
  else if (!rule)
    endpoint.assume('exposure', 'public', record.source, note('a storage account answers every network'))
}

/** Blobs are readable by anyone where a container says so and its account lets it. */
const claimAnonymous = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const allowed = record.get('anonymous')
  const refused = allowed.state === 'known' && yesNo(allowed.value) === false
  const open = linked
    .naming('azure.container', 'account', record)
    .map((one) => one.get('access'))
    .find(({ state, value }) => state === 'known' && value !== 'private')
  if (open && !refused) asset.set('access.anonymous', true, open.source)
  else if (refused) asset.set('access.anonymous', false, allowed.source)
  else if (!open)
    asset.assume(
      'access.anonymous',
      false,
      record.source,
      note('no container of it lets anybody read without a name'),
    )
}

const container: KindFacts['also'] = (record, linked, asset) => {
  const owned = linked.named(record.get('account'), record).some((one) => linked.assetOf(one))
  const access = record.get('access')
  if (owned || !asset || access.state !== 'known') return
  asset.set('access.anonymous', access.value !== 'private', access.source)
}

interface Database {
  readonly protocol: string
  readonly port: number
  readonly service: string
}

/** A managed server: who gets to it, whether it asks for TLS, how long it keeps copies. */
const database =
  ({ protocol, port, service }: Database): KindFacts['also'] =>
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
    const auditing = linked.naming('azure.sql-auditing', 'server', record)[0]
    if (auditing) claimAuditing(auditing, asset)
    else claimInlineAuditing(record, asset)
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
  else if (open.state === 'absent')
    endpoint.assume(
      'exposure',
      'partner',
      record.source,
      note('it has a public address, and lets in what firewall rules name'),
    )
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

const auditingPart: KindFacts['also'] = (record, linked, asset) => {
  if (asset && linked.named(record.get('server'), record).every((one) => linked.assetOf(one) === undefined))
    claimAuditing(record, asset)
}

const firewallRule: KindFacts['also'] = (record, linked, asset) => {
  if (!asset || linked.named(record.get('server'), record).some((one) => linked.assetOf(one))) return
  const wide = record.get('from').value === '0.0.0.0' && record.get('to').value === '255.255.255.255'
  if (wide) asset.endpoint(1433, 'mssql', record.source).set('exposure', 'public', record.get('to').source)
}

const cosmos: KindFacts['also'] = (record, linked, asset) => {
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
  const copies = [{ frequency: backup.value === 'Continuous' ? 'PT2M' : 'PT4H', encrypted: true }]
  if (backup.state === 'absent')
    plan.assume('copies', copies, source, note('Cosmos DB copies itself every four hours'))
  else if (backup.state === 'known') plan.set('copies', copies, source)
}

const redis: KindFacts['also'] = (record, linked, asset) => {
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

/** What answers the web: whether it leads plain HTTP to HTTPS, and which TLS it takes. */
const webApp: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const plain = asset.endpoint(80, 'http', record.source)
  claimChoice(record.get('httpsOnly'), plain, 'encryption', ['required', 'none'], {
    value: 'none',
    what: 'an application answers over HTTP as well',
    at: record,
  })
  claimChoice(record.get('public'), endpoint, 'exposure', ['public', 'internal'], {
    value: 'public',
    what: 'an application faces the internet',
    at: record,
  })
  claimChoice(record.get('public'), plain, 'exposure', ['public', 'internal'], {
    value: 'public',
    what: 'an application faces the internet',
    at: record,
  })
  claimVersions(record.get('minTls'), endpoint, {
    value: '1.2',
    what: 'an application asks for TLS 1.2',
    at: record,
  })
  claimChoice(record.get('clientCertificates'), endpoint, 'tls.clientCertificates', ['required', 'none'])
  claimChoice(record.get('login'), endpoint, 'auth', ['sso', 'none'])
  claimDiagnostics(record, linked, asset)
  const logs = record.get('logs')
  if (logs.state === 'known') asset.set('audit.enabled', yesNo(logs.value) ?? true, logs.source)
}

const SPOKEN: Readonly<Record<string, string>> = { Https: 'https', Http: 'http', HttpsOnly: 'https' }

const gateway: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  const ports = new Map(
    record.each('ports').map((one) => [one.get('name').value, numberOf(one.get('port').value)] as const),
  )
  for (const one of record.each('listeners')) {
    const protocol = SPOKEN[String(one.get('protocol').value)]
    const port = ports.get(one.get('port').value)
    if (protocol === undefined || port === undefined) continue
    const endpoint = asset.endpoint(port, protocol, one.get('protocol').source)
    if (record.each('addresses').some((address) => address.get('public').state !== 'absent'))
      endpoint.set('exposure', 'public', record.get('addresses').source)
    const least = record.get('minTls')
    const versions = VERSIONS[String(least.value).replace(/^TLSv1_/, 'TLS1_')]
    if (protocol === 'https' && versions) endpoint.set('tls.versions', versions, least.source)
  }
  claimDiagnostics(record, linked, asset)
}

const cluster: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [inside, ranges] = [record.get('private'), record.get('ranges')]
  if (inside.state === 'known' && yesNo(inside.value) === true)
    endpoint.set('exposure', 'internal', inside.source)
  else if (ranges.state === 'known' && isSet(ranges.value) === true)
    endpoint.set(
      'exposure',
      [ranges.value].flat().includes('0.0.0.0/0') ? 'public' : 'partner',
      ranges.source,
    )
  else if (inside.state !== 'unknown' && ranges.state === 'absent')
    endpoint.assume(
      'exposure',
      'public',
      record.source,
      note('the control plane of AKS answers the internet'),
    )
  const [agent, old] = [record.get('logs'), record.get('oldLogs')]
  const logs = agent.state === 'absent' ? old : agent
  if (logs.state !== 'absent' && yesNo(logs.value) !== false) asset.set('audit.enabled', true, logs.source)
  else if (logs.state === 'known') asset.set('audit.enabled', false, logs.source)
  else asset.assume('audit.enabled', false, record.source, note('AKS sends its logs nowhere'))
  claimDiagnostics(record, linked, asset)
}

const disk: KindFacts['also'] = (record, linked, asset) => {
  const off = record.get('encrypted')
  if (!asset) return
  if (off.state === 'known' && yesNo(off.value) === false)
    asset.set('encryptionAtRest.enabled', false, off.source)
  else
    asset.assume('encryptionAtRest.enabled', true, record.source, note('managed disks are always encrypted'))
  claimKey(record, 'key', linked, asset)
}

const server: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  asset.assume('encryptionAtRest.enabled', true, record.source, note('managed disks are always encrypted'))
  const passwords = record.get('passwordsOff')
  const said = passwords.state === 'known' ? yesNo(passwords.value) : undefined
  if (said !== undefined)
    asset.endpoint(22, 'ssh', passwords.source).set('ssh.passwordAuth', !said, passwords.source)
  claimDiagnostics(record, linked, asset)
}

const vaultKey: KindFacts['also'] = (record, { draft, context }) => {
  const key = draft.entry('keys', context.idOf(record.address), record.source)
  key.set('manager', 'azure-key-vault', record.source)
  key.set('customerManaged', true, record.source)
  const policy = record.get('rotation')
  const [expiry, every] = [record.get('expires'), asText(policy.value)]
  if (policy.state === 'known' && every) key.set('rotation', every, policy.source)
  else if (policy.state === 'absent' && expiry.state === 'absent')
    key.assume('rotation', 'never', record.source, note('a key has no end and does not rotate by itself'))
}

const vault: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  claimDiagnostics(record, linked, asset)
  const endpoint = asset.endpoint(443, 'https', record.source)
  const rule = record.get('networkDefault')
  if (rule.state === 'known')
    endpoint.set('exposure', rule.value === 'Deny' ? 'partner' : 'public', rule.source)
  if (rule.state === 'absent')
    endpoint.assume('exposure', 'public', record.source, note('a key vault answers every network'))
}

const ANY: ReadonlySet<string> = new Set([
  '*',
  '0.0.0.0/0',
  'Internet',
  'Any',
  '::/0',
  '0.0.0.0',
  '/0',
  'any',
  'internet',
])

/** What a rule of a network security group lets in. */
const openingsOf = (rule: CloudRecord): readonly Opening[] => {
  if (rule.get('direction').value !== 'Inbound' || rule.get('access').value !== 'Allow') return []
  const sources = ['source', 'sources'].map((name) => rule.get(name))
  const world = sources.some(({ value }) => [value].flat().some((one) => ANY.has(String(one))))
  const unknown = sources.some(({ state }) => state === 'unknown')
  return ['ports', 'portList']
    .flatMap((name) => [rule.get(name).value].flat())
    .flatMap((range) => {
      const [from, to] = String(range ?? '').split('-')
      const [first, last] = from === '*' ? [0, 65535] : [numberOf(from), numberOf(to ?? from)]
      if (first === undefined || last === undefined) return []
      return [
        {
          from: first,
          to: last,
          transport: /udp/i.test(String(rule.get('protocol').value))
            ? 'udp'
            : rule.get('protocol').value === '*'
              ? 'any'
              : 'tcp',
          world: world ? true : unknown ? undefined : false,
          groups: [],
          source: (sources.find(({ state }) => state === 'known') ?? rule.get('access')).source,
        } satisfies Opening,
      ]
    })
}

const part = (owner: string, standsFor?: KindFacts['standsFor']): KindFacts => ({
  partOf: owner,
  vendor: 'azure',
  ...(standsFor ? { standsFor } : {}),
})

const asset = (
  kind: NonNullable<KindFacts['asset']>,
  also: KindFacts['also'],
  facts: readonly FactRow[] = [],
): KindFacts => ({
  asset: kind,
  vendor: 'azure',
  facts,
  ...(also ? { also } : {}),
})

const watched: KindFacts['also'] = (record, linked, its) => {
  if (its) claimDiagnostics(record, linked, its)
}

/** What is made of each neutral kind of resource of Azure. */
export const AZURE_KINDS: KindTable = {
  'azure.storage': asset('object-store', storage, [
    ALWAYS('Azure Storage'),
    ['recovery.versioning', 'versioning', yesNo, byDefault(false, 'blobs keep no former versions')],
    ['recovery.pointInTime', 'softDelete', days],
  ]),
  'azure.storage-network': part('account'),
  'azure.storage-key': part('account'),
  'azure.container': { ...part('account', 'object-store'), also: container },
  'azure.data-lake': asset('object-store', watched, [
    [
      'encryptionAtRest.enabled',
      'encryption',
      oneOf({ Enabled: true, Disabled: false }),
      byDefault(true, 'a data lake encrypts'),
    ],
  ]),
  'azure.sql-server': asset(
    'relational-database',
    database({ protocol: 'mssql', port: 1433, service: 'Azure SQL' }),
    [ALWAYS('Azure SQL')],
  ),
  'azure.sql-auditing': { ...part('server', 'relational-database'), also: auditingPart },
  'azure.sql-database': {
    partOf: 'server',
    standsFor: 'relational-database',
    vendor: 'azure',
    facts: [['encryptionAtRest.enabled', 'encrypted', yesNo]],
  },
  'azure.postgres': asset(
    'relational-database',
    database({ protocol: 'postgresql', port: 5432, service: 'PostgreSQL' }),
    [ALWAYS('Azure Database')],
  ),
  'azure.mysql': asset('relational-database', database({ protocol: 'mysql', port: 3306, service: 'MySQL' }), [
    ALWAYS('Azure Database'),
  ]),
  'azure.server-setting': { partOf: 'server' },
  'azure.firewall-rule': { ...part('server', 'relational-database'), also: firewallRule },
  'azure.cosmos': asset('document-store', cosmos, [ALWAYS('Cosmos DB')]),
  'azure.redis': asset('cache', redis, [ALWAYS('Azure Cache')]),
  'azure.search': asset('search-index', watched, [ALWAYS('Azure AI Search')]),
  'azure.synapse': asset('data-warehouse', watched, [ALWAYS('Synapse')]),
  'azure.data-factory': asset('integration-engine', watched, [ALWAYS('Data Factory')]),
  'azure.event-hub': asset('stream', watched, [ALWAYS('Event Hubs')]),
  'azure.service-bus': asset('queue', watched, [ALWAYS('Service Bus')]),
  'azure.storage-queue': { partOf: 'account' },
  'azure.web-app': asset('web-app', webApp),
  'azure.function': asset('function', webApp),
  'azure.gateway': asset('load-balancer', gateway),
  'azure.aks': asset('cluster', cluster),
  'azure.disk': asset('block-volume', disk),
  'azure.server': asset('server', server),
  'azure.vault': asset('key-store', vault, [
    [
      'recovery.deletionProtection',
      'purgeProtection',
      yesNo,
      byDefault(false, 'a key vault can be wiped at once'),
    ],
  ]),
  'azure.key': { also: vaultKey },
  'azure.secret': {},
  'azure.diagnostics': {},
  'azure.log-workspace': asset('log-store', undefined, [
    ['keeps', 'days', days, byDefault('P30D', 'logs are kept for 30 days')],
    ['encryptionAtRest.enabled', 'never', notSo, byDefault(true, 'Log Analytics always encrypts')],
  ]),
  'azure.backup-vault': asset('backup-vault', undefined, [
    ['encryptionAtRest.enabled', 'never', notSo, byDefault(true, 'Azure Backup always encrypts')],
  ]),
  'azure.backup-policy': {},
  'azure.protected-server': {
    also: (record, linked) => {
      const [target] = linked.named(record.get('server'), record).flatMap((one) => linked.assetOf(one) ?? [])
      const [policy] = linked.named(record.get('policy'), record)
      const [store] = policy
        ? linked.named(policy.get('vault'), policy).flatMap((one) => linked.assetOf(one) ?? [])
        : []
      if (!target) return
      const plan = linked.draft.entry('backupPlans', linked.context.idOf(record.address), record.source)
      const kept = numberOf(policy?.get('daily').value)
      plan.set('covers', { id: [target.id] }, record.source)
      const copy = {
        ...(store ? { to: store.id } : {}),
        encrypted: true,
        ...(kept === undefined ? {} : { retention: `P${kept}D` }),
      }
      plan.set(
        'copies',
        [{ ...copy, ...(policy?.get('frequency').value === 'Daily' ? { frequency: 'P1D' } : {}) }],
        record.source,
      )
    },
  },
  'azure.security-group': {
    also: (record, linked) => claimOpenings(record, record.each('rules').flatMap(openingsOf), linked),
  },
  'azure.security-rule': { also: (record, linked) => claimOpenings(record, openingsOf(record), linked) },
  'azure.nothing': {},
}
