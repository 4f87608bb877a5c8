import type { AssetDraft } from '../draft.js'
import { type Also, type KindTable, yesNo } from '../facts.js'
import { claimFunctionNetwork, type FunctionNetwork } from '../function-network.js'
import type { Linked } from '../linked.js'
import { claimOpenings, isSpokenOver, WATCHED_PORTS } from '../openings.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { claimUses, job, task } from './containers.js'
import { claimKey } from './keys.js'
import { publicAddressOf } from './networks.js'
import { claimSecretsOf } from './secrets.js'
import { letsIn, openingOf, openingsOf } from './security-groups.js'
import { claimEbsDefault } from './storage.js'
import { byDefault, LATER } from './words.js'

const PLAIN_DISKS = byDefault(
  false,
  'EBS does not encrypt, unless the account was told to or the image of the disk is encrypted',
)

/** Every disk has to be encrypted for a server to be. */
const claimDisks = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const disks = [...record.each('root'), ...record.each('disks')].map((disk) => disk.get('encrypted'))
  const plain = disks.find(({ state, value }) => state === 'known' && yesNo(value) === false)
  if (plain) asset.set('encryptionAtRest.enabled', false, plain.source)
  else if (disks.some(({ state }) => state === 'unknown')) return
  else if (
    disks.length > 0 &&
    record.each('root').length > 0 &&
    disks.every(({ value }) => yesNo(value) === true)
  )
    asset.set('encryptionAtRest.enabled', true, (disks[0] as Given).source)
  else asset.assume('encryptionAtRest.enabled', PLAIN_DISKS.value, record.source, PLAIN_DISKS.note)
  claimEbsDefault(linked, asset)
}

const server: Also = (record, linked, asset) => {
  if (!asset) return
  claimDisks(record, linked, asset)
  const address = publicAddressOf(record, linked)
  if (address?.said !== true) return
  const open = letsIn(record, linked).openings.filter(({ world }) => world === true)
  for (const opening of open) {
    const { from, to, transport, source } = opening
    const watched = WATCHED_PORTS.filter(
      ([port, protocol]) => from <= port && port <= to && isSpokenOver(protocol, transport),
    )
    // What else is let in is something that the server shows to the public, whatever it speaks.
    const shown = watched.length > 0 ? watched : [[Math.max(from, 1), 'other'] as const]
    for (const [port, protocol] of shown) {
      const endpoint = asset.endpoint(port, protocol, source)
      if (address.note === undefined) endpoint.set('exposure', 'public', source)
      else endpoint.assume('exposure', 'public', source, address.note)
    }
  }
}

const LAMBDA_NETWORK: FunctionNetwork = {
  id: 'lambda-network',
  name: 'network of AWS Lambda',
  note: byDefault(
    '',
    'a function that is in no VPC runs in one of Lambda, with access to the internet',
    LATER,
  ).note,
}

const lambda: Also = (record, linked, asset) => {
  if (!asset) return
  if (record.get('subnets').state === 'absent') claimFunctionNetwork(record, linked, asset, LAMBDA_NETWORK)
  claimUses(record, record.get('environment'), linked, asset)
  claimSecretsOf(record.get('environment'), asset)
  for (const permission of linked.naming('aws.lambda-permission', 'function', record)) {
    const principal = permission.get('principal')
    const narrowed = ['sourceArn', 'sourceAccount', 'organisation'].some(
      (name) => permission.get(name).state !== 'absent',
    )
    if (principal.value === '*' && !narrowed) asset.set('access.anonymous', true, principal.source)
  }
  for (const url of linked.naming('aws.lambda-url', 'function', record)) {
    const how = url.get('authorization')
    const endpoint = asset.endpoint(443, 'https', url.source)
    endpoint.set('exposure', 'public', url.source)
    if (how.state === 'known') endpoint.set('auth', how.value === 'NONE' ? 'none' : 'token', how.source)
  }
}

/** Events go from where they arise to the function. */
const eventSource: Also = (record, linked) => {
  const given = record.get('events')
  const [from] = linked.named(given, record).flatMap((one) => linked.assetOf(one) ?? [])
  const [to] = linked.named(record.get('function'), record).flatMap((one) => linked.assetOf(one) ?? [])
  if (from && to && from.id !== to.id)
    linked.draft.flow({ from: to.id, to: from.id, data: 'from' }, given.source)
}

const subscription: Also = (record, linked) => {
  const given = record.get('endpoint')
  const [from] = linked.named(record.get('topic'), record).flatMap((one) => linked.assetOf(one) ?? [])
  const [to] = linked.named(given, record).flatMap((one) => linked.assetOf(one) ?? [])
  const protocol = record.get('protocol').value
  if (from && to && from.id !== to.id)
    linked.draft.flow(
      { from: from.id, to: to.id, data: 'to', ...(protocol === 'http' ? { protocol: 'http' as const } : {}) },
      given.source,
    )
}

