import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import { signatureOf } from './certificate.js'

/** Certificates that are believed because of who chose them. */
export interface Roots {
  /** By subject. */
  readonly bySubject: ReadonlyMap<string, readonly X509Certificate[]>
  readonly fingerprints: ReadonlySet<string>
}

/** Whether a chain leads to a root, and else why not. */
export interface Trust {
  readonly trusted: boolean
  readonly words?: string
}

/** The roots in a text of PEM; what in it is no certificate is left out. */
export const rootsOf = (pem: string): Roots => {
  const bySubject = new Map<string, X509Certificate[]>()
  const fingerprints = new Set<string>()
  for (const [block] of pem.matchAll(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g)) {
    const root = parsed(block)
    if (!root) continue
    bySubject.set(root.subject, [...(bySubject.get(root.subject) ?? []), root])
    fingerprints.add(root.fingerprint256)
  }
  return { bySubject, fingerprints }
}

const parsed = (pem: string | Buffer): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}

let known: Roots | undefined

/** The roots of Mozilla's programme, as our runtime carries them: those that browsers trust. */
export const publicRoots = (): Roots => {
  known ??= rootsOf(rootCertificates.join('\n'))
  return known
}

/** Where systems keep the roots that their administrator trusts. */
const SYSTEM_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const

/** The roots of this machine; `undefined` where they are not kept as a file. */
export const systemRoots = (): Roots | undefined => {
  for (const file of SYSTEM_FILES) {
    try {
      return rootsOf(readFileSync(file, 'latin1'))
    } catch {
      // The next system keeps them elsewhere.
    }
  }
  return undefined
}

/** Signatures are checked so often at most, whatever chain somebody makes up. */
const MOST_CHECKS = 100

/**
 * Whether a chain as it was sent, in any order but for its first, leads to a root (RFC 5280, 6: issuer, signature, that
 * the issuer is a CA and in date; not name constraints and revocation). The dates of the first are another question.
 */
export const trustOf = (chain: readonly X509Certificate[], roots: Roots, now: Date): Trust => {
  const [leaf] = chain
  if (!leaf) return { trusted: false, words: 'it sent no certificate' }
  const walk = { others: chain.slice(1), roots, now, checks: 0 }
  if (leadsToRoot(leaf, walk, [])) return { trusted: true }
  const selfSigned = leaf.checkIssued(leaf)
  return {
    trusted: false,
    words: selfSigned ? 'it is signed by itself' : `no known root vouches for its issuer`,
  }
}

interface Walk {
  readonly others: readonly X509Certificate[]
  readonly roots: Roots
  readonly now: Date
  checks: number
}

const leadsToRoot = (
  certificate: X509Certificate,
  walk: Walk,
  passed: readonly X509Certificate[],
): boolean => {
  if (walk.roots.fingerprints.has(certificate.fingerprint256)) return true
  if (/md[245]|sha-?1(?!\d)/i.test(signatureOf(certificate.raw) ?? '')) return false
  const anchors = walk.roots.bySubject.get(certificate.issuer) ?? []
  if (anchors.some((root) => issued(root, certificate, walk))) return true
  return walk.others.some(
    (other) =>
      !passed.includes(other) &&
      issued(other, certificate, walk) &&
      leadsToRoot(other, walk, [...passed, other]),
  )
}

const issued = (issuer: X509Certificate, certificate: X509Certificate, walk: Walk): boolean => {
  if (!issuer.ca || !inDate(issuer, walk.now) || !certificate.checkIssued(issuer)) return false
  walk.checks++
  if (walk.checks > MOST_CHECKS) return false
  try {
    return certificate.verify(issuer.publicKey)
  } catch {
    // A kind of key that our runtime does not have.
    return false
  }
}

/** Whether a certificate holds at a time, by its own dates. */
export const inDate = (certificate: X509Certificate, now: Date): boolean =>
  new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo)
