import { createHash, X509Certificate } from 'node:crypto'
import { rootsOf, trustOf } from '../certificates/trust.js'
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
  return {
    state: 'usable',
    records: usable.length,
    matches: usable.some((record) => isNamed(record, chain, host)),
  }
}

interface Tlsa {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: string
}

const isNamed = (record: Tlsa, chain: readonly Buffer[], host: string): boolean =>
  record.usage === DOMAIN_ISSUED
    ? chain.slice(0, 1).some((certificate) => isSelected(record, certificate))
    : chain.slice(1).some((anchor) => isSelected(record, anchor) && leadsTo(anchor, chain, host))

const isSelected = ({ selector, matching, data }: Tlsa, certificate: Buffer): boolean => {
  const selected = selector === 0 ? certificate : publicKeyOf(certificate)
  return selected !== undefined && digestOf(selected, matching) === data
}

/** An anchor says nothing of a server that only sends it along: the chain must end there, and be for it (RFC 7672, 3.1.2). */
const leadsTo = (anchor: Buffer, chain: readonly Buffer[], host: string): boolean => {
  try {
    const certificates = chain.map((der) => new X509Certificate(der))
    const roots = rootsOf(new X509Certificate(anchor).toString())
    return certificates[0]?.checkHost(host) !== undefined && trustOf(certificates, roots, new Date()).trusted
  } catch {
    return false
  }
}

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
