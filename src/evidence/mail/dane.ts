import { createHash, X509Certificate } from 'node:crypto'
import type { Ask } from '../dns/client.js'

/** What TLSA records of a mail server are worth (RFC 7672). */
export type Dane =
  | {
      readonly state: 'usable'
      readonly records: number
      /** Whether the certificate that was seen is one that they name; absent where none was seen. */
      readonly matches?: boolean
    }
  /** There are some, and senders must pass over them. */
  | { readonly state: 'void'; readonly words: string }
  | { readonly state: 'none' }
  | { readonly state: 'not-proven'; readonly words: string }

const TRUST_ANCHOR = 2
const DOMAIN_ISSUED = 3

/** Asks for the TLSA records of a mail server and holds them against the chain that it sent. */
export const daneOf = async (
  ask: Ask,
  {
    host,
    port,
    mxAuthenticated,
  }: { readonly host: string; readonly port: number; readonly mxAuthenticated: boolean },
  chain: readonly Buffer[] | undefined,
): Promise<Dane> => {
  const answer = await ask(`_${port}._tcp.${host}`, 'TLSA')
  if (answer.kind === 'not-proven') return { state: 'not-proven', words: answer.words }
  if (answer.kind === 'none') return { state: 'none' }
  const usable = answer.records.filter(({ usage }) => usage === TRUST_ANCHOR || usage === DOMAIN_ISSUED)
  if (usable.length === 0)
    return { state: 'void', words: 'TLSA records of a usage that is not for mail (RFC 7672, 3.1.3)' }
  if (!answer.authenticated)
    return { state: 'void', words: 'TLSA records, and the resolver does not say that DNSSEC proves them' }
  if (!mxAuthenticated)
    return {
      state: 'void',
      words: 'TLSA records, and the resolver does not say that DNSSEC proves the MX records',
    }
  if (!chain) return { state: 'usable', records: usable.length }
  return { state: 'usable', records: usable.length, matches: usable.some((record) => isNamed(record, chain)) }
}

interface Tlsa {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: string
}

const isNamed = ({ usage, selector, matching, data }: Tlsa, chain: readonly Buffer[]): boolean =>
  (usage === DOMAIN_ISSUED ? chain.slice(0, 1) : chain.slice(1)).some((certificate) => {
    const selected = selector === 0 ? certificate : publicKeyOf(certificate)
    return selected !== undefined && digestOf(selected, matching) === data
  })

const digestOf = (bytes: Buffer, matching: number): string | undefined => {
  if (matching === 0) return bytes.toString('hex')
  const algorithm = matching === 1 ? 'sha256' : matching === 2 ? 'sha512' : undefined
  return algorithm && createHash(algorithm).update(bytes).digest('hex')
}

const publicKeyOf = (certificate: Buffer): Buffer | undefined => {
  try {
    return new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  } catch {
    return undefined
  }
}
