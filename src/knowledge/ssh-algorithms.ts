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
