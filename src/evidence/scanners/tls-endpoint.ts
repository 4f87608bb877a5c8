import { isIP } from 'node:net'
import { groupWeakness, modulusWeakness } from '../../knowledge/key-exchange-groups.js'
import { isBadSuite } from '../../knowledge/suite-weakness.js'
import type { Seen } from '../evidence.js'
import { dated, notSeen, type Undated } from './dated.js'
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

/** How far a scanner looked. */
export interface LookedAt {
  /** Whether it asked for every version there is. */
  readonly versions: boolean
  /** Whether it listed the suites of every version that it found. */
  readonly suites: boolean
}

/**
 * What is proven by a look that may not have been whole: that nothing else is offered only by one that was, that
 * something bad is offered by any.
 */
export const proven = (seen: TlsSeen, looked: LookedAt): TlsSeen => {
  const { versions = [], cipherSuites = [], groups = [], dhBits } = seen
  const whole = looked.versions && looked.suites
  return {
    ...seen,
    versions: looked.versions || versions.some((one) => OLD.has(one)) ? versions : undefined,
    cipherSuites:
      cipherSuites.length > 0 && (whole || cipherSuites.some(isBadSuite)) ? cipherSuites : undefined,
    groups: groups.length > 0 && (looked.versions || groups.some(groupWeakness)) ? groups : undefined,
    dhBits: dhBits !== undefined && (whole || modulusWeakness(dhBits)) ? dhBits : undefined,
  }
}

const OLD: ReadonlySet<string> = new Set(['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1'])

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
  readonly matchesHost?: boolean | undefined
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
  const { certificate, ...rest } = seen
  const tls = known({
    ...rest,
    ...(certificate ? { certificate: known(named(certificate, host, port)) } : {}),
  })
  const facts = { port, tls } as unknown as Seen['facts']
  return { observation: dated(baseOf(host, port, how), observedAt, facts), at, parts }
}

/** By an address nobody knows the name that clients use; who sends mail to a host of the MX records takes any. */
const named = (certificate: CertificateSeen, host: string, port: number): CertificateSeen =>
  isIP(host) === 0 && port !== MAIL_PORT ? certificate : { ...certificate, matchesHost: undefined }

const MAIL_PORT = 25

/** An endpoint at which a scanner could see nothing. */
export const nothingSeen = ({ host, port, observedAt, how, at }: Look, reason: string): Placed => ({
  observation: notSeen(baseOf(host, port, how), observedAt, reason),
  at,
})

const baseOf = (host: string, port: number, how: string): Undated => ({
  about: { kind: 'endpoint', host, port },
  how,
})
