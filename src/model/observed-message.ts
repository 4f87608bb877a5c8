/** What the headers of one message show of one leg of its way (RFC 3848, RFC 8314). */
export type HopVerdict =
  | 'tls'
  | 'tls-version-unknown'
  | 'not-encrypted'
  | 'not-shown'
  | 'internal'
  | 'unparsed'

/** One leg of the way of a message, as the host wrote it down that took the message in. */
export interface MessageHop {
  readonly by?: string
  readonly from?: string
  readonly verdict: HopVerdict
  readonly tlsVersion?: string
  readonly cipher?: string
  /** Whether the reader may trust the header: it was written by the reader's own systems, or by who is trusted. */
  readonly trusted: boolean
}

/** What was seen of one message. */
export interface MessageFacts {
  /** In the order in which it travelled. */
  readonly hops: readonly MessageHop[]
  readonly encryption?: 'smime' | 'pgp' | 'none'
}

/** A message that was looked at. Descriptions have none: only evidence speaks of single messages. */
export interface ObservedMessage extends MessageFacts {
  /** Unique among those that were looked at. */
  readonly id: string
  /** The mail stream that it belongs to. */
  readonly stream?: string
}
