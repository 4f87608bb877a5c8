import { parseDuration } from '../../model/scalars/duration.js'
import { traitsOf } from '../../model/traits.js'
import type { Part } from '../workloads/part.js'
import { intervalOf } from '../workloads/schedule.js'
import { meets } from './cluster.js'
import type { Edge } from './edge.js'
import { type Manifest, textsOf } from './manifest.js'

/** Claims the schedules of Velero: what runs in the namespaces that they take, and stores data, is copied. */
export const claimBackups = ({ cluster, placement }: Edge): void => {
  for (const schedule of cluster.of('Schedule', 'velero.io')) {
    const { part, address } = schedule
    const template = part.at('spec', 'template')
    const stores = [...placement.values()]
      .flat()
      .filter(
        ({ kind, workload }) =>
          traitsOf(kind).stores && isTaken(template, workload.address, cluster.manifests),
      )
      .map(({ id }) => id)
    if (stores.length === 0 || part.at('spec', 'paused').truth === true) continue
    const plan = cluster.draft.entry('backupPlans', cluster.context.idOf(address), part.source)
    plan.set('covers', { id: stores }, part.source)
    const frequency = intervalOf(part.at('spec', 'schedule').text ?? '')
    const retention = keptFor(template.at('ttl'))
    plan.set(
      'copies',
      [
        {
          ...(frequency === undefined ? {} : { frequency }),
          ...(retention === undefined ? {} : { retention }),
        },
      ],
      part.at('spec', 'schedule').source,
    )
  }
}

const isTaken = (template: Part, address: string, manifests: readonly Manifest[]): boolean => {
  const owner = manifests.find((one) => one.address === address)
  if (!owner) return false
  const [included, excluded] = ['includedNamespaces', 'excludedNamespaces'].map((key) =>
    template
      .at(key)
      .items()
      .flatMap(({ text }) => text ?? []),
  )
  const isIn = (included ?? []).length === 0 || included?.includes('*') || included?.includes(owner.namespace)
  const wanted = textsOf(template.at('labelSelector', 'matchLabels'))
  return (
    isIn === true &&
    copiesVolumes(template) &&
    excluded?.includes(owner.namespace) !== true &&
    meets(textsOf(owner.part.at('metadata', 'labels')), wanted)
  )
}

/** What narrows a backup in other ways may leave out any volume. */
const NARROWING = [
  ['labelSelector', 'matchExpressions'],
  ['orLabelSelectors'],
  ['includedResources'],
  ['includedNamespaceScopedResources'],
  ['resourcePolicy'],
]

const copiesVolumes = (template: Part): boolean =>
  !NARROWING.some((route) => {
    const named = template.at(...route)
    return named.isThere && !named.items().some(({ text }) => text === '*')
  }) &&
  (template.at('snapshotVolumes').truth !== false || template.at('defaultVolumesToFsBackup').truth === true)

/** `720h0m0s` of Go. */
const keptFor = (part: Part): string | undefined => {
  const hours = /^(\d{1,7})h(?:0m)?(?:0s)?$/.exec(part.text ?? '')?.[1]
  if (hours === undefined) return undefined
  const text = Number(hours) % 24 === 0 ? `P${Number(hours) / 24}D` : `PT${hours}H`
  return parseDuration(text) === undefined ? undefined : text
}
