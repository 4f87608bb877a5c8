/** Versions of SSL and TLS, oldest first. */
export const TLS_VERSIONS = ['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const

/** One version in its one spelling. */
export type TlsVersionName = (typeof TLS_VERSIONS)[number]

/** Reads `TLSv1.2`, `TLS 1.2`, `1.2`, `TLSv1` (1.0) and `SSLv3`; `undefined` for anything else. */
export const parseTlsVersion = (text: string): TlsVersionName | undefined => {
  const compact = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
  const match = /^(ssl|tls)?v?(\d)(?:\.(\d))?$/.exec(compact)
  if (!match) return undefined
  const [, family = 'tls', major, minor = '0'] = match
  if (match[1] === undefined && match[3] === undefined) return undefined
  const name = family === 'ssl' ? `SSLv${major}` : `TLSv${major}.${minor}`
  if (family === 'ssl' && minor !== '0') return undefined
  return TLS_VERSIONS.find((version) => version === name)
}
