import type { NotProven, ObservedThing, Seen } from '../evidence.js'
import type { Placed } from './scanner.js'
import { known } from './values.js'

/** What a scanner saw of the TLS of an endpoint, as far as it looked. */
export interface TlsSeen {
  readonly versions?: readonly string[] | undefined
  readonly cipherSuites?: readonly string[] | undefined
  readonly groups?: readonly string[] | undefined
  readonly dhBits?: number | undefined
  readonly preferServer?: boolean | undefined
  readonly hsts?:
    | { readonly enabled: boolean; readonly maxAge?: string; readonly includeSubDomains?: boolean }
    | undefined
  readonly certificate?: CertificateSeen | undefined
}

/** What a scanner saw of a certificate. */
export interface CertificateSeen {
  readonly subject?: string | undefined
  readonly issuer?: string | undefined
  readonly notBefore?: string | undefined
  readonly notAfter?: string | undefined
  readonly keyType?: string | undefined
  readonly keyBits?: number | undefined
  readonly signature?: string | undefined
  readonly publiclyTrusted?: boolean | undefined
}

/** Who looked, when, at what. */
export interface Look {
  readonly host: string
  readonly port: number
  /** `undefined` where the result does not say it and nobody knows when it was written. */
  readonly observedAt: string | undefined
  readonly how: string
  readonly at: Placed['at']
}

/** An observation of the TLS of an endpoint. What speaks TLS at once is encrypted; the rest was not looked at. */
export const tlsObservation = (
  { host, port, observedAt, how, at }: Look,
  seen: TlsSeen,
  parts: Readonly<Record<string, Placed['at']>>,
): Placed => {
  const base = { about: aboutOf(host, port), observedAt: observedAt ?? UNDATED, how }
  const { certificate, ...rest } = seen
  const tls = known({ ...rest, ...(certificate ? { certificate: known(certificate) } : {}) })
  if (observedAt === undefined) return { observation: undated(base), at }
  const facts = { port, tls } as unknown as Seen['facts']
  return { observation: { ...base, state: 'observed', facts }, at, parts }
}

/** An endpoint at which a scanner could see nothing. */
export const nothingSeen = ({ host, port, observedAt, how, at }: Look, reason: string): Placed => {
  const base = { about: aboutOf(host, port), observedAt: observedAt ?? UNDATED, how }
  return { observation: { ...base, state: 'not-proven', reason }, at }
}

const UNDATED = '1970-01-01T00:00:00Z'

/** Nobody can say whether an observation without a time still holds. */
export const undated = (base: Omit<NotProven, 'state' | 'reason'>): NotProven => ({
  ...base,
  state: 'not-proven',
  reason: 'the result does not say when it was made',
})

const aboutOf = (host: string, port: number): ObservedThing => ({ kind: 'endpoint', host, port })
