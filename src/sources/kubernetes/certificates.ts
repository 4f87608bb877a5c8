import { X509Certificate } from 'node:crypto'
import type { EntryDraft } from '../resources/draft.js'
import type { Part } from '../workloads/part.js'
import type { Cluster } from './cluster.js'
import { clearValue } from './environment.js'
import type { Manifest } from './manifest.js'

/** Claims what can be told of the certificate that lies in a secret: what it says, and whether something renews it. */
export const claimCertificate = (
  endpoint: EntryDraft,
  name: Part,
  namespace: string,
  cluster: Cluster,
): void => {
  const secret = name.text
  if (secret === undefined) return
  const managed = cluster
    .of('Certificate', 'cert-manager.io')
    .find((one) => one.namespace === namespace && one.part.at('spec', 'secretName').text === secret)
  if (managed) claimManaged(endpoint, managed)
  const stored = cluster.named('Secret', namespace, secret)
  const read = stored ? certificateIn(clearValue(stored, 'tls.crt')) : undefined
  if (!stored || !read) return
  const { source } = stored.part.at('data', 'tls.crt')
  for (const [key, value] of Object.entries(read))
    if (value !== undefined) endpoint.set(`tls.certificate.${key}`, value, source)
}

/** What cert-manager issues it renews before it ends. */
const claimManaged = (endpoint: EntryDraft, { part }: Manifest): void => {
  endpoint.set('tls.certificate.renewal', 'automatic', part.source)
  const [type, bits] = ['algorithm', 'size'].map((key) => part.at('spec', 'privateKey', key))
  if (type?.text !== undefined && type.text !== 'Ed25519')
    endpoint.set('tls.certificate.keyType', type.text, type.source)
  if (bits?.number !== undefined) endpoint.set('tls.certificate.keyBits', bits.number, bits.source)
}

/** Annotations by which a certificate is asked for at the edge itself. */
export const claimRenewal = (endpoint: EntryDraft, annotations: Part): void => {
  const found = [
    'cert-manager.io/cluster-issuer',
    'cert-manager.io/issuer',
    'networking.gke.io/managed-certificates',
    'alb.ingress.kubernetes.io/certificate-arn',
  ]
    .map((name) => annotations.at(name))
    .find(({ isThere }) => isThere)
  // ACM renews what it issued, but not what was imported there: of an ARN nothing follows.
  if (found && !String(found.source.route.at(-1)).endsWith('certificate-arn'))
    endpoint.set('tls.certificate.renewal', 'automatic', found.source)
}

const BITS: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 }

const certificateIn = (text: string | undefined) => {
  if (text === undefined || !text.includes('-----BEGIN CERTIFICATE-----')) return undefined
  try {
    const certificate = new X509Certificate(text)
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
    return {
      subject: certificate.subject.replace(/\n/g, ', '),
      issuer: certificate.issuer.replace(/\n/g, ', '),
      notBefore: dayOf(certificate.validFrom),
      notAfter: dayOf(certificate.validTo),
      keyType: asymmetricKeyType === 'rsa' ? 'RSA' : asymmetricKeyType === 'ec' ? 'ECDSA' : undefined,
      keyBits: asymmetricKeyDetails?.modulusLength ?? BITS[asymmetricKeyDetails?.namedCurve ?? ''],
    }
  } catch {
    // What is no certificate says nothing.
    return undefined
  }
}

const dayOf = (text: string): string | undefined => {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}
