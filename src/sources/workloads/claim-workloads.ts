import type { AssetKind } from '../../model/description.generated.js'
import { traitsOf } from '../../model/traits.js'
import type { AssetDraft, Draft } from '../resources/draft.js'
import type { ReadContext } from '../source.js'
import { claimBackup } from './backup.js'
import { claimFlows, claimNeeds, type Placed, type Placement } from './flows.js'
import { imageOf, versionOf } from './image.js'
import { claimPorts } from './ports.js'
import { claimContainerSecrets } from './secrets.js'
import { softwareOf } from './software.js'
import type { Container, Workload } from './workload.js'

/** Claims assets, endpoints, flows and backups of what runs in containers. */
export const claimWorkloads = (
  workloads: readonly Workload[],
  draft: Draft,
  context: ReadContext,
): Placement => {
  const placement = new Map(
    workloads.map((workload) => [
      workload.address,
      partsOf(workload).map((part) => claimPart(workload, part, draft, context)),
    ]),
  )
  for (const one of [...placement.values()].flat()) {
    const flows = claimFlows(one, placement, draft, context)
    claimNeeds(one, placement, draft, flows)
    claimBackup(one, flows, draft)
  }
  return placement
}

interface Part {
  readonly address: string
  readonly containers: readonly Container[]
  readonly kind: AssetKind
}

/** The containers of a workload are one asset, but for stores that run beside another program. */
const partsOf = (workload: Workload): readonly Part[] => {
  const [main, ...others] = workload.containers
  const beside = others.filter((one) => traitsOf(kindOf(one)).stores)
  const rest = workload.containers.filter((one) => !beside.includes(one))
  const otherwise = workload.kind ?? (workload.isJob ? 'function' : 'container')
  return [
    { address: workload.address, containers: rest, kind: (main && kindOf(main)) ?? otherwise },
    ...beside.map((one) => ({
      address: `${workload.address}/${one.name}`,
      containers: [one],
      kind: kindOf(one) ?? otherwise,
    })),
  ]
}

const kindOf = ({ image }: Container): AssetKind | undefined => softwareOf(image?.value)?.kind

const claimPart = (
  workload: Workload,
  { address, containers, kind }: Part,
  draft: Draft,
  context: ReadContext,
): Placed => {
  const [main] = containers
  const asset = draft.asset(context.idOf(address), workload.source)
  asset.set('kind', workload.isJob && !traitsOf(kind).stores ? 'function' : kind, kindSource(workload, main))
  asset.set('address', context.address(address), workload.source)
  workload.describe(asset)
  if (main) claimProduct(main, asset)
  for (const container of containers) claimContainerSecrets(asset, container)
  const ports = workload.isJob
    ? []
    : containers.flatMap((container) => claimPorts(container, workload, asset))
  return { workload, containers, id: asset.id, address, kind, ports }
}

const kindSource = (workload: Workload, main: Container | undefined) =>
  main && kindOf(main) ? (main.image?.source ?? workload.source) : workload.source

/** What software it is can be read; whether what somebody built himself is a product cannot. */
const claimProduct = ({ image }: Container, asset: AssetDraft): void => {
  if (image === undefined || !softwareOf(image.value)) return
  const { name, tag } = imageOf(image.value)
  const version = versionOf(tag)
  asset.set('product.name', name, image.source)
  if (version !== undefined) asset.set('product.version', version, image.source)
}
