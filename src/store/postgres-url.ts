import { isIP } from 'node:net'
import { StoreError } from './database.js'

/** A URL as people may see it: without what opens the door. */
export const shownUrl = (url: string): string =>
  url
    .replace(/^([a-z]+:\/\/[^:@/?#]*):.*@(?=[^@]*$)/i, '$1@')
    .replace(/([?&](?:password|sslpassword)=)[^&]*/gi, '$1…')

/** What lacks a safeguard is nobody else's business: to another machine the connection is encrypted, unless the URL says otherwise. */
export const withTls = (url: string): string => {
  const parsed = parsedUrl(url)
  const host = parsed.searchParams.get('host') ?? parsed.hostname
  if (
    isHere(decodeURIComponent(host)) ||
    parsed.searchParams.has('sslmode') ||
    parsed.searchParams.has('ssl')
  )
    return url
  return `${url}${parsed.search === '' ? '?' : '&'}sslmode=verify-full`
}

const parsedUrl = (url: string): URL => {
  try {
    return new URL(url)
  } catch {
    throw new StoreError('unreachable', 'it is no URL', 'postgres://USER@HOST:PORT/DATABASE')
  }
}

const isHere = (host: string): boolean =>
  host === '' ||
  host === 'localhost' ||
  host.startsWith('/') ||
  host === '[::1]' ||
  (isIP(host) === 4 && host.startsWith('127.'))
