/** Object identifiers of CMS that name an algorithm, as DER writes them (RFC 5652; RFC 5084; RFC 8103; RFC 3565). */
const CONTENT_ENCRYPTION: Readonly<Record<string, string>> = {
  '06082a864886f70d0307': '3DES',
  '06082a864886f70d0302': 'RC2',
  '06052b0e030207': 'DES',
  '060960864801650304012a': 'AES-256-CBC',
  '0609608648016503040116': 'AES-192-CBC',
  '0609608648016503040102': 'AES-128-CBC',
  '060960864801650304012e': 'AES-256-GCM',
  '060960864801650304011a': 'AES-192-GCM',
  '0609608648016503040106': 'AES-128-GCM',
  '060b2a864886f70d0109100312': 'ChaCha20-Poly1305',
}

const KEY_ENCRYPTION: Readonly<Record<string, string>> = {
  '06092a864886f70d010107': 'RSAES-OAEP',
  '06092a864886f70d010101': 'RSAES-PKCS1-v1_5',
}

const DIGESTS: Readonly<Record<string, string>> = {
  '06082a864886f70d0205': 'MD5',
  '06052b0e03021a': 'SHA-1',
  '0609608648016503040201': 'SHA-256',
  '0609608648016503040202': 'SHA-384',
  '0609608648016503040203': 'SHA-512',
}

/** Object identifiers of CMS that say what a message is (RFC 5652; RFC 5083). */
const CONTENT_TYPES: Readonly<Record<string, 'encrypted' | 'signed'>> = {
  '06092a864886f70d010703': 'encrypted',
  '060b2a864886f70d0109100117': 'encrypted',
  '06092a864886f70d010702': 'signed',
}
/** They stand behind the head of one sequence. */
const TYPE_WITHIN = 40

/** What the bytes of a message of CMS are; `undefined` where they are compressed, or no CMS at all. */
export const smimeKind = (bytes: Uint8Array): 'encrypted' | 'signed' | undefined =>
  firstOf(Buffer.from(bytes.subarray(0, TYPE_WITHIN)).toString('hex'), CONTENT_TYPES)

/** What comes before the content of any message: recipients, algorithms. */
const HEAD = 64 * 1024

/**
 * The algorithms that a message of CMS names. Mail programs write BER of lengths without an end, so that the first
 * identifier that is known is looked for, not the place where it has to stand.
 */
export const smimeAlgorithms = (
  bytes: Uint8Array,
  kind: 'encrypted' | 'signed',
): { readonly content?: string; readonly key?: string; readonly digest?: string } => {
  const hex = Buffer.from(bytes.subarray(0, HEAD)).toString('hex')
  if (kind === 'signed') {
    const digest = firstOf(hex, DIGESTS)
    return digest === undefined ? {} : { digest }
  }
  const [content, key] = [firstOf(hex, CONTENT_ENCRYPTION), firstOf(hex, KEY_ENCRYPTION)]
  return { ...(content === undefined ? {} : { content }), ...(key === undefined ? {} : { key }) }
}

const firstOf = <Name extends string>(
  hex: string,
  names: Readonly<Record<string, Name>>,
): Name | undefined => {
  let first: { readonly at: number; readonly name: Name } | undefined
  for (const [oid, name] of Object.entries(names)) {
    let at = hex.indexOf(oid)
    // Half a byte on is no byte.
    while (at >= 0 && at % 2 === 1) at = hex.indexOf(oid, at + 1)
    if (at >= 0 && (!first || at < first.at)) first = { at, name }
  }
  return first?.name
}
