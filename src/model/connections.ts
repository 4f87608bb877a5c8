import { phiClaimOf } from './data-classes.js'
import type { Asset, Flow, Stream } from './description.generated.js'
import { entryNames } from './entry-names.js'
import type { Infrastructure } from './infrastructure.js'
import { type ModelPath, pathOf } from './path.js'
import { copiesOf } from './planned-copies.js'
import { byKeys } from './remembered.js'

/** An end of a flow, or what it passes: an asset and perhaps one of its endpoints, a vendor or a party. */
export interface End {
  readonly kind: 'asset' | 'vendor' | 'party'
  readonly id: string
  readonly endpoint?: string
}

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
  const written = writtenConnections(infrastructure)
  const all = impliedConnections(infrastructure)
  const places = placesBetween(
    written,
    all.filter(({ implied }) => !NEVER_WRITTEN.has(implied)),
  )
  const implied = all.filter((connection) => {
    const between = NEVER_WRITTEN.has(connection.implied) ? [] : (places.get(endsOf(connection)) ?? [])
    const place = between.find((one) => describes(written[one] as Connection, connection))
    if (place !== undefined) written[place] = overlaid(written[place] as Connection, connection)
    return place === undefined
  })
  return implied.length === 0 ? written : [...written, ...implied]
}

/** Where written flows stand that have the ends of others: of a million flows few do. */
const placesBetween = (
  written: readonly Connection[],
  others: readonly Connection[],
): ReadonlyMap<string, readonly number[]> => {
  const starts = new Set(others.map(({ from }) => from.id))
  if (starts.size === 0) return new Map()
  return byKeys(written.keys(), (place) => {
    const connection = written[place] as Connection
    return starts.has(connection.from.id) ? [endsOf(connection)] : []
  })
}

/** A stream of mail has rules of its own, and a script opens its connection elsewhere: no flow is either of them. */
const NEVER_WRITTEN: ReadonlySet<Implied | undefined> = new Set<Implied>(['mail', 'script'])

/**
 * Whether a written flow may be the one that something else implies, told more fully. A flow that is said to carry no
 * ePHI is another than a replica’s or a backup’s, which does; of what is derived its word counts.
 */
const describes = (flow: Connection, { carries, implied }: Connection): boolean =>
  flow.carries.phi !== 'no-phi' || carries.phi !== 'phi' || implied === 'derived'

/** A written flow says how data travels; where it leaves out what, what implies it says so. */
const overlaid = (flow: Connection, { carries, data }: Connection): Connection =>
  flow.carries.phi !== 'unstated' || carries.phi === 'unstated'
    ? flow
    : { ...flow, id: flow.id, carries, data: flow.flow?.data ?? data }

/** Reads `asset`, `asset/endpoint`, a vendor's or a party's id. References were checked when they were read. */
export const endOf = (place: string, infrastructure: Infrastructure): End => {
  const slash = place.indexOf('/')
  const id = slash < 0 ? place : place.slice(0, slash)
  if (infrastructure.asset(id)) {
    return slash < 0 ? { kind: 'asset', id } : { kind: 'asset', id, endpoint: place.slice(slash + 1) }
  }
  return { kind: infrastructure.vendors.has(id) ? 'vendor' : 'party', id }
}

const endsOf = ({ from, to }: Connection): string => `${from.id} ${to.id}`

const writtenConnections = (infrastructure: Infrastructure): Connection[] => {
  const ends = new Map<string, End>()
  const end = (place: string): End => {
    let known = ends.get(place)
    if (!known) {
      known = endOf(place, infrastructure)
      ends.set(place, known)
    }
    return known
  }
  return infrastructure.flows.map((flow, index) => new WrittenConnection(infrastructure, flow, index, end))
}

class WrittenConnection implements Connection {
  readonly path: ModelPath
  readonly from: End
  readonly to: End
  readonly via: readonly End[]
  readonly data: Connection['data']
  readonly carries: Carriage
  readonly #flows: readonly Flow[]
  readonly #index: number
  constructor(
    infrastructure: Infrastructure,
    readonly flow: Flow,
    index: number,
    end: (place: string) => End,
  ) {
    this.path = pathOf('/flows', flow.id ?? String(index))
    this.from = end(flow.from)
    this.to = end(flow.to)
    this.via = flow.via?.map(end) ?? NONE
    this.data = flow.data ?? 'both'
    this.carries = carriage(flow.carries, pathOf(this.path, 'carries'), infrastructure)
    this.#flows = infrastructure.flows
    this.#index = index
  }

