import type { AssetDraft, EntryDraft } from '../draft.js'
import {
  days,
  type FactRow,
  isSet,
  type KindFacts,
  type KindTable,
  notSo,
  numberOf,
  type ProviderDefault,
  yesNo,
} from '../facts.js'
import type { Linked } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import { claimOpenings, type Opening } from '../openings.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'

/** The day on which the defaults of Google Cloud were last compared with its documentation. */
const CHECKED = '2026-11-23'

const byDefault = (value: unknown, what: string): ProviderDefault => ({
  value,
  note: `default of Google Cloud: ${what} (as documented on ${CHECKED})`,
})

const note = (what: string): string => byDefault('', what).note

const ALWAYS: FactRow = [
  'encryptionAtRest.enabled',
  'never',
  notSo,
  byDefault(true, 'Google Cloud always encrypts what it stores'),
]

const claimKey = (record: CloudRecord, attribute: string, linked: Linked, asset: AssetDraft): void => {
  const given = record.get(attribute)
  if (given.state === 'absent' || given.value === '') return
  const [key] = linked.named(given, record).filter(({ kind }) => kind === 'google.key')
  if (key) asset.set('encryptionAtRest.key', linked.context.idOf(key.address), given.source)
  else asset.set('encryptionAtRest.key', { manager: 'gcp-kms', customerManaged: true }, given.source)
}

const EVERYBODY: ReadonlySet<unknown> = new Set(['allUsers', 'allAuthenticatedUsers'])

const everybodyIn = (given: Given): boolean => [given.value].flat().some((one) => EVERYBODY.has(one))

const bucket: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const grants = linked
    .naming('google.bucket-access', 'bucket', record)
    .flatMap((one) => [one.get('members'), one.get('member')])
  const open = grants.find(everybodyIn)
  const prevention = record.get('prevention')
  if (open) asset.set('access.anonymous', true, open.source)
  else if (prevention.value === 'enforced') asset.set('access.anonymous', false, prevention.source)
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
  const logs = record.get('logTarget')
  if (logs.state !== 'absent') asset.set('audit.enabled', true, logs.source)
}

const looseGrant: KindFacts['also'] = (record, linked, asset) => {
  if (!asset || linked.named(record.get('bucket'), record).some((one) => linked.assetOf(one))) return
  const open = [record.get('members'), record.get('member')].find(everybodyIn)
  if (open) asset.set('access.anonymous', true, open.source)
}

const ENGINES: readonly (readonly [RegExp, protocol: string, port: number])[] = [
  [/^POSTGRES/, 'postgresql', 5432],
  [/^MYSQL/, 'mysql', 3306],
  [/^SQLSERVER/, 'mssql', 1433],
]

