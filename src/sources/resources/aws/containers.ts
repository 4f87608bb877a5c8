import { isPlain } from '../../../model/merge.js'
import type { AssetDraft } from '../draft.js'
import { type Also, yesNo } from '../facts.js'
import { jsonIn } from '../json-text.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { claimVariables } from './secrets.js'

/** What a function or a container gets in its environment shows what it talks to. */
export const claimUses = (record: CloudRecord, given: Given, linked: Linked, asset: AssetDraft): void => {
  for (const target of linked.named(given, record)) {
    const store = linked.assetOf(target)
    if (!store || store.id === asset.id || store.stated('kind') === 'secret-store') continue
    linked.draft.flow({ from: asset.id, to: store.id }, given.source)
  }
}

/** A task of ECS: its privileges, the secrets in its environment, and what it mounts. */
export const task: Also = (record, linked, asset) => {
  if (!asset) return
  const given = record.get('containers')
  claimUses(record, given, linked, asset)
  const containers = containersIn(given)
  const said = (key: string) => containers?.some((one) => yesNo(one[key] ?? one[upper(key)]) === true)
  for (const one of containers ?? [])
    claimVariables(one['environment'] ?? one['Environment'], asset, given.source)
  if (containers) {
    asset.set('container.privileged', said('privileged') ?? false, given.source)
    const users = containers.map(userOf)
    if (users.some((user) => user === 'root' || user === '0'))
      asset.set('container.runsAsRoot', true, given.source)
    else if (users.every((user) => user !== undefined)) asset.set('container.runsAsRoot', false, given.source)
  }
  const network = record.get('network')
  if (network.state === 'known') asset.set('container.hostAccess', network.value === 'host', network.source)
  for (const volume of record.each('volumes')) claimVolume(volume, record, linked, asset)
}

/** A group may stand behind the user: `0:0`. */
const userOf = (container: Readonly<Record<string, unknown>>): string | undefined => {
  const user = container['user'] ?? container['User']
  return typeof user === 'string' && user !== '' ? user.split(':')[0] : undefined
}

const upper = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)

const containersIn = (given: Given): readonly Record<string, unknown>[] | undefined => {
  const list = parsed(given)
  return Array.isArray(list) ? list.filter(isPlain) : undefined
}

const parsed = ({ state, value }: Given): unknown => {
  if (state !== 'known') return undefined
  return typeof value === 'string' ? jsonIn(value) : value
}

/** A job of AWS Batch runs in one container. */
export const job: Also = (record, _linked, asset) => {
  const given = record.get('container')
  const container = parsed(given)
  if (!asset || !isPlain(container)) return
  claimVariables(container['environment'] ?? container['Environment'], asset, given.source)
  const said = yesNo(container['privileged'] ?? container['Privileged'] ?? false)
  if (said !== undefined) asset.set('container.privileged', said, given.source)
}

/** A file system that is mounted: without transit encryption its data crosses the network in clear. */
const claimVolume = (volume: CloudRecord, record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const given = volume.get('fileSystem')
  const transit = volume.get('transit')
  if (given.state === 'absent' || transit.state === 'unknown') return
  const [known] = linked.named(given, record).flatMap((one) => linked.assetOf(one) ?? [])
  const store = known ?? shareElsewhere(given, record, linked)
  if (store.id === asset.id) return
  linked.draft.flow(
    { from: asset.id, to: store.id, encryption: { enabled: transit.value === 'ENABLED' } },
    transit.state === 'known' ? transit.source : given.source,
  )
}

/** A file system that is described elsewhere: that it is there and is mounted is known, and nothing else. */
const shareElsewhere = (given: Given, record: CloudRecord, { draft, context }: Linked): AssetDraft => {
  const name = typeof given.value === 'string' ? given.value : (given.refs[0] ?? 'file-system')
  const address = `${record.address}.${name.replace(/[^\w.-]+/g, '-')}`
  const share = draft.asset(context.idOf(address), given.source)
  share.set('kind', 'file-share', given.source)
  share.set('address', context.address(address), given.source)
  return share
}
