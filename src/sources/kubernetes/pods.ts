import type { Part } from '../workloads/part.js'
import type { Cluster } from './cluster.js'
import { type Manifest, textsOf } from './manifest.js'

/** The template of the pods of a resource, and what has to be known of the whole. */
export interface PodOwner {
  readonly manifest: Manifest
  /** The specification of a pod. */
  readonly pod: Part
  readonly labels: ReadonlyMap<string, string>
  readonly isJob: boolean
}

interface Owner {
  /** Where the template of the pods stands. */
  readonly template: readonly string[]
  readonly isJob?: boolean
}

/** Kinds that make pods. */
const OWNERS: Readonly<Record<string, Owner>> = {
  Deployment: { template: ['spec', 'template'] },
  StatefulSet: { template: ['spec', 'template'] },
  DaemonSet: { template: ['spec', 'template'] },
  ReplicaSet: { template: ['spec', 'template'] },
  ReplicationController: { template: ['spec', 'template'] },
  DeploymentConfig: { template: ['spec', 'template'] },
  Rollout: { template: ['spec', 'template'] },
  Pod: { template: [] },
  Job: { template: ['spec', 'template'], isJob: true },
  CronJob: { template: ['spec', 'jobTemplate', 'spec', 'template'], isJob: true },
}

/** The kinds that make pods. */
export const POD_KINDS: readonly string[] = [...Object.keys(OWNERS), 'Service']

/** Every resource that makes pods. */
export const podOwners = ({ manifests }: Cluster): readonly PodOwner[] =>
  manifests.flatMap((manifest) => {
    const { kind, group, part } = manifest
    const owner =
      kind === 'Service'
        ? group === 'serving.knative.dev'
          ? OWNERS['Deployment']
          : undefined
        : ownerOf(kind)
    if (!owner) return []
    const template = part.at(...owner.template)
    const pod = template.at('spec')
    return [
      { manifest, pod, labels: textsOf(template.at('metadata', 'labels')), isJob: owner.isJob === true },
    ]
  })

const ownerOf = (kind: string): Owner | undefined => (Object.hasOwn(OWNERS, kind) ? OWNERS[kind] : undefined)

/** The containers of a pod that run as long as it does: those that start first and stay are among them. */
export const runningContainers = (pod: Part): readonly Part[] => [
  ...pod.at('containers').items(),
  ...pod
    .at('initContainers')
    .items()
    .filter((one) => one.at('restartPolicy').text === 'Always'),
]

/** Every container of a pod, with those that run before the others and those that debug. */
export const allContainers = (pod: Part): readonly Part[] =>
  ['containers', 'initContainers', 'ephemeralContainers'].flatMap((key) => pod.at(key).items())