const sql: KindFacts['also'] = (record, linked, asset) => {
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

const claimSqlAddress = (record: CloudRecord, endpoint: EntryDraft): void => {
  endpoint.assume('auth', 'password', record.source, note('a database asks everybody to log in'))
  const [mode, old] = [record.get('tlsMode'), record.get('tls')]
  if (mode.state === 'known')
    endpoint.set(
      'encryption',
      mode.value === 'ALLOW_UNENCRYPTED_AND_ENCRYPTED' ? 'optional' : 'required',
      mode.source,
    )
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

/** Flags of the database that decide what it records. */
const claimFlags = (record: CloudRecord, asset: AssetDraft): void => {
  for (const flag of record.each('flags')) {
    const [name, value] = [String(flag.get('name').value), flag.get('value')]
    if (/^(log_connections|cloudsql\.enable_pgaudit|audit_log)$/.test(name) && value.state === 'known')
      asset.set('audit.enabled', /^(on|true|1)$/i.test(String(value.value)), value.source)
  }
}

const disk: KindFacts['also'] = (record, linked, asset) => {
  if (asset) claimKey(record, 'key', linked, asset)
}

const openingsOf = (rule: CloudRecord): readonly Opening[] => {
  const direction = rule.get('direction')
  if (direction.state !== 'absent' && direction.value !== 'INGRESS') return []
  if (yesNo(rule.get('disabled').value) === true) return []
  const sources = rule.get('sources')
  const world = [sources.value].flat().some((one) => one === '0.0.0.0/0' || one === '::/0')
  return rule.each('allow').flatMap((one) => {
    const protocol = String(one.get('protocol').value ?? '').toLowerCase()
    const transport = protocol === 'all' ? 'any' : protocol === 'udp' ? 'udp' : 'tcp'
    const ports = one.get('ports')
    const ranges = ports.state === 'absent' ? ['0-65535'] : [ports.value].flat()
    return ranges.flatMap((range) => {
      const [from, to] = String(range ?? '').split('-')
      const [first, last] = [numberOf(from), numberOf(to ?? from)]
      if (first === undefined || last === undefined || protocol === 'icmp') return []
      const opened = world ? true : sources.state === 'unknown' ? undefined : false
      return [
        {
          from: first,
          to: last,
          transport,
          world: opened,
          groups: [],
          source: sources.source,
        } satisfies Opening,
      ]
    })
  })
}

const cluster: KindFacts['also'] = (record, _linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [inside, networks] = [record.get('privateEndpoint'), record.get('networks')]
  const listed = record.each('networkList').map((one) => one.get('cidr'))
  const wide = listed.find(({ value }) => value === '0.0.0.0/0')
  if (inside.state === 'known' && yesNo(inside.value) === true)
    endpoint.set('exposure', 'internal', inside.source)
  else if (wide) endpoint.set('exposure', 'public', wide.source)
  else if (networks.state === 'known') endpoint.set('exposure', 'partner', networks.source)
  else if (networks.state === 'absent' && inside.state !== 'unknown')
    endpoint.assume(
      'exposure',
      'public',
      record.source,
      note('the control plane of GKE answers the internet'),
    )
  const logs = record.get('logs')
  if (logs.state === 'known') asset.set('audit.enabled', logs.value !== 'none', logs.source)
  if (logs.state === 'absent')
    asset.assume('audit.enabled', true, record.source, note('GKE sends its logs to Cloud Logging'))
  const basic = record.get('basicPassword')
  if (basic.state === 'known' && isSet(basic.value) === true) endpoint.set('auth', 'password', basic.source)
}

const TLS: Readonly<Record<string, readonly string[]>> = {
  TLS_1_0: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
  TLS_1_1: ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
  TLS_1_2: ['TLSv1.2', 'TLSv1.3'],
  TLS_1_3: ['TLSv1.3'],
}

/** A policy stands for the listeners that it is meant for. */
const tlsPolicy: KindFacts['also'] = (record, _linked, asset) => {
  const least = record.get('minTls')
  const endpoint = asset?.endpoint(443, 'https', record.source)
  endpoint?.assume(
    'exposure',
    'public',
    record.source,
    note('a load balancer with such a policy faces the internet'),
  )
  const versions = least.state === 'known' ? TLS[String(least.value)] : undefined
  if (versions) endpoint?.set('tls.versions', versions, least.source)
  if (least.state === 'absent')
    endpoint?.assume('tls.versions', TLS['TLS_1_0'], record.source, note('a policy takes TLS 1.0'))
}

const SECONDS_OF_DAY = 86_400

const key: KindFacts['also'] = (record, { draft, context, naming }) => {
  const own = draft.entry('keys', context.idOf(record.address), record.source)
  own.set('manager', 'gcp-kms', record.source)
  own.set('customerManaged', true, record.source)
  const period = record.get('rotation')
  const seconds = numberOf(String(period.value ?? '').replace(/s$/, ''))
  const purpose = record.get('purpose')
  const symmetric = purpose.state === 'absent' || purpose.value === 'ENCRYPT_DECRYPT'
  if (period.state === 'known' && seconds !== undefined)
    own.set('rotation', `P${Math.ceil(seconds / SECONDS_OF_DAY)}D`, period.source)
  if (period.state === 'absent' && symmetric)
    own.assume('rotation', 'never', record.source, note('a key does not rotate by itself'))
  for (const kind of ['google.key-access'])
    for (const grant of naming(kind, 'key', record)) {
      const open = [grant.get('members'), grant.get('member')].find(everybodyIn)
      if (open) own.set('usableBy', ['everyone'], open.source)
    }
}

const dataset: KindFacts['also'] = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const open = record
    .each('access')
    .map((one) => one.get('group'))
    .find(({ value }) => EVERYBODY.has(value))
  if (open) asset.set('access.anonymous', true, open.source)
}

/** Rights of a whole project: who owns or edits all of it has more than anybody needs. */
const projectGrant: KindFacts['also'] = (record, linked) => {
  const role = record.get('role')
  const wide = /^roles\/(owner|editor|viewer)$/.test(String(role.value))
  const open = [record.get('members'), record.get('member')].find(everybodyIn)
  if (!wide && !open) return
  const iam = linked.draft.asset(linked.context.idOf('iam'), record.source)
  if (iam.stated('kind') === undefined) {
    iam.set('kind', 'identity-provider', record.source)
    iam.set('name', 'Google Cloud IAM', record.source)
    iam.set('address', linked.context.address('iam'), record.source)
    iam.set('administers', { vendor: ['gcp'] }, record.source)
  }
  iam.set('access.leastPrivilege', false, role.source)
  if (open) iam.set('access.anonymous', true, open.source)
}

const asset = (
  kind: NonNullable<KindFacts['asset']>,
  also: KindFacts['also'],
  facts: readonly FactRow[] = [],
): KindFacts => ({
  asset: kind,
  vendor: 'gcp',
  facts,
  ...(also ? { also } : {}),
})

/** What is made of each neutral kind of resource of Google Cloud. */
export const GOOGLE_KINDS: KindTable = {
  'google.bucket': asset('object-store', bucket, [
    ALWAYS,
    ['recovery.versioning', 'versioning', yesNo, byDefault(false, 'a bucket keeps no former versions')],
    ['integrity.writeOnce', 'locked', yesNo],
  ]),
  'google.bucket-access': { partOf: 'bucket', standsFor: 'object-store', vendor: 'gcp', also: looseGrant },
  'google.sql': asset('relational-database', sql, [
    ALWAYS,
    ['recovery.deletionProtection', 'deletionProtection', yesNo],
  ]),
  'google.disk': asset('block-volume', disk, [ALWAYS]),
  'google.instance': asset('server', disk, [ALWAYS]),
  'google.firewall': { also: (record, linked) => claimOpenings(record, openingsOf(record), linked) },
  'google.cluster': asset('cluster', cluster),
  'google.tls-policy': asset('load-balancer', tlsPolicy),
  'google.key': { also: key },
  'google.key-access': {},
  'google.dataset': asset('data-warehouse', dataset, [ALWAYS]),
  'google.bigtable': asset('key-value-store', disk, [ALWAYS]),
  'google.spanner': asset('relational-database', disk, [ALWAYS]),
  'google.firestore': asset('document-store', undefined, [ALWAYS]),
  'google.redis': asset(
    'cache',
    (record, linked, its) => {
      if (!its) return
      claimKey(record, 'key', linked, its)
      const endpoint = its.endpoint(6379, 'redis', record.source)
      const [transit, auth] = [record.get('transit'), record.get('auth')]
      if (transit.state === 'known')
        endpoint.set(
          'encryption',
          transit.value === 'SERVER_AUTHENTICATION' ? 'required' : 'none',
          transit.source,
        )
      if (transit.state === 'absent')
        endpoint.assume('encryption', 'none', record.source, note('Memorystore speaks no TLS'))
      const said = auth.state === 'known' ? yesNo(auth.value) : undefined
      if (said !== undefined) endpoint.set('auth', said ? 'password' : 'none', auth.source)
      if (auth.state === 'absent')
        endpoint.assume('auth', 'none', record.source, note('Memorystore asks nobody to log in'))
      endpoint.assume(
        'exposure',
        'internal',
        record.source,
        note('Memorystore answers inside of a private network'),
      )
    },
    [ALWAYS],
  ),
  'google.topic': asset('queue', disk, [ALWAYS]),
  'google.function': asset('function', undefined),
  'google.log-bucket': asset('log-store', disk, [
    ALWAYS,
    ['keeps', 'days', days, byDefault('P30D', 'logs are kept for 30 days')],
  ]),
  'google.secret': asset('secret-store', undefined, [ALWAYS]),
  'google.project-access': { also: projectGrant },
  'google.nothing': {},
}
