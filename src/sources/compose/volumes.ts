import { isPlain } from '../../model/merge.js'
import { traitsOf } from '../../model/traits.js'
import type { Draft } from '../resources/draft.js'
import type { ReadContext } from '../source.js'
import type { Placed } from '../workloads/flows.js'
import { NFS_IN_CLEAR } from '../workloads/nfs-in-clear.js'
import type { Part } from '../workloads/part.js'
import { type ComposeFile, partIn } from './project.js'
import { each, type Service } from './services.js'

/** What a service mounts. */
export interface Mount {
  /** A path of the host, or the name of a volume. */
  readonly from: string
  readonly to: string
  readonly isPath: boolean
  readonly part: Part
}

/** The mounts of a service, in both forms. */
export const mountsOf = (service: Service): readonly Mount[] =>
  each(service, 'volumes').flatMap(({ part }) => part.items().flatMap(mountAt))

const mountAt = (part: Part): readonly Mount[] => {
  if (isPlain(part.value)) {
    const [from, to, type] = ['source', 'target', 'type'].map((key) => part.at(key).text)
    return from === undefined || to === undefined
      ? []
      : [{ from, to, isPath: type === 'bind' || isPath(from), part }]
  }
  const [from, to] = (part.text ?? '').split(':')
  return from === undefined || from === '' || to === undefined
    ? []
    : [{ from, to, isPath: isPath(from), part }]
}

const isPath = (from: string): boolean => /^[./~\\]|^[A-Za-z]$/.test(from)

/** Folders of a host that let whoever has them do as the host does, and the doors of its engines. */
const HOST_PATHS =
  /^\/(?:$|(?:boot|dev|etc|lib|lib64|proc|root|run|sbin|bin|sys|usr|home)(?:\/|$)|var\/(?:run|lib\/(?:docker|kubelet|containerd))(?:\/|$))|\/(?:docker|containerd|crio|podman)\.sock$/
/** What many mount to share the time of the host, and what says nothing of it. */
const HARMLESS = /^\/(?:etc\/(?:localtime|timezone|ssl|pki)|dev\/(?:shm|null|urandom))(?:\/|$)/

/** The mount that lets a service get at its host, if there is one. */
export const hostMount = (mounts: readonly Mount[]): Mount | undefined =>
  mounts.find(
    ({ from, isPath: path }) =>
      path && HOST_PATHS.test(from.replace(/\/+$/, '') || '/') && !HARMLESS.test(from),
  )

/** Claims volumes: those that lie elsewhere in the network, and those of what is no store itself. */
export const claimVolumes = (
  services: readonly { readonly service: Service; readonly placed: Placed | undefined }[],
  files: readonly ComposeFile[],
  draft: Draft,
  context: ReadContext,
): void => {
  for (const { service, placed } of services) {
    if (!placed) continue
    for (const mount of mountsOf(service).filter((one) => !one.isPath)) {
      const declared = files
        .map((file) => partIn(file, 'volumes', context.address(`volumes.${mount.from}`)).at(mount.from))
        .find(({ isThere }) => isThere)
      const type = declared?.at('driver_opts', 'type').text ?? ''
      if (declared && /^(?:nfs4?|cifs)$/.test(type)) claimShare(mount, type, declared, placed, draft, context)
      else if (!traitsOf(placed.kind).stores) claimDisk(mount, declared ?? mount.part, placed, draft, context)
    }
  }
}

const claimDisk = (mount: Mount, part: Part, placed: Placed, draft: Draft, context: ReadContext): void => {
  const address = `volumes.${mount.from}`
  const asset = draft.asset(context.idOf(address), mount.part.source)
  if (asset.stated('kind') !== undefined) return
  asset.set('kind', 'block-volume', mount.part.source)
  asset.set('address', context.address(address), part.isThere ? part.source : mount.part.source)
  asset.set('derivedFrom', placed.id, mount.part.source)
}

const claimShare = (
  mount: Mount,
  type: string,
  part: Part,
  placed: Placed,
  draft: Draft,
  context: ReadContext,
): void => {
  const address = `volumes.${mount.from}`
  const options = part.at('driver_opts', 'o')
  const [port, protocol] = type === 'cifs' ? ([445, 'smb'] as const) : ([2049, 'nfs'] as const)
  const asset = draft.asset(context.idOf(address), part.source)
  asset.set('kind', 'file-share', part.source)
  asset.set('address', context.address(address), part.source)
  const endpoint = asset.endpoint(port, protocol, part.source)
  const sealed = new RegExp(protocol === 'smb' ? '(?:^|,)seal(?:,|$)' : '(?:^|,)sec=krb5p(?:,|$)').test(
    options.text ?? '',
  )
  if (sealed) endpoint.set('encryption', 'required', options.source)
  else if (protocol === 'nfs') endpoint.assume('encryption', 'none', part.source, NFS_IN_CLEAR)
  draft.flow({ from: placed.id, to: `${asset.id}/${port}`, protocol }, mount.part.source)
}
