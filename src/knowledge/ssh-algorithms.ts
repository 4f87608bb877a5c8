import type { Severity } from './terms.js'

/** What is weak about an algorithm of SSH. */
export interface SshWeakness {
  readonly severity: Severity
  readonly words: string
}

type Row = readonly [pattern: RegExp, severity: Severity, words: string]

/** RFC 9142 and what came after it; how much each weighs is ours. */
const ROWS: readonly Row[] = [
  [/^none$/, 'high', 'no encryption'],
  [/^ssh-dss/, 'high', 'DSA'],
  [/^ssh-rsa(-cert.*)?$/, 'medium', 'signatures with SHA-1'],
  [/^diffie-hellman-group1-sha1$/, 'high', 'a modulus of 1024 bits'],
  [/^diffie-hellman-group(-exchange|14)-sha1$/, 'medium', 'SHA-1'],
  [/^(3des|blowfish|cast128|idea)-/, 'high', '64-bit blocks'],
  [/^(arcfour|rc4)/, 'high', 'RC4'],
  [/-cbc(@.*)?$/, 'medium', 'CBC'],
  [/^hmac-md5/, 'medium', 'MD5'],
  [/^hmac-sha1-96/, 'medium', 'a tag of 96 bits'],
  [/^umac-64/, 'low', 'a tag of 64 bits'],
]

/** What is weak about an algorithm, by its SSH name; `undefined` where nothing is known to be. */
export const sshWeakness = (name: string): SshWeakness | undefined => {
  const row = ROWS.find(([pattern]) => pattern.test(name.toLowerCase()))
  return row && { severity: row[1], words: row[2] }
}

/** Names of which nothing weak is known (RFC 9142, RFC 8332, RFC 8709, and what OpenSSH adds). */
const SOUND: readonly RegExp[] = [
  /^curve(25519-sha256|448-sha512)(@.*)?$/,
  /^ecdh-sha2-nistp(256|384|521)$/,
  /^diffie-hellman-group(14-sha256|15-sha512|16-sha512|17-sha512|18-sha512|-exchange-sha256)$/,
  /^(sntrup761|mlkem768)x25519-sha(256|512)(@.*)?$/,
  /^mlkem(768nistp256-sha256|1024nistp384-sha384)$/,
  /^(ext-info-[cs]|kex-strict-[cs]-v00@openssh\.com)$/,
  /^aes(128|192|256)-(ctr|gcm)(@.*)?$/,
  /^aead_aes_(128|256)_gcm$/,
  /^chacha20-poly1305(@.*)?$/,
  /^hmac-sha(1|2-256|2-512)(-etm@openssh\.com)?$/,
  /^umac-128(-etm)?@openssh\.com$/,
  /^(sk-)?(ssh-ed25519|ssh-ed448|ecdsa-sha2-nistp(256|384|521))(-cert-v01)?(@openssh\.com)?$/,
  /^rsa-sha2-(256|512)(-cert-v01@openssh\.com)?$/,
]

/** Whether something is known of an algorithm, weak or not. */
export const isKnownSshName = (name: string): boolean =>
  sshWeakness(name) !== undefined || SOUND.some((pattern) => pattern.test(name.toLowerCase()))
