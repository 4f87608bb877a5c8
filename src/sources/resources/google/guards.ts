import { type Also, isSet, numberOf, yesNo } from '../facts.js'
import { claimFunctionNetwork, type FunctionNetwork } from '../function-network.js'
import { onceFor } from '../linked.js'
import type { Opening } from '../openings.js'
import type { CloudRecord } from '../record.js'
import { byDefault, claimKey, claimRawKeys, EVERYBODY, everybodyIn, note } from './claims.js'

const TRANSPORTS: Readonly<Record<string, Opening['transport']>> = {
  all: 'any',
  tcp: 'tcp',
  udp: 'udp',
  '6': 'tcp',
  '17': 'udp',
}

/** What a rule of a firewall lets in. */
export const openingsOf = (rule: CloudRecord): readonly Opening[] => {
  const direction = rule.get('direction')
  if (direction.state !== 'absent' && direction.value !== 'INGRESS') return []
  if (yesNo(rule.get('disabled').value) === true) return []
  const sources = rule.get('sources')
  const world = [sources.value].flat().some((one) => one === '0.0.0.0/0' || one === '::/0')
  return rule.each('allow').flatMap((one) => {
    const protocol = String(one.get('protocol').value ?? '').toLowerCase()
    const transport = TRANSPORTS[protocol] ?? 'none'
    const ports = one.get('ports')
    const ranges = ports.state === 'absent' ? ['0-65535'] : [ports.value].flat()
    return ranges.flatMap((range) => {
      const [from, to] = String(range ?? '').split('-')
      const [first, last] = [numberOf(from), numberOf(to ?? from)]
      if (first === undefined || last === undefined) return []
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

/** Whether a firewall lets in the internet, or it cannot be told whom it lets in. */
const mayLetAnybodyIn = onceFor((linked) =>
  linked
    .of('google.firewall')
    .flatMap(openingsOf)
    .some(({ world }) => world !== false),
)

/**
 * A server with an address of the internet stands where the public is let in. Where a firewall lets the internet in to
 * anything, it may be there for the public, and nothing is said.
 */
export const server: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  claimRawKeys(record, asset)
  const addresses = record
    .each('interfaces')
    .flatMap((one) => [one.get('address'), one.get('address6')])
    .filter(({ state }) => state !== 'absent')
  const [address] = addresses
  if (!address || mayLetAnybodyIn(linked)) return
  const zone = linked.draft.entry('zones', linked.context.idOf('public-addresses'), address.source)
  zone.set('name', 'public addresses', address.source)
  zone.set('trust', 'dmz', address.source)
  asset.set('zone', zone.id, address.source)
}

const FUNCTIONS_NETWORK: FunctionNetwork = {
  id: 'cloud-functions-network',
  name: 'network of Cloud Functions',
  note: byDefault(
    '',
    'of what a function sends, no more than what goes to private addresses is led through a network of ours',
    '2026-11-25',
  ).note,
}

/** A function, whose way to the internet leads through a network of ours only where all that it sends does. */
export const cloudFunction: Also = (record, linked, asset) => {
  const [connector, egress] = [record.get('connector'), record.get('egress')]
  if (!asset || egress.state === 'unknown') return
  if (
    connector.state === 'absent' ||
    egress.state === 'absent' ||
    /PRIVATE_RANGES/.test(String(egress.value))
  )
    claimFunctionNetwork(record, linked, asset, FUNCTIONS_NETWORK)
}

/** A cluster of Kubernetes, by its control plane. */
export const cluster: Also = (record, _linked, asset) => {
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
  const byAttributes = record.get('legacyAccess')
  if (byAttributes.state === 'known' && yesNo(byAttributes.value) === true)
    asset.set('access.roles', false, byAttributes.source)
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
export const tlsPolicy: Also = (record, _linked, asset) => {
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

/** A key of Cloud KMS. */
export const key: Also = (record, { draft, context, naming }) => {
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

/** A set of BigQuery. */
export const dataset: Also = (record, linked, asset) => {
  if (!asset) return
  claimKey(record, 'key', linked, asset)
  const open = record
    .each('access')
    .map((one) => one.get('group'))
    .find(({ value }) => EVERYBODY.has(value))
  if (open) asset.set('access.anonymous', true, open.source)
}

/** Who may act as every service account of a project has the rights of all of them. */
const WIDE = /^roles\/(owner|editor|viewer|iam\.serviceAccount(User|TokenCreator))$/

/**
 * Rights of a whole project: who owns or edits all of it, or may act as whatever runs there, has more than anybody
 * needs. What is granted to one person is granted to no role.
 */
export const projectGrant: Also = (record, linked) => {
  const role = record.get('role')
  const wide = WIDE.test(String(role.value))
  const members = [record.get('members'), record.get('member')]
  const open = members.find(everybodyIn)
  const single = members.find(({ value }) => [value].flat().some((one) => /^user:/.test(String(one))))
  if (!wide && !open && !single) return
  const iam = linked.draft.asset(linked.context.idOf('iam'), record.source)
  if (iam.stated('kind') === undefined) {
    iam.set('kind', 'identity-provider', record.source)
    iam.set('name', 'Google Cloud IAM', record.source)
    iam.set('address', linked.context.address('iam'), record.source)
    iam.set('administers', { vendor: ['gcp'] }, record.source)
  }
  if (wide || open) iam.set('access.leastPrivilege', false, wide ? role.source : (open ?? role).source)
  if (single) iam.set('access.roles', false, single.source)
  if (open) iam.set('access.anonymous', true, open.source)
}
