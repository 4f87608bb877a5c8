import type { MessageHop } from '../../model/observed-message.js'
import type { Seen } from '../evidence.js'
import type { MessageLeg, ReadMessage } from './read-message.js'

/** What was seen of a message, as evidence: it proves one message once, and is no policy. */
export const messageObservation = (
  message: ReadMessage,
  { stream, now }: { readonly stream?: string; readonly now: Date },
): Seen => {
  const { messageId, legs, protection, identifiers, authentication, file, time } = message
  const seenAt = time === undefined || time > now.getTime() ? now : new Date(time)
  return {
    about: {
      kind: 'message',
      ...(messageId === undefined ? {} : { messageId }),
      ...(stream === undefined ? {} : { stream }),
    },
    observedAt: seenAt.toISOString().replace(/\.\d+Z$/, 'Z'),
    from: file,
    how: 'Received headers',
    state: 'observed',
    facts: { hops: legs.map(hopOf), encryption: protection.encryption },
    details: {
      legs: legs.map(({ with: protocol, time: at, delay, address }) => ({
        with: protocol,
        time: at,
        delay,
        address,
      })),
      signature: protection.signature,
      algorithms: protection.algorithms,
      headers: protection.headers,
      identifiers,
      authentication,
    },
  }
}

const hopOf = ({ by, from, verdict, tlsVersion, cipher, trusted }: MessageLeg): MessageHop => ({
  ...(by === undefined ? {} : { by }),
  ...(from === undefined ? {} : { from }),
  verdict,
  ...(tlsVersion === undefined ? {} : { tlsVersion }),
  ...(cipher === undefined ? {} : { cipher }),
  trusted,
})
