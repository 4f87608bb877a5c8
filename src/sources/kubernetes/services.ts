import { byKeys, rememberedOf } from '../../model/remembered.js'
import { isEverywhere, isPrivate } from '../workloads/addresses.js'
import { type Claim, defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import type { Container, Elsewhere, Exposure, Target } from '../workloads/workload.js'
import { type Cluster, meets } from './cluster.js'
import { type Manifest, textsOf } from './manifest.js'
import { allContainers, type PodOwner } from './pods.js'

/** A service, and the pods that its selector chooses. */
export interface LinkedService {
  readonly service: Manifest
  readonly owners: readonly PodOwner[]
}

/** The services of a cluster, found by their names and by the pods behind them. */
export interface Services {
  readonly all: readonly LinkedService[]
  behind(owner: PodOwner): readonly LinkedService[]
  named(namespace: string, name: string | undefined): LinkedService | undefined
}

/** Links services with pods: the labels of pods meet selectors within a namespace. */
export const servicesOf = (cluster: Cluster, owners: readonly PodOwner[]): Services => {
  const byNamespace = byKeys(owners, ({ manifest }) => [manifest.namespace])
  const all = cluster.of('Service', '').map((service): LinkedService => {
    const selector = textsOf(service.part.at('spec', 'selector'))
    const near = byNamespace.get(service.namespace) ?? []
    return {
      service,
      owners:
        selector.size === 0 ? [] : near.filter(({ labels, isJob }) => !isJob && meets(labels, selector)),
    }
  })
  const byOwner = byKeys(all, (one) => one.owners)
  const byName = new Map(all.map((one) => [`${one.service.namespace}/${one.service.name}`, one]))
  return {
    all,
    behind: (owner) => byOwner.get(owner) ?? [],
    named: (namespace, name) => byName.get(`${namespace}/${name}`) ?? byName.get(`/${name}`),
  }
}

/** The port of a pod behind a port of a service. */
export const podPort = ({ service, owners }: LinkedService, asked: number): number => {
  const port = service.part
    .at('spec', 'ports')
    .items()
    .find((one) => one.at('port').number === asked)
  const target = port?.at('targetPort')
  return target?.number ?? namedPort(owners[0], target?.text) ?? asked
}

/** The number behind a name of a port of a service. */
export const servicePort = ({ service }: LinkedService, name: string | undefined): number | undefined =>
  service.part
    .at('spec', 'ports')
    .items()
    .find((one) => one.at('name').text === name)
    ?.at('port').number

const namedPort = (owner: PodOwner | undefined, name: string | undefined): number | undefined =>
  owner && name !== undefined
    ? allContainers(owner.pod)
        .flatMap((container) => container.at('ports').items())
        .find((port) => port.at('name').text === name)
        ?.at('containerPort').number
    : undefined

/** Who listens at a name of DNS, seen from a namespace: `db`, `db.data`, `db.data.svc.cluster.local`, `db-0.db`. */
export const resolved = (
  host: string,
  namespace: string,
  services: Services,
  operated: ReadonlyMap<string, string>,
): Target | Elsewhere | undefined => {
  const parts = host.replace(/\.$/, '').split('.')
  const end = parts.indexOf('svc')
  const short = end > 0 ? parts.slice(0, end) : parts
  const [first, second, third] = short
  const found =
    (short.length === 1 ? services.named(namespace, first) : undefined) ??
    (short.length === 2
      ? (services.named(second ?? '', first) ?? podOf(services, namespace, first, second))
      : undefined) ??
    (short.length === 3 ? podOf(services, third ?? '', first, second) : undefined)
  // Operators make services that no manifest names.
  const made = operated.get(`${short.length > 1 ? second : namespace}/${first}`)
  if (!found) return made === undefined ? undefined : { address: made, port: (asked) => asked }
  const external = found.service.part.at('spec', 'externalName').text
  if (external !== undefined) return { host: external }
  const [owner] = found.owners
  return owner && { address: owner.manifest.address, port: (asked) => podPort(found, asked) }
}

/** `db-0.db` is the first pod of a stateful set. */
const podOf = (
  services: Services,
  namespace: string,
  pod: string | undefined,
  name: string | undefined,
): LinkedService | undefined => (/-\d+$/.test(pod ?? '') ? services.named(namespace, name) : undefined)

const KUBERNETES = 'Kubernetes'
const INSIDE = defaultOf(KUBERNETES, 'a service that says no type is reached inside of the cluster')
const POD = defaultOf(KUBERNETES, 'a pod that no service leads to is reached inside of the cluster')
const BALANCER = defaultOf(
  KUBERNETES,
  'a service of type LoadBalancer is reached from outside of the cluster',
)
const AWS_INTERNAL = defaultOf('AWS Load Balancer Controller', 'a network load balancer is internal')

/** Who reaches a port of a pod, by the services that lead there. `undefined` where that depends on its host. */
export const exposureOf =
  (owner: PodOwner, services: Services) =>
  (port: number, container: Container): Claim<Exposure> | undefined => {
    if (onHost(owner.pod, port)) return undefined
    const leading = services.behind(owner).flatMap((one) => {
      const { ports, exposure } = leadingBy(one)
      return ports.filter((leadsTo) => leadsTo === port).map(() => exposure)
    })
    if (leading.some((one) => one === undefined)) return leading.find((one) => one?.value === 'public')
    const claims = leading.flatMap((one) => one ?? [])
    const widest = WIDEST.map((value) => claims.find((one) => one.value === value)).find(Boolean)
    return widest ?? { value: 'internal', source: container.source, note: POD }
  }

/** The ports of its pods that a service leads to, and who reaches it: asked for each of the pods behind it. */
const leadingBy = rememberedOf((one: LinkedService) => ({
  ports: one.service.part
    .at('spec', 'ports')
    .items()
    .map((item) => podPort(one, item.at('port').number ?? 0)),
  exposure: exposureBy(one.service),
}))

const WIDEST: readonly Exposure[] = ['public', 'partner', 'internal']

const onHost = (pod: Part, port: number): boolean =>
  pod.at('hostNetwork').truth === true ||
  allContainers(pod).some((container) =>
    container
      .at('ports')
      .items()
      .some((one) => one.at('containerPort').number === port && one.at('hostPort').isThere),
  )

/** Who reaches a service; what is open at every node depends on where the nodes stand. */
export const exposureBy = ({ part }: Manifest): Claim<Exposure> | undefined => {
  const type = part.at('spec', 'type')
  const isInside = !type.isThere || type.text === 'ClusterIP'
  if (isInside && part.at('spec', 'externalIPs').items().length > 0) return undefined
  if (!type.isThere) return { value: 'internal', source: part.source, note: INSIDE }
  if (type.text === 'ClusterIP') return { value: 'internal', source: type.source }
  if (type.text !== 'LoadBalancer') return undefined
  return (
    insideByAnnotation(part) ??
    byRanges(part.at('spec', 'loadBalancerSourceRanges')) ??
    byController(part, type)
  )
}

/** Annotations by which clouds make a load balancer internal, and the values that do so. */
const INTERNAL: readonly (readonly [name: string, value: RegExp])[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^(?:true|0\.0\.0\.0\/0)$/],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/],
  ['networking.gke.io/load-balancer-type', /^internal$/i],
  ['cloud.google.com/load-balancer-type', /^internal$/i],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', /^true$/],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', /^true$/],
]

