import type { Source } from '../../model/layer.js'
import { isPlain } from '../../model/merge.js'
import { isEverywhere, isLoopback, isPrivate } from '../workloads/addresses.js'
import { type Claim, defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import type { DeclaredPort, Exposure } from '../workloads/workload.js'
import { each, latest, type Service } from './services.js'

/** Ports of a container that are published at its host; a range is never spelt out. */
export interface Published {
  readonly from: number
  readonly to: number
  readonly transport: 'tcp' | 'udp'
  /** The address of the host; absent for all of them. */
  readonly address?: string
  readonly source: Source
}

/** What a service publishes. */
export const publishedBy = (service: Service): readonly Published[] =>
  each(service, 'ports').flatMap(({ part }) => part.items().flatMap(publishedAt))

/** Ports that a service listens at, by what it publishes and what it says that it exposes. */
export const portsOf = (service: Service, published: readonly Published[]): readonly DeclaredPort[] => [
  ...published.flatMap(({ from, to, transport, source }) =>
    // Of a range only its first port is surely one that something listens at.
    from <= to ? [{ port: from, transport, source }] : [],
  ),
  ...each(service, 'expose').flatMap(({ part }) =>
    part.items().flatMap((one): DeclaredPort[] => {
      const found = /^(\d{1,5})(?:\/(tcp|udp))?$/.exec(one.text ?? '')
      const port = portIn(found?.[1])
      return port === undefined
        ? []
        : [{ port, transport: found?.[2] === 'udp' ? 'udp' : 'tcp', source: one.source }]
    }),
  ),
]

const publishedAt = (part: Part): readonly Published[] =>
  isPlain(part.value) ? longForm(part) : shortForm(part)

/** Without a port of the host Docker chooses one; published it is all the same. */
const longForm = (part: Part): readonly Published[] => {
  const port = portIn(part.at('target').text)
  const address = part.at('host_ip').text
  if (port === undefined) return []
  return [
    {
      from: port,
      to: port,
      transport: part.at('protocol').text === 'udp' ? 'udp' : 'tcp',
      ...(address === undefined ? {} : { address }),
      source: part.source,
    },
  ]
}

/** `80`, `8080:80`, `127.0.0.1:8080:80`, `[::1]:8080:80/udp`, `9000-9010:9000-9010`. */
const SHORT =
  /^(?:(\[[0-9a-f:.]+\]|[0-9a-z.*-]+\.[0-9a-z.]+|localhost|\*):)?(?:(\d*(?:-\d+)?):)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/i

/** An address of IPv6 and two ranges of ports are shorter; what is longer takes time to tell from one. */
const LONGEST_PORT = 200

const shortForm = (part: Part): readonly Published[] => {
  const text = part.text?.trim() ?? ''
  const found = text.length > LONGEST_PORT ? null : SHORT.exec(text)
  const [from, to] = [portIn(found?.[3]), portIn(found?.[4] ?? found?.[3])]
  if (!found || from === undefined || to === undefined) return []
  const address = found[1]
  return [
    {
      from,
      to,
      transport: found[5]?.toLowerCase() === 'udp' ? 'udp' : 'tcp',
      ...(address === undefined ? {} : { address }),
      source: part.source,
    },
  ]
}

const portIn = (text: string | undefined): number | undefined => {
  const port = text === undefined || !/^\d{1,5}$/.test(text.trim()) ? undefined : Number(text)
  return port !== undefined && port > 0 && port <= 65535 ? port : undefined
}

const DOCKER = 'Docker'
const PUBLISHED = defaultOf(
  DOCKER,
  'a port that is published at no address of its own is reached from outside of the host',
)
const INSIDE = defaultOf(DOCKER, 'a port that is not published is reached from networks of containers alone')

/** Who reaches a port of a service. */
export const exposureOf =
  (service: Service, published: readonly Published[]) =>
  (port: number): Claim<Exposure> => {
    const mode = latest(service, 'network_mode')
    if (mode.text === 'host') return { value: 'public', source: mode.source, note: PUBLISHED }
    const claims = published
      .filter(({ from, to }) => from <= port && port <= to)
      .map(({ address, source }): Claim<Exposure> => exposureAt(address, source))
    const widest = WIDEST.map((value) => claims.find((one) => one.value === value)).find(Boolean)
    return (
      widest ?? {
        value: 'internal',
        source: (service.layers.at(-1) ?? service.layers[0]).part.source,
        note: INSIDE,
      }
    )
  }

const WIDEST: readonly Exposure[] = ['public', 'internal', 'loopback']

const exposureAt = (address: string | undefined, source: Source): Claim<Exposure> => {
  if (address === undefined || isEverywhere(address)) return { value: 'public', source, note: PUBLISHED }
  const plain = address.replace(/^\[|\]$/g, '')
  if (isLoopback(plain)) return { value: 'loopback', source }
  return { value: isPrivate(plain) ? 'internal' : 'public', source }
}
