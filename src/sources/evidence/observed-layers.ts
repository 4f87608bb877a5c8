import type { Endpoint } from '../../model/description.generated.js'
import type { AssetEntry, Infrastructure } from '../../model/infrastructure.js'
import type { Layer, Route, Source } from '../../model/layer.js'
import { identityOf, isPlain } from '../../model/merge.js'
import { addDuration } from '../../model/scalars/day.js'
import type { Duration } from '../../model/scalars/duration.js'
import type { DayText } from '../../model/scalars/text.js'
import type { Document } from '../documents/document.js'
import { type ClaimBuilder, claimBuilder } from './claim-builder.js'
import { type ImportedPlace, type Matched, thingMatcher } from './match-things.js'
import { instantOf, type ReadObservation } from './read-evidence-file.js'

/** An observation that makes no fact, and why. */
export interface Unused {
  readonly read: ReadObservation
  readonly why: string
}

/** What observations claim, and what became of those that claim nothing. */
export interface Observed {
  readonly layers: readonly Layer[]
  readonly used: readonly ReadObservation[]
  /** What could not be seen. */
  readonly notProven: readonly Unused[]
  /** What was seen, and is too old, or of nothing that is described. */
  readonly notUsed: readonly Unused[]
}

/** What observations are held against. */
export interface Described {
  readonly infrastructure: Infrastructure
  readonly imported: readonly ImportedPlace[]
  readonly documentNumber: (document: Document) => number
}

/** By what observations are taken. */
export interface EvidenceOptions {
  /** How old an observation may be. */
  readonly maxAge: Duration
  /** The same, as it was written. */
  readonly maxAgeText: string
  readonly today: DayText
}

/**
 * Makes claims of what was observed of things that are described. Of two observations of one thing the later counts.
 */
export const observedLayers = (
  observations: readonly ReadObservation[],
  { infrastructure, imported, documentNumber }: Described,
  options: EvidenceOptions,
): Observed => {
  const match = thingMatcher(infrastructure, imported)
  const builders = { observed: claimBuilder(), imported: claimBuilder() }
  const [used, notProven, notUsed]: [ReadObservation[], Unused[], Unused[]] = [[], [], []]
  for (const read of [...observations].sort(byTime)) {
    const { observation } = read
    const tooOld = untimely(observation.observedAt, options)
    if (observation.state === 'not-proven') notProven.push({ read, why: observation.reason })
    else if (tooOld !== undefined) notUsed.push({ read, why: tooOld })
    else {
      const matched = match(observation.about)
      if ('why' in matched) notUsed.push({ read, why: matched.why })
      else {
        used.push(read)
        const builder = builders[observation.of === 'configuration' ? 'imported' : 'observed']
        for (const thing of matched.found) claim(builder, thing, read, documentNumber(read.document))
      }
    }
  }
  const layers = [builders.imported.layer('imported'), builders.observed.layer('observed')]
  return { layers: layers.filter((layer) => layer !== undefined), used, notProven, notUsed }
}

const byTime = (one: ReadObservation, other: ReadObservation): number =>
  instantOf(one.observation.observedAt) - instantOf(other.observation.observedAt)

const untimely = (observedAt: string, { maxAge, today }: EvidenceOptions): string | undefined => {
  const day = new Date(instantOf(observedAt)).toISOString().slice(0, 10) as DayText
  if (day > today) return `it was seen on ${day}, after the day on which is judged`
  const ends = addDuration(day, maxAge)
  return ends !== undefined && ends < today ? `it was seen on ${day}, too long ago (--max-age)` : undefined
}

type SourceOf = (below: Route) => Source

const claim = (builder: ClaimBuilder, thing: Matched, read: ReadObservation, document: number): void => {
  const sourceOf: SourceOf = (below) => ({ document, route: read.routeOf(below) })
  switch (thing.kind) {
    case 'endpoint':
      claimEndpoint(builder, thing.asset, thing.endpoint, read.facts, sourceOf)
      break
    case 'asset':
      claimAsset(builder, thing.asset, read.facts, sourceOf)
      break
    case 'mail-domain':
      claimDomain(builder, thing.name, read.facts, sourceOf)
      break
    case 'message':
      claimMessage(builder, thing.stream, read, document)
  }
}