const insideByAnnotation = (part: Part): Claim<Exposure> | undefined => {
  for (const [name, value] of INTERNAL) {
    const annotation = part.at('metadata', 'annotations', name)
    if (value.test(annotation.text ?? '')) return { value: 'internal', source: annotation.source }
  }
  const facing = part.at('metadata', 'annotations', 'service.beta.kubernetes.io/aws-load-balancer-scheme')
  return facing.text === 'internet-facing' ? { value: 'public', source: facing.source } : undefined
}

const byRanges = (part: Part): Claim<Exposure> | undefined => {
  const ranges = part.items().map(({ text }) => text)
  if (ranges.length === 0 || ranges.some((one) => one === undefined || isEverywhere(one))) return undefined
  const isInside = ranges.every((one) => one !== undefined && isPrivate(one))
  return { value: isInside ? 'internal' : 'partner', source: part.source }
}

const byController = (part: Part, type: Part): Claim<Exposure> => {
  const named = part.at('metadata', 'annotations', 'service.beta.kubernetes.io/aws-load-balancer-type')
  const ofAws =
    part.at('spec', 'loadBalancerClass').text === 'service.k8s.aws/nlb' ||
    /^(?:external|nlb-ip)$/.test(named.text ?? '')
  return ofAws
    ? { value: 'internal', source: type.source, note: AWS_INTERNAL }
    : { value: 'public', source: type.source, note: BALANCER }
}
