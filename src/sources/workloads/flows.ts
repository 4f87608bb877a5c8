import type { AssetKind, Flow } from '../../model/description.generated.js'
import type { Draft } from '../resources/draft.js'
import type { ReadContext } from '../source.js'
import type { KnownPort } from './ports.js'
import { type LooseUse, looseUsesOf, type Use, usesOf } from './uses.js'
import type { Container, Target, Workload } from './workload.js'

/** A part of a workload that became an asset. */
export interface Placed {
  readonly workload: Workload
  readonly containers: readonly Container[]
  /** The id of its asset. */
  readonly id: string
  readonly address: string
  readonly kind: AssetKind
  readonly ports: readonly KnownPort[]
}

/** Everything that became an asset, by the address of the workload. */
export type Placement = ReadonlyMap<string, readonly Placed[]>

/** A flow that was claimed, and where it leads. */
export interface ClaimedFlow {
  readonly from: string
  readonly to: string
  readonly kind: AssetKind | undefined
}

/** Claims whom the containers of a workload connect to. */
export const claimFlows = (
  one: Placed,
  placement: Placement,
  draft: Draft,
  context: ReadContext,
): readonly ClaimedFlow[] => {
  const flows = new Map<string, { flow: Flow; use: Use; kind: AssetKind | undefined }>()
  const note = (use: Use, to: End): void => {
    if (to.id === one.id) return
    const key = `${to.id} ${to.port ?? ''}`
    const flow = flowOf(one.id, to, use)
    const known = flows.get(key)
    if (!known || (known.flow.encryption === undefined && flow.encryption !== undefined))
      flows.set(key, { flow, use, kind: to.kind })
  }
  for (const container of one.containers) {
    const uses = usesOf(container)
    for (const use of uses) {
      const to = endOf(use, one, placement, draft, context)
      if (to) note(use, to)
    }
    for (const use of looseUsesOf(container, uses)) claimLoose(use, one, draft, context)
  }
  for (const { flow, use } of flows.values()) draft.flow(flow, use.source)
  return [...flows.values()].map(({ flow, kind }) => ({ from: one.id, to: plain(flow.to), kind }))
}

const plain = (place: string): string => place.split('/')[0] ?? place

/** Claims that a workload talks to what it waits for, unless more is known of that. */
export const claimNeeds = (
  one: Placed,
  placement: Placement,
  draft: Draft,
  known: readonly ClaimedFlow[],
): void => {
  const seen = new Set(known.map(({ to }) => to))
  for (const { address, source } of one.workload.needs) {
    const [target] = placement.get(address) ?? []
    if (!target || target.id === one.id || target.ports.length === 0 || seen.has(target.id)) continue
    seen.add(target.id)
    draft.flow({ from: one.id, to: target.id }, source)
  }
}

interface End {
  readonly id: string
  readonly port?: number
  readonly protocol?: string
  readonly kind?: AssetKind
  readonly sealed: boolean
}

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0)$/

const endOf = (
  use: Use,
  one: Placed,
  placement: Placement,
  draft: Draft,
  context: ReadContext,
): End | undefined => {
  if (LOCAL.test(use.host)) return undefined
  const target = one.workload.resolve(use.host)
  if (target === undefined) return elsewhere(use, draft, context)
  return 'host' in target
    ? elsewhere({ ...use, host: target.host, sure: true }, draft, context)
    : endAt(target, use, placement)
}

const endAt = (target: Target, use: Use, placement: Placement): End | undefined => {
  const parts = placement.get(target.address) ?? []
  const asked = use.port === undefined ? undefined : target.port(use.port)
  const has = ({ ports }: Placed): boolean =>
    ports.some(({ port, protocol }) => (asked === undefined ? protocol === use.protocol : port === asked))
  const part = parts.find(has) ?? parts[0]
  if (!part) return undefined
  const port =
    part.ports.find((one) => one.port === asked) ??
    part.ports.find(({ protocol }) => use.protocol !== undefined && protocol === use.protocol) ??
    (part.ports.length === 1 && asked === undefined ? part.ports[0] : undefined)
  return {
    id: part.id,
    kind: part.kind,
    sealed: part.workload.sealed !== undefined,
    ...(port ? { port: port.port, protocol: port.protocol } : {}),
  }
}

/** What is kept where a protocol is spoken; only such hosts become assets that nobody described. */
const KEEPS: Readonly<Record<string, AssetKind>> = {
  postgresql: 'relational-database',
  mysql: 'relational-database',
  mssql: 'relational-database',
  oracle: 'relational-database',
  mongodb: 'document-store',
  redis: 'cache',
  amqp: 'queue',
  kafka: 'stream',
  dicom: 'document-store',
  mllp: 'integration-engine',
  ldap: 'identity-provider',
  ftp: 'file-share',
  sftp: 'file-share',
}

/** A host outside of what is described: an asset of which only its name is known. */
const elsewhere = (use: Use, draft: Draft, context: ReadContext): End | undefined => {
  const kind = KEEPS[use.protocol ?? '']
  if (!use.sure || kind === undefined || !/[.:]/.test(use.host) || SAMPLE.test(use.host)) return undefined
  return beginElsewhere(`Host/${use.host}`, kind, use, draft, context)
}

/** Names that stand for others in examples (RFC 2606), and what cannot be told. */
const SAMPLE = /(?:^|\.)(?:example(?:\.(?:com|org|net))?|invalid|test)$/

const beginElsewhere = (
  address: string,
  kind: AssetKind,
  { source, protocol }: Pick<Use, 'source' | 'protocol'>,
  draft: Draft,
  context: ReadContext,
): End => {
  const asset = draft.asset(context.idOf(address), source)
  if (asset.stated('kind') === undefined) {
    asset.set('kind', kind, source)
    asset.set('address', context.address(address), source)
  }
  return { id: asset.id, kind, sealed: false, ...(protocol === undefined ? {} : { protocol }) }
}

/** TLS is turned off for a protocol, and whom it is spoken with stands elsewhere: in a store of secrets, for example. */
const claimLoose = (use: LooseUse, one: Placed, draft: Draft, context: ReadContext): void => {
  const kind = KEEPS[use.protocol]
  if (kind === undefined) return
  const to = beginElsewhere(`${one.address}/${use.protocol}`, kind, use, draft, context)
  draft.flow(
    { from: one.id, to: to.id, protocol: use.protocol as never, encryption: { enabled: false } },
    use.source,
  )
}

const flowOf = (from: string, to: End, { protocol = to.protocol, encrypted, verify }: Use): Flow => {
  // A port has been found, so that its own protocol and encryption hold.
  const place = to.port === undefined ? to.id : `${to.id}/${to.port}`
  const isWeb = protocol === 'http' || protocol === 'https'
  const tls = to.sealed ? undefined : encrypted
  return {
    from,
    to: place,
    ...(protocol === undefined ? {} : { protocol: protocol as never }),
    ...(tls === undefined || isWeb
      ? {}
      : { encryption: tls ? { enabled: true, protocol: 'tls' } : { enabled: false } }),
    ...(verify === undefined || tls === false ? {} : { client: { verify } }),
  } as Flow
}
