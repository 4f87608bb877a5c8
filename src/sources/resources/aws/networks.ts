import type { Zone } from '../../../model/description.generated.js'
import type { Source } from '../../../model/layer.js'
import type { AssetDraft, EntryDraft } from '../draft.js'
import { type KindTable, yesNo } from '../facts.js'
import { type Linked, onceFor, oncePerRecord } from '../linked.js'
import type { CloudRecord } from '../record.js'
import { isEverywhere } from './everywhere.js'
import { letsNobodyIn } from './network-lists.js'
import { claimPasswords } from './secrets.js'
import { letsIn } from './security-groups.js'
import { subnetsOf } from './subnets.js'
import { byDefault, LATER } from './words.js'

/** How far a subnet is trusted, who says so, and in the words of whose default if it is one. */
interface Reach {
  readonly trust: NonNullable<Zone['trust']> | undefined
  readonly source: Source
  readonly note?: string
}

const PUBLIC_SUBNETS = byDefault(
  'dmz',
  'what names no subnet lies in the default VPC, whose subnets have a way from and to the internet',
  LATER,
).note
const LOCAL_ROUTES = byDefault('internal', 'the main route table of a VPC has local routes alone', LATER).note

/**
 * Claims the zone in which an asset stands. A subnet that leads to the internet, or that gives out public addresses, is
 * one in which the public is let in; one that does neither is internal. Subnets of one VPC that are alike are one zone:
 * between them every VPC has routes.
 */
const claimPlace = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const given = record.get('subnets')
  const found = subnetsOf(record, linked)
  const address = publicAddressOf(record, linked)
  if (record.kind === 'aws.instance' && maySomehowServe(record, address, linked)) return
  if (found.length > 0) {
    const zones = new Set(found.map((subnet) => zoneOf(subnet, linked)))
    if (zones.size === 1) asset.set('zone', [...zones][0], given.source)
  } else if (address?.said === true && address.note !== PUBLIC_SUBNETS)
    claimPublicPlace(asset, address, linked)
  else if (liesInDefault(record)) {
    const zone = sharedZone('default-network', 'default VPC', record.source, linked)
    zone.assume('trust', 'dmz', record.source, PUBLIC_SUBNETS)
    asset.assume('zone', zone.id, record.source, PUBLIC_SUBNETS)
  }
}

/** Whether a server may be there for the public, and nothing shows at which address or what its groups let in. */
const maySomehowServe = (
  record: CloudRecord,
  address: PublicAddress | undefined,
  linked: Linked,
): boolean => {
  const { world } = letsIn(record, linked)
  if (world === undefined) return address?.said !== true || address.note !== undefined
  return world && address?.said !== true
}

/** Kinds that the provider puts into the default VPC where no subnet is named for them. */
const IN_DEFAULT_VPC: ReadonlySet<string> = new Set(['aws.instance', 'aws.rds-instance'])

/** A replica lies where its original does. */
const liesInDefault = (record: CloudRecord): boolean =>
  IN_DEFAULT_VPC.has(record.kind) &&
  ['subnets', 'replicaOf', 'interfaces', 'template', 'cluster'].every(
    (name) => record.get(name).state === 'absent',
  )

/** An address of the internet that a machine is given, or is not; the note says whose default that is. */
export interface PublicAddress {
  readonly said: boolean
  readonly source: Source
  readonly note?: string
}

/** Whether a machine is given an address of the internet; `undefined` where that cannot be told. */
export const publicAddressOf = (record: CloudRecord, linked: Linked): PublicAddress | undefined => {
  const attribute = ADDRESSES[record.kind]
  if (attribute === undefined) return undefined
  const given = record.get(attribute)
  const said = given.state === 'known' ? yesNo(given.value) : undefined
  if (typeof said === 'boolean') return { said, source: given.source }
  if (given.state !== 'absent') return undefined
  if (record.kind === 'aws.dms') return { said: true, source: record.source, note: DMS_ADDRESS }
  if (record.kind === 'aws.instance' && liesInDefault(record))
    return { said: true, source: record.source, note: PUBLIC_SUBNETS }
  const subnets = subnetsOf(record, linked).map((one) => one.get('publicByItself'))
  const [first] = subnets
  return first && subnets.every(({ state, value }) => state === 'known' && yesNo(value) === true)
    ? { said: true, source: first.source }
    : undefined
}

const ADDRESSES: Readonly<Record<string, string>> = {
  'aws.instance': 'publicAddress',
  'aws.launch': 'publicAddress',
  'aws.dms': 'public',
}
const DMS_ADDRESS = byDefault(true, 'a replication instance of DMS has a public address', LATER).note

const claimPublicPlace = (asset: AssetDraft, { source, note }: PublicAddress, linked: Linked): void => {
  const zone = sharedZone('public-addresses', 'public addresses', source, linked)
  zone.set('trust', 'dmz', source)
  if (note === undefined) asset.set('zone', zone.id, source)
  else asset.assume('zone', zone.id, source, note)
}

const sharedZone = (id: string, name: string, source: Source, { draft, context }: Linked): EntryDraft => {
  const zone = draft.entry('zones', context.idOf(id), source)
  zone.set('name', name, source)
  return zone
}

/**
 * Whether no subnet of an asset can have a way to the internet: all are described with their VPC, and no gateway is
 * attached to one.
 */
