import type { AssetDraft, EntryDraft } from '../resources/draft.js'
import { type Claim, claim } from './claim.js'
import { protocolOf } from './protocols.js'
import { type EndpointFacts, type FoundFacts, portFacts, type Software, softwareOf } from './software.js'
import type { Container, Workload } from './workload.js'

/** A port of an asset, and what is spoken there. */
export interface KnownPort {
  readonly port: number
  readonly protocol: string
}

/** Claims where a container listens, who gets there, whether it encrypts and whether it asks for a log-in. */
export const claimPorts = (
  container: Container,
  workload: Workload,
  asset: AssetDraft,
): readonly KnownPort[] => {
  const software = softwareOf(container.image?.value)
  const facts = software ? portFacts(software, container) : []
  return portsOf(container, software).flatMap(({ port, protocol, source, known }) => {
    const own = known ? facts.filter(({ of }) => of === undefined || of.includes(protocol)) : []
    if (lastOf(own, 'closed')?.value === true) return []
    const encryption = workload.sealed ? undefined : lastOf(own, 'encryption')
    const spoken = webProtocol(protocol, encryption?.value)
    const endpoint = asset.endpoint(port, spoken, source)
    const exposure = workload.exposure(port, container)
    if (exposure) claim(endpoint, 'exposure', exposure)
    // The protocol of the web says itself whether it is encrypted.
    if (encryption && !(WEB.has(spoken) && encryption.value !== 'optional'))
      claimFound(endpoint, 'encryption', encryption, source)
    if (workload.sealed) endpoint.set('encryption', 'required', workload.sealed.source)
    claimRest(endpoint, own, source)
    return [{ port, protocol: spoken }]
  })
}

const WEB: ReadonlySet<string> = new Set(['http', 'https'])

const webProtocol = (protocol: string, encryption: EndpointFacts['encryption']): string => {
  if (protocol === 'http' && encryption === 'required') return 'https'
  return protocol === 'https' && encryption === 'none' ? 'http' : protocol
}

const claimRest = (endpoint: EntryDraft, facts: readonly FoundFacts[], source: Container['source']): void => {
  const auth = lastOf(facts, 'auth')
  if (auth) claimFound(endpoint, 'auth', auth, source)
  const versions = lastOf(facts, 'versions')
  if (versions) claimFound(endpoint, 'tls.versions', versions, source)
  const certificates = lastOf(facts, 'clientCertificates')
  if (certificates) claimFound(endpoint, 'tls.clientCertificates', certificates, source)
}

interface Found<T> {
  readonly value: T
  readonly by: FoundFacts
}

/** What counts: what is said later counts before what is said earlier, and all before defaults. */
const lastOf = <const K extends keyof EndpointFacts>(
  facts: readonly FoundFacts[],
  key: K,
): Found<NonNullable<EndpointFacts[K]>> | undefined => {
  const by = facts.findLast((one) => one.facts[key] !== undefined)
  const value = by?.facts[key]
  return by === undefined || value === undefined ? undefined : { value: value as never, by }
}

const claimFound = (
  endpoint: EntryDraft,
  path: string,
  { value, by }: Found<unknown>,
  source: Container['source'],
): void => {
  const found: Claim<unknown> = {
    value,
    source: by.source ?? source,
    ...(by.note === undefined ? {} : { note: by.note }),
  }
  claim(endpoint, path, found)
}

interface ListedPort extends KnownPort {
  readonly source: Container['source']
  /** Whether it is one of the ports of the software. */
  readonly known: boolean
}

/** The ports of the software, then those that are declared besides. */
const portsOf = (container: Container, software: Software | undefined): readonly ListedPort[] => {
  const declared = new Map(container.ports.map((one) => [one.port, one]))
  const own = (software?.ports ?? []).map(([port, protocol]) => ({
    port,
    protocol,
    source: declared.get(port)?.source ?? container.image?.source ?? container.source,
    known: true,
  }))
  const others = [...declared.values()]
    .filter(({ port }) => !own.some((one) => one.port === port))
    .flatMap((one) => {
      const protocol = protocolOf(one)
      const known = software?.ports.some(([, its]) => its === protocol) === true
      return protocol === undefined ? [] : [{ port: one.port, protocol, source: one.source, known }]
    })
  return [...own, ...others].slice(0, MOST)
}

/** Nobody declares more ports of one container one by one. */
const MOST = 200
