import type { Attachment, Email } from 'postal-mime'
import { dearmored, pgpShown } from './openpgp.js'
import { smimeAlgorithms, smimeKind } from './smime.js'

/** How a message itself is protected, as far as one sees without a key. */
export interface MessageProtection {
  readonly encryption: 'smime' | 'pgp' | 'none'
  /** Whether encrypted text stands within text that is not: as a whole it went in the open. */
  readonly partly: boolean
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
    partly: encryption === 'none' && hasInlinePgp(email),
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

const envelopedOf = (email: Email, type: string): Layer | undefined => {
  if (isPkcs7(type) && pkcs7Kind(email, type) === 'encrypted') {
    const { content, key } = smimeAlgorithms(bytesOf(pkcs7Of(email)), 'encrypted')
    return { method: 'smime', algorithms: [content, key].filter((one) => one !== undefined) }
  }
  const isPgp = /^multipart\/encrypted\b/.test(type) && type.includes('pgp-encrypted')
  const armoured = isPgp
    ? Buffer.from(bytesOf(partOf(email, /^application\/octet-stream$/))).toString('latin1')
    : isOnlyArmour(email)
      ? (email.text ?? '')
      : ''
  const { encrypted, content, unauthenticated } = pgpShown(dearmored(armoured) ?? new Uint8Array())
  if (encrypted !== true) return undefined
  return {
    method: 'pgp',
    algorithms: content === undefined ? [] : [content],
    ...(unauthenticated === undefined ? {} : { unauthenticated }),
  }
}

/** What OpenPGP encrypted within the text; what somebody quotes is not meant. */
const hasInlinePgp = ({ text = '' }: Email): boolean =>
  pgpShown(dearmored(text) ?? new Uint8Array()).encrypted === true

/** Whether nothing stands beside the armour, and nothing is attached that is not encrypted itself. */
const isOnlyArmour = ({ text, html, attachments }: Email): boolean =>
  [text, html?.replace(/<[^<>]*>/g, '')].every((one) => one === undefined || ARMOUR.test(one)) &&
  attachments.every(({ filename }) => /\.(asc|gpg|pgp)$/i.test(filename ?? ''))

const ARMOUR = /^\s*-----BEGIN PGP MESSAGE-----(?:(?!-----)[\s\S])*-----END PGP MESSAGE-----\s*$/

const isPkcs7 = (type: string): boolean => /^application\/(x-)?pkcs7-mime\b/.test(type)

const pkcs7Of = (email: Email): Attachment | undefined => partOf(email, /^application\/(x-)?pkcs7-mime$/)

/** What the bytes say; only where somebody kept no more than the headers, what these say (RFC 8551, 3.2.2). */
const pkcs7Kind = (email: Email, type: string): 'encrypted' | 'signed' | undefined => {
  const bytes = bytesOf(pkcs7Of(email))
  if (bytes.length > 0) return smimeKind(bytes)
  const said = /smime-type="?([\w-]+)/.exec(type)?.[1]
  if (said === 'enveloped-data' || said === 'authenveloped-data') return 'encrypted'
  return said === 'signed-data' ? 'signed' : undefined
}

const signedOf = (email: Email, type: string): Layer | undefined => {
  if (isPkcs7(type)) {
    if (pkcs7Kind(email, type) !== 'signed') return undefined
    const { digest } = smimeAlgorithms(bytesOf(pkcs7Of(email)), 'signed')
    return { method: 'smime', algorithms: digest === undefined ? [] : [digest] }
  }
  const inline = CLEARSIGNED.exec(email.text ?? '')
  if (inline) return { method: 'pgp', algorithms: digestNamed(inline[1]?.toLowerCase()) }
  if (!/^multipart\/signed\b/.test(type)) return undefined
  const method = type.includes('pgp-signature')
    ? 'pgp'
    : type.includes('pkcs7-signature')
      ? 'smime'
      : undefined
  if (!method) return undefined
  const named = /micalg="?(?:pgp-)?(sha-?\d{1,3}|md5)/.exec(type)?.[1]
  if (named !== undefined) return { method, algorithms: digestNamed(named) }
  const digest = digestOf(email, method)
  return { method, algorithms: digest === undefined ? [] : [digest] }
}

/** All of the text signed, in clear (RFC 9580, 7). */
const CLEARSIGNED =
  /^\s*-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:Hash: ?(sha\d{1,3}|md5)\r?\n)?[\s\S]*-----END PGP SIGNATURE-----\s*$/i

const digestNamed = (name: string | undefined): readonly string[] =>
  name === undefined ? [] : [name.toUpperCase().replace(/^SHA-?/, 'SHA-')]

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