export const isWithoutGateway = (record: CloudRecord, linked: Linked): boolean => {
  const networks = subnetsOf(record, linked).map((subnet) => linked.named(subnet.get('vpc'), subnet)[0])
  const isAttached = (vpc: CloudRecord | undefined) =>
    vpc?.kind !== 'aws.vpc' ||
    linked.naming('aws.gateway-attachment', 'vpc', vpc).some((one) => one.get('gateway').state !== 'absent')
  return networks.length > 0 && !networks.some(isAttached)
}

/** The zone that a subnet belongs to, begun if it is the first. */
const zoneOf = oncePerRecord((subnet: CloudRecord, linked: Linked): string => {
  const { draft, context } = linked
  const [vpc] = linked.named(subnet.get('vpc'), subnet).filter(({ kind }) => kind === 'aws.vpc')
  const { trust, source, note } = reachOf(subnet, vpc, linked)
  const place = vpc === undefined || trust === undefined ? subnet.address : `${vpc.address}.${WORDS[trust]}`
  const zone = draft.entry('zones', context.idOf(place), (vpc ?? subnet).source)
  if (trust === undefined) return zone.id
  if (note === undefined) zone.set('trust', trust, source)
  else zone.assume('trust', trust, source, note)
  return zone.id
})

const WORDS: Readonly<Record<string, string>> = { dmz: 'public', internal: 'private' }

/** Whether a subnet leads to the internet: by addresses that it gives out, or by a route. */
const reachOf = (subnet: CloudRecord, vpc: CloudRecord | undefined, linked: Linked): Reach => {
  const closing = letsNobodyIn(subnet, linked)
  if (closing) return { trust: 'internal', source: closing }
  const addresses = subnet.get('publicByItself')
  if (addresses.state === 'known' && yesNo(addresses.value) === true)
    return { trust: 'dmz', source: addresses.source }
  const tables = tablesOf(subnet, vpc, linked)
  if (tables === undefined) return { trust: undefined, source: subnet.source }
  const routes = tables.flatMap((table) => routesOf(table, linked))
  const open = routes.find(({ leads }) => leads === true)
  if (open) return { trust: 'dmz', source: open.source }
  if (addresses.state === 'unknown' || routes.some(({ leads }) => leads === undefined))
    return { trust: undefined, source: subnet.source }
  const [table] = tables
  return table
    ? { trust: 'internal', source: table.source }
    : { trust: 'internal', source: subnet.source, note: LOCAL_ROUTES }
}

/** The route tables of a subnet, else the main one of its VPC; `undefined` where they are not all described. */
const tablesOf = (
  subnet: CloudRecord,
  vpc: CloudRecord | undefined,
  linked: Linked,
): readonly CloudRecord[] | undefined => {
  const own = tablesIn(linked.naming('aws.route-association', 'subnet', subnet), linked)
  if (own === undefined || own.length > 0) return own
  if (vpc === undefined || hasLooseAssociation(linked)) return undefined
  const main = tablesIn(linked.naming('aws.main-route-association', 'vpc', vpc), linked)
  return main && [...main, ...linked.naming('aws.main-route-table', 'vpc', vpc)]
}

/** Whether it cannot be told of a route table which subnet has it. */
const hasLooseAssociation = onceFor((linked) =>
  linked.of('aws.route-association').some((one) => linked.named(one.get('subnet'), one).length === 0),
)

const TABLES: ReadonlySet<string> = new Set(['aws.route-table', 'aws.main-route-table'])

const tablesIn = (
  associations: readonly CloudRecord[],
  linked: Linked,
): readonly CloudRecord[] | undefined => {
  const tables = associations.map((one) =>
    linked.named(one.get('table'), one).filter(({ kind }) => TABLES.has(kind)),
  )
  return tables.some((one) => one.length === 0) ? undefined : tables.flat()
}

interface RouteOut {
  /** Whether everything is sent to the internet by it; `undefined` where that cannot be told. */
  readonly leads: boolean | undefined
  readonly source: Source
}

const routesOf = (table: CloudRecord, linked: Linked): readonly RouteOut[] => [
  ...table.each('routes').map((route) => routeOut(route, table, linked)),
  ...linked.naming('aws.route', 'table', table).map((route) => routeOut(route, route, linked)),
]

const routeOut = (route: CloudRecord, from: CloudRecord, linked: Linked): RouteOut => {
  const targets = ['to', 'to6'].map((name) => route.get(name))
  const gateway = route.get('gateway')
  if (!targets.some(({ state, value }) => state === 'unknown' || isEverywhere(value)))
    return { leads: false, source: gateway.source }
  const [named] = linked.named(gateway, from)
  if (gateway.state === 'unknown' && !named) return { leads: undefined, source: gateway.source }
  const leads = named ? named.kind === 'aws.internet-gateway' : String(gateway.value).startsWith('igw-')
  return { leads, source: gateway.source }
}

/** Networks are read for what stands in them. */
export const NETWORKS: KindTable = Object.fromEntries(
  [
    'vpc',
    'subnet',
    'subnet-group',
    'route-table',
    'main-route-table',
    'route',
    'route-association',
    'main-route-association',
    'internet-gateway',
    'efs-mount',
    'gateway-attachment',
    'network-list',
    'network-list-rule',
    'network-list-association',
  ].map((kind) => [`aws.${kind}`, {}]),
)

/** Adds to kinds of assets where they stand, and that their passwords are written out. */
export const placed = (kinds: KindTable): KindTable =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, facts]) => [
      kind,
      {
        ...facts,
        also: (record, linked, asset) => {
          facts.also?.(record, linked, asset)
          if (!asset || (facts.asset ?? facts.partOf) === undefined) return
          claimPlace(record, linked, asset)
          claimPasswords(record, asset)
        },
      },
    ]),
  )
