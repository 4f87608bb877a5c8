import type { Channel, Ended } from '../channel.js'

/** What a protocol says when it is asked to begin TLS. */
export type Upgrade =
  | { readonly kind: 'ready' }
  /** It has no TLS here, by its own words. */
  | { readonly kind: 'no-tls'; readonly words: string }
  /** It does not answer as the protocol does, or not now. */
  | { readonly kind: 'not-proven'; readonly words: string }

/** Whether a server serves clients who never ask for TLS; only what is proven is said. */
export interface PlainAnswer {
  readonly accepted?: boolean
  readonly words: string
}

/** A protocol that begins in clear and asks for TLS. */
export interface Dialogue {
  /** As endpoints of the description language call it. */
  readonly protocol: string
  /** Ports on which it speaks TLS from the first byte. */
  readonly directPorts: readonly number[]
  /** Ports on which it begins in clear. */
  readonly plainPorts: readonly number[]
  /** Talks until the next bytes belong to TLS. */
  upgrade(channel: Channel, host: string): Promise<Upgrade>
  /** Asks without TLS for what needs no login, and changes nothing. */
  plain?(channel: Channel, host: string): Promise<PlainAnswer>
}

export const READY: Upgrade = { kind: 'ready' }

/** A connection that ended in the middle of a dialogue. */
export const endedUpgrade = ({ words }: Ended): Upgrade => ({ kind: 'not-proven', words })

export const notProven = (words: string): Upgrade => ({ kind: 'not-proven', words })
export const noTls = (words: string): Upgrade => ({ kind: 'no-tls', words })
