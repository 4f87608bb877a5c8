import { certificateWeakness } from '../../knowledge/certificates.js'
import type { Certificate } from '../../model/description.generated.js'
import { matchesHost, type ReadCertificate, readCertificate } from '../certificates/certificate.js'
import { type OcspStaple, readStaple } from '../certificates/ocsp.js'
import { type Roots, type Trust, trustOf } from '../certificates/trust.js'
import type { SentChain } from './server-hello.js'

/** Whose roots are believed. */
export interface TrustStores {
  /** Those that browsers trust. */
  readonly public: Roots
  /** Those of this machine. */
  readonly system?: Roots
  /** Those that were given. */
  readonly given?: Roots
}

/** A certificate as evidence shows it. */
export interface CertificateReport extends Certificate {
  readonly names?: string
  readonly serial: string
  readonly sha256: string
}

/** A chain that a server sent, and what is to be said of it. */
export interface ChainReport {
  /** The server’s own first. */
  readonly certificates: readonly CertificateReport[]
  /** Certificates in the chain that cannot be read. */
  readonly unreadable: number
  readonly matchesHost: boolean
  readonly trust: Readonly<Partial<Record<keyof TrustStores, Trust>>>
  readonly ocspStaple?: OcspStaple
}

/** The chains of a server, each once. */
export const chainsOf = (
  sent: readonly SentChain[],
  host: string,
  stores: TrustStores,
  now: Date,
): readonly ChainReport[] => {
  const reports = new Map<string, ChainReport>()
  for (const { certificates, staple } of sent) {
    const read = certificates.map(readCertificate)
    const [leaf] = read
    const key = leaf?.sha256 ?? ''
    if (!leaf || reports.has(key)) continue
    reports.set(key, reportOf(leaf, read, host, stores, now, staple))
  }
  return [...reports.values()]
}

const reportOf = (
  leaf: ReadCertificate,
  read: readonly (ReadCertificate | undefined)[],
  host: string,
  stores: TrustStores,
  now: Date,
  staple: Buffer | undefined,
): ChainReport => {
  const known = read.filter((one) => one !== undefined)
  const x509s = known.map(({ x509 }) => x509)
  const trust = Object.fromEntries(
    Object.entries(stores).map(([name, roots]) => [name, trustOf(x509s, roots as Roots, now)]),
  )
  return {
    certificates: known.map(certificateReport),
    unreadable: read.length - known.length,
    matchesHost: matchesHost(leaf, host),
    trust,
    ...(staple ? { ocspStaple: readStaple(staple) } : {}),
  }
}

const certificateReport = ({ facts, names, serial, sha256 }: ReadCertificate): CertificateReport => ({
  ...facts,
  ...(names === '' ? {} : { names }),
  serial,
  sha256,
})

/**
 * The certificate that counts where a server has several: a weak one, one for another host, else the one that ends
 * first. `names` tells whether clients look at the name; by an address nobody knows which name they use.
 */
export const worstOf = (chains: readonly ChainReport[], names = false): Certificate | undefined => {
  const leaves = chains.flatMap(({ certificates: [leaf], trust, matchesHost: matches }) => {
    if (!leaf) return []
    const { names: _names, serial: _serial, sha256: _sha256, ...facts } = leaf
    const publiclyTrusted = trust.public?.trusted ?? false
    return [{ ...facts, publiclyTrusted, ...(names ? { matchesHost: matches } : {}) }]
  })
  return (
    leaves.find((leaf) => certificateWeakness(leaf as never) !== undefined) ??
    leaves.find((leaf) => leaf.matchesHost === false) ??
    leaves.sort((one, other) => ((one.notAfter ?? '') < (other.notAfter ?? '') ? -1 : 1))[0]
  )
}
