import { traitsOf } from '../../model/traits.js'
import type { EntryDraft } from '../resources/draft.js'
import { yesNo } from '../resources/facts.js'
import { type Claim, claim, defaultOf } from '../workloads/claim.js'
import type { Placed } from '../workloads/flows.js'
import { NFS_IN_CLEAR } from '../workloads/nfs-in-clear.js'
import type { Part } from '../workloads/part.js'
import type { Cluster } from './cluster.js'
import { beginAsset, type Edge } from './edge.js'
import type { Manifest } from './manifest.js'
import { type PodOwner, podOwners } from './pods.js'

/** A claim of storage, and who mounts it. */
interface Volume {
  readonly claim: Manifest | undefined
  /** What it asks for: a claim, or the template of one. */
  readonly part: Part
  readonly users: Placed[]
}

/** Claims volumes. One that a store alone mounts is the disk of that store, and says of it what it is; others are assets. */
export const claimStorage = (edge: Edge): void => {
  const { cluster, placement } = edge
  const volumes = new Map<string, Volume>()
  for (const one of cluster.of('PersistentVolumeClaim'))
    volumes.set(one.address, { claim: one, part: one.part, users: [] })
  for (const owner of podOwners(cluster)) {
    const [placed] = placement.get(owner.manifest.address) ?? []
    if (!placed) continue
    for (const name of claimsOf(owner.pod))
      volumes
        .get(cluster.named('PersistentVolumeClaim', owner.manifest.namespace, name)?.address ?? '')
        ?.users.push(placed)
    for (const template of owner.manifest.part.at('spec', 'volumeClaimTemplates').items())
      volumes.set(`${owner.manifest.address}/${template.at('metadata', 'name').text}`, {
        claim: undefined,
        part: template,
        users: [placed],
      })
    claimShares(owner, placed, cluster)
  }
  for (const volume of volumes.values()) claimVolume(volume, cluster)
}

const claimsOf = (pod: Part): readonly string[] =>
  pod
    .at('volumes')
    .items()
    .flatMap((volume) => volume.at('persistentVolumeClaim', 'claimName').text ?? [])

const claimVolume = ({ claim: manifest, part, users }: Volume, cluster: Cluster): void => {
  const storage = storageOf(part, cluster)
  const [user, ...others] = users
  const encryption = encryptionOf(storage)
  if (user && others.length === 0 && traitsOf(user.kind).stores && !storage.isShared) {
    const asset = cluster.draft.asset(user.id, user.workload.source)
    if (encryption) claimEncryption(asset, encryption)
    claimKey(asset, storage.parameters)
    return
  }
  if (!manifest) {
    if (user && encryption) claimEncryption(cluster.draft.asset(user.id, user.workload.source), encryption)
    return
  }
  const asset = beginAsset(manifest, storage.isShared ? 'file-share' : 'block-volume', cluster)
  if (encryption) claimEncryption(asset, encryption)
  claimKey(asset, storage.parameters)
  if (!storage.isShared) {
    if (user) asset.set('derivedFrom', user.id, user.workload.source)
    return
  }
  const endpoint = asset.endpoint(2049, 'nfs', storage.source)
  if (storage.transit) endpoint.set('encryption', 'required', storage.transit.source)
  claim(endpoint, 'exposure', {
    value: 'internal',
    source: storage.source,
    note: defaultOf('Kubernetes', 'nodes mount it within their network'),
  })
  for (const one of users)
    cluster.draft.flow(
      { from: one.id, to: `${asset.id}/2049`, protocol: 'nfs' },
      storage.transit?.source ?? part.source,
    )
}

interface Storage {
  readonly provisioner: string
  readonly parameters: Part
  readonly source: Part['source']
  /** Whether many nodes mount it over the network. */
  readonly isShared: boolean
  /** The option by which it is mounted over TLS. */
  readonly transit?: Part
}

const SHARED = /(?:^|\.)(?:efs|nfs|filestore|file|cephfs|fsx|glusterfs)(?:\.|$)|nfs/

const storageOf = (part: Part, cluster: Cluster): Storage => {
  const named = part.at('spec', 'storageClassName')
  const chosen = named.isThere
    ? cluster.named('StorageClass', '', named.text)
    : cluster
        .of('StorageClass')
        .find(
          (one) =>
            one.part.at('metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class').truth ===
            true,
        )
  const provisioner = chosen?.part.at('provisioner').text ?? ''
  const transit = chosen?.part
    .at('mountOptions')
    .items()
    .find(({ text }) => text === 'tls' || text === 'sec=krb5p')
  return {
    provisioner,
    parameters: chosen?.part.at('parameters') ?? part.at('parameters'),
    source: chosen?.part.source ?? part.source,
    isShared: SHARED.test(provisioner),
    ...(transit ? { transit } : {}),
  }
}

const EBS = /ebs\.csi\.(?:aws\.com|eks\.amazonaws\.com)$|aws-ebs$/
const GOOGLE = /pd\.csi\.storage\.gke\.io$|gce-pd$|filestore\.csi\.storage\.gke\.io$/
const AZURE = /(?:disk|file)\.csi\.azure\.com$|azure-(?:disk|file)$/

/** What a class of storage says of encryption, and what its cloud does where it says nothing. */
const encryptionOf = ({ provisioner, parameters, source }: Storage): Claim<boolean> | undefined => {
  const said = parameters.at('encrypted')
  const value = yesNo(said.text) as boolean | undefined
  if (value !== undefined) return { value, source: said.source }
  if (said.isThere) return undefined
  if (EBS.test(provisioner))
    return {
      value: false,
      source,
      note: defaultOf('AWS', 'EBS does not encrypt, unless the account was told to'),
    }
  if (GOOGLE.test(provisioner))
    return { value: true, source, note: defaultOf('Google Cloud', 'disks are always encrypted') }
  return AZURE.test(provisioner)
    ? { value: true, source, note: defaultOf('Azure', 'disks and file shares are always encrypted') }
    : undefined
}

const claimEncryption = (asset: EntryDraft, encryption: Claim<boolean>): void => {
  claim(asset, 'encryptionAtRest.enabled', encryption)
  if (encryption.value) claim(asset, 'encryptionAtRest.layer', { ...encryption, value: 'volume' })
}

const KEYS: readonly (readonly [parameter: string, manager: string])[] = [
  ['kmsKeyId', 'aws-kms'],
  ['disk-encryption-kms-key', 'gcp-kms'],
  ['diskEncryptionSetID', 'azure-key-vault'],
]

const claimKey = (asset: EntryDraft, parameters: Part): void => {
  for (const [name, manager] of KEYS) {
    const key = parameters.at(name)
    if (!key.isThere) continue
    asset.set('encryptionAtRest.key', { manager, customerManaged: true }, key.source)
    if (manager !== 'aws-kms') asset.set('encryptionAtRest.enabled', true, key.source)
  }
}

/** Shares of other machines that a pod mounts by itself. */
const claimShares = ({ pod }: PodOwner, placed: Placed, { draft, context }: Cluster): void => {
  for (const volume of pod.at('volumes').items()) {
    const server = volume.at('nfs', 'server')
    if (server.text === undefined) continue
    const address = `Host/${server.text}`
    const asset = draft.asset(context.idOf(address), server.source)
    asset.set('kind', 'file-share', server.source)
    asset.set('address', context.address(address), server.source)
    asset.endpoint(2049, 'nfs', server.source).assume('encryption', 'none', server.source, NFS_IN_CLEAR)
    draft.flow({ from: placed.id, to: `${asset.id}/2049`, protocol: 'nfs' }, server.source)
  }
}