const claimDomain = (
  builder: ClaimBuilder,
  name: string,
  { name: _name, ...facts }: Readonly<Record<string, unknown>>,
  sourceOf: SourceOf,
): void => {
  const list = ['email', 'domains']
  const domain = [...list, builder.entry(list, name, { name }, sourceOf([]))]
  // Who read the record anew found nothing wrong with it.
  if (facts['spf'] !== undefined) builder.drop([...domain, 'spfFault'])
  builder.put(domain, facts, sourceOf)
}

const assetIndex = (builder: ClaimBuilder, { id }: AssetEntry, source: Source): number =>
  builder.entry(['assets'], id, { id }, source)

/** What names the endpoint is taken from the description, so that both are one when they are merged. */
const claimEndpoint = (
  builder: ClaimBuilder,
  asset: AssetEntry,
  endpoint: Endpoint,
  facts: Readonly<Record<string, unknown>>,
  sourceOf: SourceOf,
): void => {
  const { id, port, protocol } = endpoint
  const names = Object.entries({ id, port, protocol }).filter(([, value]) => value !== undefined)
  const key = identityOf(endpoint) ?? protocol ?? ''
  const list = ['assets', assetIndex(builder, asset, sourceOf([])), 'endpoints']
  const index = builder.entry(list, `${key} ${port}`, Object.fromEntries(names), sourceOf([]))
  const { id: _id, port: _port, protocol: _protocol, ...seen } = facts
  if (isPlain(seen['tls'])) dropOutdated(builder, [...list, index, 'tls'], seen['tls'])
  builder.put([...list, index], seen, sourceOf)
}

/**
 * What an earlier look found, and a later one did not find any more: key exchange that went with suites, of which all
 * are known now, and all that was said of a certificate that was replaced since.
 */
const dropOutdated = (builder: ClaimBuilder, tls: Route, seen: Readonly<Record<string, unknown>>): void => {
  if (seen['versions'] !== undefined && seen['cipherSuites'] !== undefined)
    for (const key of ['groups', 'dhBits']) builder.drop([...tls, key])
  const { certificate } = seen
  if (isPlain(certificate) && certificate['notAfter'] !== undefined)
    builder.drop(
      [...tls, 'certificate'],
      (known) => isPlain(known) && known['notAfter'] !== certificate['notAfter'],
    )
}

const claimAsset = (
  builder: ClaimBuilder,
  asset: AssetEntry,
  { endpoints, ...facts }: Readonly<Record<string, unknown>>,
  sourceOf: SourceOf,
): void => {
  builder.put(['assets', assetIndex(builder, asset, sourceOf([]))], facts, sourceOf)
  if (!Array.isArray(endpoints)) return
  for (const [index, one] of endpoints.entries()) {
    if (!isPlain(one)) continue
    const described = (asset.value.endpoints ?? []).find(
      ({ id, port }) =>
        (one['id'] !== undefined && id === one['id']) || (port !== undefined && port === one['port']),
    )
    claimEndpoint(builder, asset, described ?? one, one, (below) => sourceOf(['endpoints', index, ...below]))
  }
}

const claimMessage = (
  builder: ClaimBuilder,
  stream: string | undefined,
  { observation: { about }, facts, routeOf, at }: ReadObservation,
  document: number,
): void => {
  const named = about.kind === 'message' ? about.messageId : undefined
  const id = named ?? `${document}-${at.join('-')}`
  const own: SourceOf = (below) => ({ document, route: routeOf(below) })
  const index = builder.entry(['messages'], id, { id }, own([]))
  builder.put(['messages', index], { ...facts, ...(stream === undefined ? {} : { stream }) }, own)
}
