import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import type { HopVerdict, MessageHop, ObservedMessage } from '../observed-message.js'
import { pathOf } from '../path.js'
import { ephiStreams, mailInScope, type StreamSubject } from './mail.js'
import { type Thing, thing } from './things.js'

/** One leg of the way of a message that was looked at. */
export type ReceivedSubject = Thing<'received', MessageHop> & {
  /** What its header shows, and what that means of a host that is declared to end TLS itself. */
  readonly verdict: Fact<HopVerdict>
  readonly trusted: boolean
}

/** A message that was looked at, of a stream whose messages are said to be always encrypted. */
export type MessageSubject = Thing<'message', ObservedMessage> & {
  /** By which method that is stated. */
  readonly claimed: Fact<string>
}

/** Observed messages of streams with ePHI of which S/MIME or OpenPGP is stated of every message. */
export const messageSubjects = (infrastructure: Infrastructure): MessageSubject[] => {
  if (infrastructure.messages.length === 0) return []
  const streams = new Map(ephiStreams(infrastructure).map((stream) => [stream.id, stream]))
  return infrastructure.messages.flatMap((message) => {
    const stream = message.stream === undefined ? undefined : streams.get(message.stream)
    const { method, when } = encryptionOf(stream?.value)
    // A portal is told of by a message that is not encrypted itself.
    if (!stream || (method !== 'smime' && method !== 'pgp') || when?.includes('always') !== true) return []
    const own = thing('message', infrastructure, {
      id: message.id,
      path: pathOf('/messages', message.id),
      value: message,
      assets: stream.assets,
    })
    const claimed = stream.at('messageEncryption', 'method') as Fact<string>
    const source = infrastructure.origin(claimed.path)
    return [
      {
        ...own,
        label: `message ${message.id}`,
        reach: stream.reach,
        also: { source, words: `${source.rank} here` },
        claimed,
      },
    ]
  })
}

const encryptionOf = (stream: StreamSubject['value'] | undefined) =>
  stream?.messageEncryption === 'none' ? {} : (stream?.messageEncryption ?? {})

/**
 * The legs of observed messages that may carry ePHI, those within one system apart. What untrusted hosts say of legs
 * before them says nothing; of a message that no trusted host wrote upon, the last leg stands for all.
 */
export const receivedSubjects = (infrastructure: Infrastructure): ReceivedSubject[] => {
  if (infrastructure.messages.length === 0) return []
  const streams = new Map(ephiStreams(infrastructure).map((stream) => [stream.id, stream]))
  const terminating = new Set(terminatingHosts(infrastructure))
  const inScope = mailInScope(infrastructure)
  return infrastructure.messages
    .filter(({ stream }) => (stream === undefined ? inScope : streams.has(stream)))
    .flatMap(({ id, stream, hops }) => {
      const reach = stream === undefined ? undefined : streams.get(stream)
      const last = hops.some(({ trusted }) => trusted) ? undefined : hops.length - 1
      return hops.flatMap((hop, index) => {
        if (index !== last && (!hop.trusted || hop.verdict === 'internal')) return []
        const path = pathOf('/messages', id, 'hops', index)
        const name = `${id} hop ${index + 1}`
        const own = thing('received', infrastructure, {
          id: name,
          path,
          value: hop,
          assets: reach?.assets ?? [],
        })
        const label = `message ${id}, ${hop.from ?? 'a host without a name'} to ${hop.by ?? 'a host without a name'}`
        return [
          {
            ...own,
            label,
            reach: reach?.reach,
            trusted: hop.trusted,
            verdict: verdictOf(hop, path, terminating),
          },
        ]
      })
    })
}

const verdictOf = (hop: MessageHop, path: string, terminating: ReadonlySet<string>): Fact<HopVerdict> => {
  const proven = hop.verdict === 'not-shown' && hop.trusted && terminating.has((hop.by ?? '').toLowerCase())
  return factOf(pathOf(path, 'verdict'), proven ? 'not-encrypted' : hop.verdict) as Fact<HopVerdict>
}

/**
 * Hosts of which it is described that they take mail in and offer TLS there: nothing that ends TLS stands before them,
 * so that what their headers do not show was not there.
 */
export const terminatingHosts = ({ description, assets }: Infrastructure): readonly string[] => {
  const servers = new Set(description.email?.inbound?.mailServers ?? [])
  return assets
    .filter(({ id }) => servers.has(id))
    .flatMap(({ value }) => value.endpoints ?? [])
    .filter(
      ({ protocol, encryption, tls }) =>
        protocol === 'smtp' && encryption !== 'none' && (encryption !== undefined || tls !== undefined),
    )
    .flatMap(({ host }) => (host === undefined ? [] : [host.toLowerCase()]))
}

/** Hosts of what is described: the reader's own systems, whose headers the reader trusts. */
export const describedHosts = ({ assets }: Infrastructure): readonly string[] =>
  assets.flatMap(({ value }) => (value.endpoints ?? []).flatMap(({ host }) => host?.toLowerCase() ?? []))
