import { setTimeout as pause } from 'node:timers/promises'
import { alertName, isUnrelated } from './alerts.js'
import { type Channel, type Ended, openChannel } from './channel.js'
import { clientHello, type Offer } from './client-hello.js'
import type { Dialogue } from './dialogues/dialogue.js'
import { type Enough, type Flight, readFlight } from './flight.js'
import type { OwnKey } from './key-schedule.js'
import type { Pace } from './pace.js'

/** How a server is reached. */
export interface Route {
  /** As it was told: goes into hello messages, and is what the certificate should be for. */
  readonly host: string
  /** Where connections go, so that all meet the same server. */
  readonly address: string
  readonly port: number
  /** What is said before TLS begins, if anything is. */
  readonly dialogue?: Dialogue
  /** Milliseconds for one connection. */
  readonly timeout: number
  readonly pace: Pace
  /** When to ask no more, on the clock of `performance`: a tarpit answers every hello just in time. */
  readonly deadline?: number
}

/** What one attempt brought. */
export type Attempt<T> =
  | { readonly kind: 'hello'; readonly found: T }
  /** It answered that it will not. */
  | { readonly kind: 'refused'; readonly words: string; readonly alert?: number }
  /** It closed, reset, or sent what is no TLS: a refusal, if it still answers others. */
  | { readonly kind: 'cut' | 'not-tls'; readonly words: string }
  /** It has no TLS here, by the protocol’s own words. */
  | { readonly kind: 'no-tls'; readonly words: string }
  /** Nothing came, or it turned us away. */
  | { readonly kind: 'silent' | 'unreachable' | 'turned-away'; readonly words: string }

/** What is asked of a server over a connection on which TLS may begin. */
export type Question<T> = (channel: Channel) => Promise<Attempt<T>>

/** Asks once, over a connection of its own. */
export const attempt = <T>(route: Route, question: Question<T>): Promise<Attempt<T>> =>
  route.pace(async () => {
    const channel = openChannel({ host: route.address, port: route.port, timeout: route.timeout })
    try {
      const upgrade = (await route.dialogue?.upgrade(channel, route.host)) ?? { kind: 'ready' }
      if (upgrade.kind === 'no-tls') return { kind: 'no-tls', words: upgrade.words }
      if (upgrade.kind === 'not-proven') return { kind: 'turned-away', words: upgrade.words }
      return await question(channel)
    } finally {
      channel.close()
    }
  })

/** Sends a hello and reads the answer. */
export const helloQuestion =
  (offer: Offer, enough: Enough = () => true, keys: readonly OwnKey[] = []): Question<Flight> =>
  async (channel) => {
    const hello = clientHello(offer)
    channel.send(hello.bytes)
    const answer = await readFlight(channel, hello, keys, enough)
    switch (answer.kind) {
      case 'hello':
        return { kind: 'hello', found: answer.flight }
      case 'alert':
        return {
          kind: 'refused',
          alert: answer.code,
          words: `it answered with the alert ${alertName(answer.code)}`,
        }
      case 'not-tls':
        return { kind: 'not-tls', words: answer.words }
      default:
        return endedAttempt(answer.how, answer.words)
    }
  }

/** What an end means for a question. */
export const endedAttempt = (how: Ended['ended'], words: string): Attempt<never> =>
  how === 'silent' || how === 'unreachable' ? { kind: how, words } : { kind: 'cut', words }

/** An answer that may be believed. */
export type Settled<T> =
  | { readonly kind: 'hello'; readonly found: T }
  | { readonly kind: 'refused'; readonly words: string; readonly alert?: number }
  | { readonly kind: 'unproven'; readonly words: string }

/** A server that answered one hello, and is asked more. */
export interface Peer {
  readonly route: Route
  /** Whether it is known to answer a hello with hundreds of suites. */
  readonly bearsLongLists: boolean
  ask<T>(question: Question<T>): Promise<Settled<T>>
}

const GIVEN_UP = { kind: 'unproven', words: 'it answers so slowly that the probe was given up' } as const

/** After being turned away one waits so long, in milliseconds. */
const REST = 1000

/**
 * A peer. What it closes or resets twice, or ends with an alert that is not about the hello, is refused if it still answers the hello that it answered before; then it is
 * this hello that it dislikes, not us. Silence proves nothing.
 */
export const peerOf = (route: Route, known: Question<unknown>, bearsLongLists: boolean): Peer => {
  const once = <T>(question: Question<T>): Promise<Attempt<T>> => attempt(route, question)
  const ask = async <T>(question: Question<T>): Promise<Settled<T>> => {
    if (performance.now() > (route.deadline ?? Number.POSITIVE_INFINITY)) return GIVEN_UP
    const first = await once(question)
    if (isSettled(first)) return first
    if (first.kind === 'turned-away' || first.kind === 'unreachable')
      await pause(Math.min(REST, route.timeout))
    const second = await once(question)
    if (isSettled(second)) return second
    const { words } = second
    if (!isAverse(first) || !isAverse(second)) return { kind: 'unproven', words }
    const control = await once(known)
    return control.kind === 'hello'
      ? { kind: 'refused', words }
      : { kind: 'unproven', words: `${words}; nor was the hello answered that was answered before` }
  }
  return { route, bearsLongLists, ask }
}

/** Whether an answer is about the hello. */
const isSettled = <T>(answer: Attempt<T>): answer is Extract<Attempt<T>, { kind: 'hello' | 'refused' }> =>
  answer.kind === 'hello' || (answer.kind === 'refused' && !isUnrelated(answer.alert))

/** Whether an answer is one that also a hello gets that a server dislikes. */
const isAverse = ({ kind }: Attempt<unknown>): boolean =>
  kind === 'refused' || kind === 'cut' || kind === 'not-tls'
