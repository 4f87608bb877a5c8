import type { Attachment, Email } from 'postal-mime'
import { dearmored, pgpShown } from './openpgp.js'
import { smimeAlgorithms } from './smime.js'

/** How a message itself is protected, as far as one sees without a key. */
export interface MessageProtection {
  readonly encryption: 'smime' | 'pgp' | 'none'
  readonly signature: 'smime' | 'pgp' | 'none'
  /** Algorithms that it names: `AES-128-CBC`, `RSAES-PKCS1-v1_5`, `SHA-256`. */
  readonly algorithms: readonly string[]
  /** Whether nothing keeps an encrypted text from being changed (EFAIL). */
  readonly unauthenticated: boolean
  /**
   * What is known of protected headers (RFC 9788): `obscured` where the subject is replaced, as is done when it is
   * encrypted; `signed` where a copy is signed.
   */
  readonly headers: 'obscured' | 'signed' | 'none'
}

/** Looks at how a message is protected. */
export const protectionOf = (email: Email, contentType: string, raw: string): MessageProtection => {
  const type = contentType.toLowerCase()
  const enveloped = envelopedOf(email, type)
  const signed = signedOf(email, type)
  const encryption = enveloped?.method ?? 'none'
  return {
    encryption,
    signature: signed?.method ?? 'none',
    algorithms: [...new Set([...(enveloped?.algorithms ?? []), ...(signed?.algorithms ?? [])])],
    unauthenticated: enveloped?.unauthenticated === true,
    headers:
      encryption !== 'none' && OBSCURED.test((email.subject ?? '').trim())
        ? 'obscured'
        : signed && PROTECTED.test(raw.slice(0, HEAD))
          ? 'signed'
          : 'none',
  }
}

/** What stands in place of a subject that is encrypted (RFC 9788, 3.2). */
const OBSCURED = /^(\[?\.\.\.\]?|…|encrypted message)$/i
/** Parameters of the Content-Type that a copy of the headers is under (RFC 9788, 2.1; an older draft). */
const PROTECTED = /\bhp="?(?:clear|cipher)"?|\bprotected-headers="?v1"?/i
const HEAD = 256 * 1024

interface Layer {
  readonly method: 'smime' | 'pgp'
  readonly algorithms: readonly string[]
  readonly unauthenticated?: boolean
}

const SIGNED_DATA = '06092a864886f70d010702'
const COMPRESSED_DATA = '060b2a864886f70d0109100109'

const envelopedOf = (email: Email, type: string): Layer | undefined => {
  const pkcs7 = partOf(email, /^application\/(x-)?pkcs7-mime$/)
  if (isPkcs7(type) && isEnveloped(type, pkcs7)) {
    const { content, key } = smimeAlgorithms(bytesOf(pkcs7), 'encrypted')
    return { method: 'smime', algorithms: [content, key].filter((one) => one !== undefined) }
  }
  const isPgp = /^multipart\/encrypted\b/.test(type) && type.includes('pgp-encrypted')
  const text = email.text?.includes('-----BEGIN PGP MESSAGE-----') ? email.text : undefined
  if (!isPgp && text === undefined) return undefined
  const armoured =
    text ?? Buffer.from(bytesOf(partOf(email, /^application\/octet-stream$/))).toString('latin1')
  const { content, unauthenticated } = pgpShown(dearmored(armoured) ?? new Uint8Array())
  return {
    method: 'pgp',
    algorithms: content === undefined ? [] : [content],
    ...(unauthenticated === undefined ? {} : { unauthenticated }),
  }
}

const isPkcs7 = (type: string): boolean => /^application\/(x-)?pkcs7-mime\b/.test(type)

/** What is said in `smime-type`; where nothing is, what the bytes begin with (RFC 8551, 3.2.2). */
const isEnveloped = (type: string, part: Attachment | undefined): boolean => {
  const said = /smime-type="?([\w-]+)/.exec(type)?.[1]
  if (said !== undefined) return said === 'enveloped-data' || said === 'authenveloped-data'
  const head = Buffer.from(bytesOf(part).subarray(0, 40)).toString('hex')
  return !head.includes(SIGNED_DATA) && !head.includes(COMPRESSED_DATA)
}

const signedOf = (email: Email, type: string): Layer | undefined => {
  if (isPkcs7(type)) {
    const part = partOf(email, /^application\/(x-)?pkcs7-mime$/)
    const head = Buffer.from(bytesOf(part).subarray(0, 40)).toString('hex')
    if (!/smime-type="?signed-data/.test(type) && !head.includes(SIGNED_DATA)) return undefined
    const { digest } = smimeAlgorithms(bytesOf(part), 'signed')
    return { method: 'smime', algorithms: digest === undefined ? [] : [digest] }
  }
  if (!/^multipart\/signed\b/.test(type)) return undefined
  const method = type.includes('pgp-signature')
    ? 'pgp'
    : type.includes('pkcs7-signature')
      ? 'smime'
      : undefined
  if (!method) return undefined
  const named = /micalg="?(?:pgp-)?(sha-?\d{1,3}|md5)/.exec(type)?.[1]
  const digest = named === undefined ? digestOf(email, method) : named.toUpperCase().replace(/^SHA-?/, 'SHA-')
  return { method, algorithms: digest === undefined ? [] : [digest] }
}

const digestOf = (email: Email, method: 'smime' | 'pgp'): string | undefined => {
  const part = partOf(email, method === 'pgp' ? /pgp-signature$/ : /pkcs7-signature$/)
  if (method === 'smime') return smimeAlgorithms(bytesOf(part), 'signed').digest
  return pgpShown(dearmored(Buffer.from(bytesOf(part)).toString('latin1')) ?? new Uint8Array()).digest
}

const partOf = ({ attachments }: Email, type: RegExp): Attachment | undefined =>
  attachments.find(({ mimeType }) => type.test(mimeType.toLowerCase()))

const bytesOf = (part: Attachment | undefined): Uint8Array => {
  const content = part?.content
  if (content === undefined) return new Uint8Array()
  return typeof content === 'string' ? Buffer.from(content, 'latin1') : new Uint8Array(content)
}