const cluster: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [open, networks] = [record.get('public'), record.get('publicNetworks')]
  const world = networks.state === 'absent' || [networks.value].flat().includes('0.0.0.0/0')
  const said = open.state === 'known' ? yesNo(open.value) : undefined
  if (said === false) endpoint.set('exposure', 'internal', open.source)
  else if (said === true && networks.state !== 'unknown')
    endpoint.set('exposure', world ? 'public' : 'partner', open.source)
  else if (open.state === 'absent')
    endpoint.assume(
      'exposure',
      world ? 'public' : 'partner',
      record.source,
      byDefault('', 'the control plane of EKS answers the internet').note,
    )
  const logs = record.get('logs')
  if (logs.state === 'known') asset.set('audit.enabled', [logs.value].flat().includes('audit'), logs.source)
  if (logs.state === 'absent')
    asset.assume('audit.enabled', false, record.source, byDefault('', 'EKS keeps no audit log').note)
  claimKey(record, 'key', linked, asset)
}

const volumes: Also = (record, linked, asset) => {
  const disks = ['rootEncrypted', 'userEncrypted'].map((name) => record.get(name))
  if (!asset) return
  const own = linked.draft.asset(linked.context.idOf(`${record.address}.volumes`), record.source)
  own.set('kind', 'block-volume', record.source)
  own.set('runsOn', asset.id, record.source)
  own.set('address', linked.context.address(`${record.address}.volumes`), record.source)
  const plain = disks.find(({ state, value }) => state === 'absent' || yesNo(value) === false)
  if (plain?.state === 'absent')
    own.assume(
      'encryptionAtRest.enabled',
      false,
      record.source,
      byDefault('', 'WorkSpaces does not encrypt its disks').note,
    )
  else if (plain) own.set('encryptionAtRest.enabled', false, plain.source)
  else if (disks.every(({ value }) => yesNo(value) === true))
    own.set('encryptionAtRest.enabled', true, (disks[0] as Given).source)
}

const TRANSFER_PORTS: Readonly<Record<string, readonly [number, string]>> = {
  SFTP: [22, 'sftp'],
  FTP: [21, 'ftp'],
}

const transfer: Also = (record, _linked, asset) => {
  const protocols = record.get('protocols')
  const list = protocols.state === 'absent' ? ['SFTP'] : [protocols.value].flat()
  if (!asset || protocols.state === 'unknown') return
  const type = record.get('endpointType')
  for (const [port, protocol] of list.flatMap((one) =>
    TRANSFER_PORTS[String(one)] ? [TRANSFER_PORTS[String(one)] as readonly [number, string]] : [],
  )) {
    const endpoint = asset.endpoint(port, protocol, protocols.source)
    if (type.state === 'known')
      endpoint.set('exposure', type.value === 'PUBLIC' ? 'public' : 'internal', type.source)
  }
}

/** Servers, functions, containers, desktops, and the groups that guard them. */
export const COMPUTE: KindTable = {
  'aws.instance': { asset: 'server', vendor: 'aws', also: server },
  'aws.launch': { asset: 'server', vendor: 'aws', also: server },
  'aws.security-group': {
    also: (record, linked) => claimOpenings(record, openingsOf(record, linked), linked),
  },
  'aws.security-group-rule': { also: looseRule },
  'aws.security-group-ingress': { also: looseRule },
  'aws.lambda': { asset: 'function', vendor: 'aws', also: lambda },
  'aws.lambda-permission': {},
  'aws.lambda-url': {},
  'aws.event-source': { also: eventSource },
  'aws.subscription': { also: subscription },
  'aws.ecs-task': { asset: 'container', vendor: 'aws', also: task },
  'aws.ecs-service': { partOf: 'task' },
  'aws.batch-job': { asset: 'container', vendor: 'aws', also: job },
  'aws.eks': { asset: 'cluster', vendor: 'aws', also: cluster },
  'aws.workspace': { asset: 'vdi', vendor: 'aws', also: volumes },
  'aws.transfer': { asset: 'integration-engine', vendor: 'aws', also: transfer },
  'aws.notebook': { asset: 'ai-service', vendor: 'aws' },
}

/** A rule of a group that is described elsewhere. */
function looseRule(record: CloudRecord, linked: Linked): void {
  const direction = record.get('direction')
  if (direction.state !== 'absent' && direction.value !== 'ingress') return
  if (linked.named(record.get('group'), record).some(({ kind }) => kind === 'aws.security-group')) return
  claimOpenings(record, [openingOf(record, record, linked)], linked)
}
