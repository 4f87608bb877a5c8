import type { Claim } from '../workloads/claim.js'
import { type Cluster, selects } from './cluster.js'
import type { Manifest } from './manifest.js'
import type { PodOwner } from './pods.js'

const ISTIO = 'security.istio.io'

/** Where a policy for the whole mesh stands. */
const ROOT_NAMESPACE = 'istio-system'

/**
 * Whether the mesh takes nothing in clear for a pod: the nearest `PeerAuthentication` of Istio counts, that of the pod
 * before that of its namespace, and this before that of the mesh.
 */
export const sealOf = ({ manifest, labels }: PodOwner, cluster: Cluster): Claim<true> | undefined => {
  const policies = cluster.of('PeerAuthentication', ISTIO)
  if (policies.length === 0 || labels.get('sidecar.istio.io/inject') === 'false') return undefined
  const own = policies.filter(({ namespace }) => namespace === manifest.namespace)
  const selector = (one: Manifest) => one.part.at('spec', 'selector')
  const policy =
    own.find((one) => selector(one).isThere && selects(selector(one), labels)) ??
    own.find((one) => !selector(one).isThere) ??
    policies.find((one) => one.namespace === ROOT_NAMESPACE && !selector(one).isThere)
  const mode = policy?.part.at('spec', 'mtls', 'mode')
  if (mode?.text !== 'STRICT') return undefined
  const exceptions = policy?.part.at('spec', 'portLevelMtls')
  return exceptions?.isThere ? undefined : { value: true, source: mode.source }
}
