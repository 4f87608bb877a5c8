import { RESERVED_KEYS } from '../documents/document.js'
import type { AssetDraft } from '../resources/draft.js'
import { claim, defaultOf } from '../workloads/claim.js'
import { imageText } from '../workloads/image.js'
import type { Part } from '../workloads/part.js'
import { intervalOf } from '../workloads/schedule.js'
import { wordsOf } from '../workloads/words.js'
import type { Container, DeclaredPort, Workload } from '../workloads/workload.js'
import type { Cluster } from './cluster.js'
import { environmentOf } from './environment.js'
import { type Manifest, textsOf } from './manifest.js'
import { sealOf } from './mesh.js'
import { operatedHosts, operatedWorkloads } from './operators.js'
import { type PodOwner, runningContainers } from './pods.js'
import { hostAccessOf, privilegedOf, runsAsRootOf } from './privileges.js'
import { exposureOf, resolved, type Services } from './services.js'

/** Makes a workload of everything that makes pods. */
export const workloadsOf = (
  owners: readonly PodOwner[],
  services: Services,
  cluster: Cluster,
): readonly Workload[] => {
  const operated = operatedHosts(cluster)
  return [
    ...owners.map((owner) => workloadOf(owner, services, cluster, operated)),
    ...operatedWorkloads(cluster),
  ]
}

const workloadOf = (
  owner: PodOwner,
  services: Services,
  cluster: Cluster,
  operated: ReadonlyMap<string, string>,
): Workload => {
  const { manifest, pod, isJob } = owner
  const { namespace, part, address } = manifest
  const sealed = sealOf(owner, cluster)
  const schedule = part.at('spec', 'schedule')
  const interval = intervalOf(schedule.text ?? '')
  const runs = part.at('spec', 'suspend').truth !== true
  return {
    address,
    source: part.source,
    isJob,
    containers: runningContainers(pod).map((one) => containerOf(one, namespace, cluster)),
    exposure: exposureOf(owner, services),
    resolve: (host) => resolved(host, namespace, services, operated),
    needs: [],
    ...(sealed ? { sealed } : {}),
    ...(interval !== undefined && runs ? { schedule: { value: interval, source: schedule.source } } : {}),
    describe: (asset) => describe(owner, asset),
  }
}

const containerOf = (part: Part, namespace: string, cluster: Cluster): Container => {
  const named = part.at('image')
  const image = imageText(named.value, named.text)
  return {
    name: part.at('name').text ?? 'container',
    source: part.source,
    ...(image === undefined ? {} : { image: { value: image, source: named.source } }),
    environment: environmentOf(part, namespace, cluster),
    words: wordsOf(
      // Variables of a shell are no variables of the manifest: the words are taken as they are written.
      ['command', 'args'].flatMap((key) =>
        part
          .at(key)
          .items()
          .flatMap(({ value, source }) => (typeof value === 'string' ? [{ text: value, source }] : [])),
      ),
    ),
    ports: part.at('ports').items().flatMap(portAt),
  }
}

const portAt = (part: Part): readonly DeclaredPort[] => {
  const port = part.at('containerPort').number
  const name = part.at('name').text
  if (port === undefined || !Number.isInteger(port) || port < 1 || port > 65535) return []
  return [
    {
      port,
      transport: part.at('protocol').text === 'UDP' ? 'udp' : 'tcp',
      ...(name === undefined ? {} : { name }),
      source: part.source,
    },
  ]
}

const describe = ({ manifest, pod, isJob }: PodOwner, asset: AssetDraft): void => {
  claim(asset, 'container.privileged', privilegedOf(pod))
  claim(asset, 'container.hostAccess', hostAccessOf(pod))
  const root = runsAsRootOf(pod)
  if (root) claim(asset, 'container.runsAsRoot', root)
  const replicas = manifest.part.at('spec', 'replicas')
  if (replicas.number !== undefined) asset.set('availability.instances', replicas.number, replicas.source)
  else if (!replicas.isThere && !isJob && ONE_BY_DEFAULT.has(manifest.kind))
    asset.assume(
      'availability.instances',
      1,
      manifest.part.source,
      defaultOf('Kubernetes', 'one pod is kept running'),
    )
  const tags = tagsOf(manifest)
  if (Object.keys(tags).length > 0) asset.set('tags', tags, manifest.part.at('metadata').source)
}

const ONE_BY_DEFAULT: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'Pod'])

/** Labels and the namespace, by which a description can choose resources. */
export const tagsOf = ({ part, namespace }: Manifest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...textsOf(part.at('metadata', 'labels')),
      ...(namespace === '' ? [] : [['namespace', namespace] as const]),
    ]
      .filter(
        ([key, value]) => !RESERVED_KEYS.has(key) && key.length < 100 && value !== '' && value.length < 100,
      )
      .slice(0, MOST_TAGS),
  )

const MOST_TAGS = 50