  /** A name that does not depend on the order takes a look at all flows: it is made when somebody asks. */
  get id() {
    return entryNames(this.#flows)[this.#index] ?? ''
  }
}

const NONE: readonly End[] = []

const carriage = (
  names: readonly string[] | undefined,
  path: ModelPath,
  { data }: Infrastructure,
): Carriage => {
  if (names === undefined) return { phi: 'unstated', names: [], path }
  const claim = phiClaimOf(names, data)
  return { phi: claim === 'unproven' ? 'unstated' : claim, names, path }
}

const impliedConnections = (infrastructure: Infrastructure): Connection[] => [
  ...infrastructure.assets
    .filter(({ exceptionOf }) => exceptionOf === undefined)
    .flatMap(({ value, path }) => impliedByAsset(value, path, infrastructure)),
  ...copyConnections(infrastructure),
  ...infrastructure.flows.flatMap((flow, index) => archiveOfFlow(flow, index, infrastructure)),
  ...(infrastructure.description.email?.streams ?? []).flatMap((stream) =>
    mailConnections(stream, infrastructure),
  ),
]

/** What a source holds goes along, unless the path says otherwise: nobody stated it, so it follows the source. */
const asHeld = (path: ModelPath): Carriage => ({ phi: 'unstated', names: [], path })

const impliedByAsset = (asset: Asset, path: ModelPath, infrastructure: Infrastructure): Connection[] => {
  const self: End = { kind: 'asset', id: asset.id }
  const at = (implied: Implied, from: End, to: End, key: string, carries: Carriage): Connection => ({
    id: `${from.id}→${to.id} (${IMPLIED_WORDS[implied]})`,
    path: pathOf(path, ...key.split('.')),
    implied,
    from,
    to,
    via: [],
    data: 'to',
    carries,
  })
  const end = (id: string) => endOf(id, infrastructure)
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
  const found: Connection[] = []
  for (const { plan, copy, path, source } of copiesOf(infrastructure)) {
    if (!copy.to) continue
    const to = endOf(copy.to, infrastructure)
    for (const id of source) {
      const from: End = { kind: 'asset', id }
      if (from.id === to.id) continue
      const at = pathOf(path, 'to')
      const carries = { phi: 'phi', names: [], path: at } as const
      found.push({
        id: `${id}→${to.id} (backup copy, ${plan.id})`,
        path: at,
        implied: 'copy',
        from,
        to,
        via: [],
        data: 'to',
        carries,
      })
    }
  }
  return found
}

const archiveOfFlow = (flow: Flow, index: number, infrastructure: Infrastructure): Connection[] => {
  if (!flow.archive || flow.archive === 'none') return []
  const path = pathOf('/flows', flow.id ?? String(index), 'archive')
  const from = endOf(flow.from, infrastructure)
  const to = endOf(flow.archive, infrastructure)
  const carries = carriage(
    flow.carries,
    pathOf('/flows', flow.id ?? String(index), 'carries'),
    infrastructure,
  )
  return [
    { id: `${from.id}→${to.id} (archive)`, path, implied: 'archive', from, to, via: [], data: 'to', carries },
  ]
}

const mailConnections = (stream: Stream, infrastructure: Infrastructure): Connection[] => {
  if (!stream.sender) return []
  const path = pathOf('/email/streams', stream.id)
  const from = endOf(stream.sender, infrastructure)
  const via = (stream.via ?? []).map((place) => endOf(place, infrastructure))
  const carries = carriage(stream.carries, pathOf(path, 'carries'), infrastructure)
  const mail = (stream.to ?? []).map((ref): Connection => {
    const to = endOf(ref, infrastructure)
    return {
      id: `${from.id}→${to.id} (mail, ${stream.id})`,
      path,
      stream,
      implied: 'mail',
      from,
      to,
      via,
      data: 'to',
      carries,
    }
  })
  if (!stream.archive || stream.archive === 'none') return mail
  const to = endOf(stream.archive, infrastructure)
  const id = `${from.id}→${to.id} (mail archive, ${stream.id})`
  const archive: Connection = {
    id,
    path: pathOf(path, 'archive'),
    implied: 'archive',
    from,
    to,
    via: [],
    data: 'to',
    carries,
  }
  return [...mail, archive]
}
