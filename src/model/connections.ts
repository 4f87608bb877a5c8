import type { Asset, Flow, Stream } from './description.generated.js'
import type { Infrastructure } from './infrastructure.js'
import { type ModelPath, pathOf } from './path.js'
import { type End, placesOf } from './places.js'
import { copiesOf } from './planned-copies.js'
import { byKeys } from './remembered.js'
import { carriage, type WrittenFlow, writtenFlows } from './written-flows.js'

export type { End } from './places.js'

/** Why a connection exists without anybody having written it as a flow. */
export type Implied = 'replica' | 'copy' | 'audit-log' | 'archive' | 'script' | 'derived' | 'mail'

/** What a connection carries: ePHI, none, or what nobody stated. */
export interface Carriage {
  readonly phi: 'phi' | 'no-phi' | 'unstated'
  /** The names as stated. */
  readonly names: readonly string[]
  /** Where it is, or would be, stated. */
  readonly path: ModelPath
}

/** Data on its way: a flow that was written, or one that something else implies. */
export interface Connection {
  readonly id: string
  readonly path: ModelPath
  readonly flow?: Flow
  readonly stream?: Stream
  readonly implied?: Implied
  /** Who opens it. */
  readonly from: End
  readonly to: End
  readonly via: readonly End[]
  /** Which end data goes to. */
  readonly data: 'both' | 'to' | 'from'
  readonly carries: Carriage
}

/** Every connection: the written flows first, then what is implied and not written as well. */
export const connectionsOf = (infrastructure: Infrastructure): readonly Connection[] => {
  const written = writtenFlows(infrastructure)
  const all = impliedConnections(infrastructure)
  const places = placesBetween(
    written,
    all.filter(({ implied }) => !NEVER_WRITTEN.has(implied)),
  )
  const implied = all.filter((connection) => {
    const between = NEVER_WRITTEN.has(connection.implied) ? [] : (places.get(endsOf(connection)) ?? [])
    const place = between.find((one) => describes(written[one] as WrittenFlow, connection))
    if (place !== undefined) written[place] = (written[place] as WrittenFlow).toldWith(connection)
    return place === undefined
  })
  return implied.length === 0 ? written : [...written, ...implied]
}

/** Where written flows stand that have the ends of others: of a million flows few do. */
const placesBetween = (
  written: readonly Connection[],
  others: readonly Connection[],
): ReadonlyMap<string, readonly number[]> => {
  if (others.length === 0) return new Map()
  const starts = new Set(others.map(({ from }) => from.id))
  const targets = new Set(others.map(({ to }) => to.id))
  const places = written.flatMap(({ from, to }, place) =>
    targets.has(to.id) && starts.has(from.id) ? [place] : [],
  )
  return byKeys(places, (place) => [endsOf(written[place] as Connection)])
}

/** A stream of mail has rules of its own, and a script opens its connection elsewhere: no flow is either of them. */
const NEVER_WRITTEN: ReadonlySet<Implied | undefined> = new Set<Implied>(['mail', 'script'])

/**
 * Whether a written flow may be the one that something else implies, told more fully. A flow that is said to carry no
 * ePHI is another than a replica’s or a backup’s, which does; of what is derived its word counts.
 */
const describes = (flow: Connection, { carries, implied }: Connection): boolean =>
  flow.carries.phi !== 'no-phi' || carries.phi !== 'phi' || implied === 'derived'

const endsOf = ({ from, to }: Connection): string => `${from.id} ${to.id}`

const impliedConnections = (infrastructure: Infrastructure): Connection[] => [
  ...infrastructure.assets
    .filter(({ exceptionOf }) => exceptionOf === undefined)
    .flatMap(({ value, path }) => impliedByAsset(value, path, infrastructure)),
  ...copyConnections(infrastructure),
  ...archivesOfFlows(infrastructure),
  ...(infrastructure.description.email?.streams ?? []).flatMap((stream) =>
    mailConnections(stream, infrastructure),
  ),
]

/** What a source holds goes along, unless the path says otherwise: nobody stated it, so it follows the source. */
const asHeld = (path: ModelPath): Carriage => ({ phi: 'unstated', names: [], path })

/** Data that goes from one end to the other, because of what stands at a path. */
const implying = (
  implied: Implied,
  [from, to]: readonly [End, End],
  path: ModelPath,
  carries: Carriage,
  words = IMPLIED_WORDS[implied],
): Connection => ({
  id: `${from.id}→${to.id} (${words})`,
  path,
  implied,
  from,
  to,
  via: [],
  data: 'to',
  carries,
})

