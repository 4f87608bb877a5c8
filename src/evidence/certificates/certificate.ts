import { type AsymmetricKeyDetails, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { Certificate } from '../../model/description.generated.js'
import { parseDay } from '../../model/scalars/day.js'
import type { DayText } from '../../model/scalars/text.js'
import { visible } from '../../model/visible.js'
import { DER, derBody, oidText } from './der.js'

/** A certificate as a server sent it. */
export interface ReadCertificate {
  readonly x509: X509Certificate
  /** In the words of the description language. */
  readonly facts: Certificate
  /** Names and addresses that it is for. */
  readonly names: string
  /** In hexadecimal digits. */
  readonly serial: string
  readonly sha256: string
  /** Name of the curve of its key, as OpenSSL calls it. */
  readonly curve?: string
}

/** Names of signature algorithms (RFC 3279, 4055, 5758, 8410, 9881). */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.3.14.3.2.29': 'sha1WithRSAEncryption',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.2.840.10040.4.3': 'dsa-with-SHA1',
  '2.16.840.1.101.3.4.3.1': 'dsa-with-SHA224',
  '2.16.840.1.101.3.4.3.2': 'dsa-with-SHA256',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
  '1.2.156.10197.1.501': 'SM2-with-SM3',
}

const PSS = '1.2.840.113549.1.1.10'
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
}

/** What a certificate is signed with; our runtime does not tell. */
export const signatureOf = (der: Buffer): string | undefined => {
  const algorithm = derBody(derBody(der, 0, DER.sequence), 1, DER.sequence)
  const oid = derBody(algorithm, 0, DER.oid)
  if (!oid) return undefined
  const name = oidText(oid)
  return name === PSS ? `RSASSA-PSS with ${pssHash(algorithm)}` : (SIGNATURES[name] ?? name)
}

/** The hash of RSASSA-PSS is SHA-1 where it is not said (RFC 4055, 3.1). */
const pssHash = (algorithm: Buffer | undefined): string => {
  const hash = derBody(derBody(derBody(algorithm, 1, DER.sequence), 0, DER.context0), 0, DER.sequence)
  const oid = derBody(hash, 0, DER.oid)
  return oid ? (HASHES[oidText(oid)] ?? oidText(oid)) : 'SHA-1'
}

/** Reads a certificate; `undefined` where it is none. */
export const readCertificate = (der: Buffer): ReadCertificate | undefined => {
  try {
    const x509 = new X509Certificate(der)
    const curve = keyDetailsOf(x509)?.namedCurve
    return {
      ...(curve === undefined ? {} : { curve }),
      x509,
      facts: factsOf(x509, der),
      names: visible(x509.subjectAltName ?? ''),
      serial: x509.serialNumber,
      sha256: x509.fingerprint256,
    }
  } catch {
    // A stranger sent it: what cannot be read is no certificate.
    return undefined
  }
}

/** What is known of a key, if our runtime has its kind. */
const keyDetailsOf = (x509: X509Certificate): AsymmetricKeyDetails | undefined => {
  try {
    return x509.publicKey.asymmetricKeyDetails
  } catch {
    return undefined
  }
}

const factsOf = (x509: X509Certificate, der: Buffer): Certificate => {
  const signature = signatureOf(der)
  const [notBefore, notAfter] = [dayOf(x509.validFrom), dayOf(x509.validTo)]
  return {
    subject: distinguished(x509.subject),
    issuer: distinguished(x509.issuer),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...keyOf(x509),
    ...(signature === undefined ? {} : { signature }),
  }
}

const LONGEST_NAME = 500

const distinguished = (name: string | undefined): string =>
  visible((name ?? '').split('\n').join(', ')).slice(0, LONGEST_NAME)

const dayOf = (text: string): DayText | undefined => {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : parseDay(date.toISOString().slice(0, 10))
}

const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  prime192v1: 192,
  ed25519: 256,
  ed448: 456,
}
const KEY_TYPES: Readonly<Record<string, string>> = {
  rsa: 'RSA',
  'rsa-pss': 'RSA-PSS',
  dsa: 'DSA',
  ec: 'EC',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
}

const keyOf = (x509: X509Certificate): Pick<Certificate, 'keyType' | 'keyBits'> => {
  try {
    const { asymmetricKeyType: type = '', asymmetricKeyDetails: details } = x509.publicKey
    const curve = details?.namedCurve ?? type
    const bits =
      details?.modulusLength ?? CURVE_BITS[curve] ?? Number(/(\d{3})/.exec(curve)?.[1] ?? Number.NaN)
    return { keyType: KEY_TYPES[type] ?? type, ...(Number.isNaN(bits) ? {} : { keyBits: bits }) }
  } catch {
    // Kinds of keys that our runtime does not have.
    return {}
  }
}

/** Whether a certificate is for a host. */
export const matchesHost = ({ x509 }: ReadCertificate, host: string): boolean =>
  (isIP(host) === 0 ? x509.checkHost(host) : x509.checkIP(host)) !== undefined
