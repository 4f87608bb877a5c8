import type { AssetKind } from '../../model/description.generated.js'
import type { Source } from '../../model/layer.js'
import type { AssetDraft } from '../resources/draft.js'
import type { Placement } from '../workloads/flows.js'
import type { Cluster } from './cluster.js'
import type { Manifest } from './manifest.js'
import { podPort, type Services, servicePort } from './services.js'
import { tagsOf } from './workloads.js'

/** What is needed to lead from the edge of a cluster to what runs in it. */
export interface Edge {
  readonly cluster: Cluster
  readonly services: Services
  readonly placement: Placement
}

/** Begins the asset of a manifest. */
export const beginAsset = (manifest: Manifest, kind: AssetKind, { draft, context }: Cluster): AssetDraft => {
  const { part, address } = manifest
  const asset = draft.asset(context.idOf(address), part.source)
  asset.set('kind', kind, part.source)
  asset.set('address', context.address(address), part.source)
  const tags = tagsOf(manifest)
  if (Object.keys(tags).length > 0) asset.set('tags', tags, part.source)
  return asset
}

/** A service that something at the edge passes requests on to. */
export interface Backend {
  readonly namespace: string
  readonly name: string | undefined
  /** Its number or its name. */
  readonly port: number | string | undefined
  /** Whether requests are sent on over TLS, where that is written. */
  readonly encrypted?: boolean
  readonly source: Source
}

/** Claims that requests go on to the pods behind a service. */
export const claimBackend = (
  asset: AssetDraft,
  backend: Backend,
  { cluster, services, placement }: Edge,
): void => {
  const linked = services.named(backend.namespace, backend.name)
  const asked = typeof backend.port === 'string' && linked ? servicePort(linked, backend.port) : backend.port
  for (const owner of linked?.owners ?? []) {
    const [placed] = placement.get(owner.manifest.address) ?? []
    if (!placed || !linked) continue
    const wanted = typeof asked === 'number' ? podPort(linked, asked) : undefined
    const port = placed.ports.find((one) => one.port === wanted)
    cluster.draft.flow(
      {
        from: asset.id,
        to: port ? `${placed.id}/${port.port}` : placed.id,
        ...(backend.encrypted === undefined
          ? {}
          : backend.encrypted
            ? { protocol: 'https' as const, encryption: { enabled: true, protocol: 'tls' as const } }
            : { protocol: 'http' as const }),
      },
      backend.source,
    )
  }
}