const impliedByAsset = (asset: Asset, path: ModelPath, infrastructure: Infrastructure): Connection[] => {
  const { end } = placesOf(infrastructure)
  const self = end(asset.id)
  const at = (implied: Implied, from: End, to: End, key: string, carries: Carriage): Connection =>
    implying(implied, [from, to], pathOf(path, ...key.split('.')), carries)
  const held = (key: string): Carriage =>
    asset.holds === undefined
      ? { ...asHeld(pathOf(path, key)), phi: 'phi' }
      : carriage(asset.holds, pathOf(path, 'holds'), infrastructure)
  const found: Connection[] = []
  if (asset.replicaOf)
    found.push(at('replica', end(asset.replicaOf), self, 'replicaOf', followed('replicaOf', path)))
  if (asset.derivedFrom)
    found.push(at('derived', end(asset.derivedFrom), self, 'derivedFrom', held('derivedFrom')))
  const destination = asset.audit?.destination
  if (destination && destination !== 'none') {
    const carries = logCarriage(asset.audit?.containsPhi, pathOf(path, 'audit', 'containsPhi'))
    found.push(at('audit-log', self, end(destination), 'audit.destination', carries))
  }
  for (const script of asset.thirdPartyScripts ?? []) {
    found.push(
      at('script', self, end(script.vendor), 'thirdPartyScripts', scriptCarriage(script.pages, path)),
    )
  }
  return found
}

/** Why a connection exists that nobody wrote, in words. */
export const IMPLIED_WORDS: Readonly<Record<Implied, string>> = {
  replica: 'replica',
  copy: 'backup copy',
  'audit-log': 'audit log',
  archive: 'archive',
  script: 'third-party script',
  derived: 'derived data',
  mail: 'mail',
}

const followed = (key: string, path: ModelPath): Carriage => ({
  phi: 'phi',
  names: [],
  path: pathOf(path, key),
})

const logCarriage = (containsPhi: boolean | undefined, path: ModelPath): Carriage => ({
  phi: containsPhi === undefined ? 'unstated' : containsPhi ? 'phi' : 'no-phi',
  names: [],
  path,
})

/** A script on public pages alone sees no ePHI; on pages where the visitor is known it sees what the page shows. */
const scriptCarriage = (pages: readonly string[] | undefined, path: ModelPath): Carriage => {
  const where = pathOf(path, 'thirdPartyScripts')
  if (pages === undefined) return asHeld(where)
  const all = pages.every((page) => page === 'public')
  return { phi: all ? 'no-phi' : 'phi', names: [], path: where }
}

const copyConnections = (infrastructure: Infrastructure): Connection[] => {
  const { end } = placesOf(infrastructure)
  const found: Connection[] = []
  for (const { plan, copy, path, source } of copiesOf(infrastructure)) {
    if (!copy.to) continue
    const to = end(copy.to)
    for (const id of source) {
      const from = end(id)
      if (from.id === to.id) continue
      const at = pathOf(path, 'to')
      const carries = { phi: 'phi', names: [], path: at } as const
      found.push(implying('copy', [from, to], at, carries, `${IMPLIED_WORDS.copy}, ${plan.id}`))
    }
  }
  return found
}

const archivesOfFlows = (infrastructure: Infrastructure): Connection[] => {
  const { flows } = infrastructure
  const found: Connection[] = []
  for (let index = 0; index < flows.length; index++) {
    const { archive } = flows[index] as Flow
    if (archive && archive !== 'none') found.push(archiveOfFlow(index, archive, infrastructure))
  }
  return found
}

const archiveOfFlow = (index: number, archive: string, infrastructure: Infrastructure): Connection => {
  const { end } = placesOf(infrastructure)
  const flow = infrastructure.flows[index] as Flow
  const its = pathOf('/flows', flow.id ?? String(index))
  const carries = carriage(flow.carries, pathOf(its, 'carries'), infrastructure)
  return implying('archive', [end(flow.from), end(archive)], pathOf(its, 'archive'), carries)
}

const mailConnections = (stream: Stream, infrastructure: Infrastructure): Connection[] => {
  if (!stream.sender) return []
  const path = pathOf('/email/streams', stream.id)
  const { end } = placesOf(infrastructure)
  const from = end(stream.sender)
  const via = (stream.via ?? []).map(end)
  const carries = carriage(stream.carries, pathOf(path, 'carries'), infrastructure)
  const mail = (stream.to ?? []).map((ref) => ({
    ...implying('mail', [from, end(ref)], path, carries, `${IMPLIED_WORDS.mail}, ${stream.id}`),
    stream,
    via,
  }))
  if (!stream.archive || stream.archive === 'none') return mail
  const ends = [from, end(stream.archive)] as const
  return [...mail, implying('archive', ends, pathOf(path, 'archive'), carries, `mail archive, ${stream.id}`)]
}
