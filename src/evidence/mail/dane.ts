import { createHash, type X509Certificate } from 'node:crypto'
import { matchesHost, type ReadCertificate, readCertificate } from '../certificates/certificate.js'
import { inDate, rootsOf, trustOf } from '../certificates/trust.js'
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
  { host, port, domain, mxAuthenticated }: Served,
  chain: readonly Buffer[] | undefined,
): Promise<Dane> => {
  const answer = await ask(`_${port}._tcp.${host}`, 'TLSA')
  if (answer.kind === 'not-proven') return { state: 'not-proven', words: answer.words }
  if (answer.kind === 'none') return { state: 'none' }
  const usable = answer.records.filter(isUsable)
  if (usable.length === 0)
    return { state: 'void', words: 'TLSA records of kinds that are not for mail (RFC 7672, 3.1.3)' }
  if (!answer.authenticated || !mxAuthenticated) {
    const what = answer.authenticated ? 'the MX records' : 'them'
    return answer.authenticated || mxAuthenticated || (await validates(ask, host))
      ? { state: 'void', words: `TLSA records, and the resolver does not say that DNSSEC proves ${what}` }
      : { state: 'not-proven', words: 'there are TLSA records, and the resolver proves nothing by DNSSEC' }
  }
  if (!chain) return { state: 'usable', records: usable.length }
  const sent = chain.flatMap((der) => readCertificate(der) ?? [])
  const matches = usable.some((record) => isNamed(record, sent, [host, domain]))
  return { state: 'usable', records: usable.length, matches }
}

/**
 * Whether a resolver proves anything by DNSSEC, by the name on top, which is signed nearly everywhere: of one that does
 * not, nothing follows from its not saying so.
 */
const validates = async (ask: Ask, host: string): Promise<boolean> => {
  const answer = await ask(host.slice(host.lastIndexOf('.') + 1), 'TXT')
  return answer.kind !== 'not-proven' && answer.authenticated
}

/** A mail server, and for whom it takes mail. */
interface Served {
  readonly host: string
  readonly port: number
  readonly domain: string
  readonly mxAuthenticated: boolean
}

interface Tlsa {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: string
}

/** Others are passed over (RFC 7672, 3.1.3), and so are selectors and ways to match that nobody knows. */
const isUsable = ({ usage, selector, matching }: Tlsa): boolean =>
  (usage === TRUST_ANCHOR || usage === DOMAIN_ISSUED) && selector <= 1 && matching <= 2

/**
 * Whether a record names what a server sent: its own certificate, whatever else that says (RFC 7672, 3.1.1); or one that
 * issued it, and then names and dates of its own have to be right too (3.1.2, 3.2.2).
 */
const isNamed = (
  record: Tlsa,
  [leaf, ...others]: readonly ReadCertificate[],
  names: readonly string[],
): boolean => {
  if (!leaf) return false
  if (record.usage === DOMAIN_ISSUED) return isIt(record, leaf)
  const anchors = others.filter((one) => isIt(record, one)).map(({ x509 }) => x509.toString())
  if (anchors.length === 0 || !names.some((name) => matchesHost(leaf, name))) return false
  const now = new Date()
  const chain = [leaf, ...others].map(({ x509 }) => x509)
  return inDate(leaf.x509, now) && trustOf(chain, rootsOf(anchors.join('')), now).trusted
}

const isIt = ({ selector, matching, data }: Tlsa, { x509 }: ReadCertificate): boolean => {
  const selected = selector === 0 ? x509.raw : publicKeyOf(x509)
  return selected !== undefined && digestOf(selected, matching) === data
}

const digestOf = (bytes: Buffer, matching: number): string | undefined => {
  if (matching === 0) return bytes.toString('hex')
  const algorithm = matching === 1 ? 'sha256' : matching === 2 ? 'sha512' : undefined
  return algorithm && createHash(algorithm).update(bytes).digest('hex')
}

const publicKeyOf = (certificate: X509Certificate): Buffer | undefined => {
  try {
    return certificate.publicKey.export({ type: 'spki', format: 'der' })
  } catch {
    // A kind of key that our runtime does not have.
    return undefined
  }
}
