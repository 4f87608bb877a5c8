import type { Ask } from '../dns/client.js'

/** What a domain publishes of one kind, or that it publishes none, or that nobody can tell. */
export type Published<T> =
  | ({ readonly state: 'published' } & T)
  | { readonly state: 'none' }
  /** There is something that senders must pass over, and why. */
  | { readonly state: 'invalid'; readonly words: string; readonly text?: string }
  | { readonly state: 'not-proven'; readonly words: string }

/** Tags of a record: `v=…; p=…`, names in small letters. */
export const tagsOf = (record: string): ReadonlyMap<string, string> =>
  new Map(
    record.split(';').flatMap((part) => {
      const at = part.indexOf('=')
      const name = part.slice(0, at).trim().toLowerCase()
      return at < 1 || name === '' ? [] : [[name, part.slice(at + 1).trim()] as const]
    }),
  )

/** The one text record of a name that begins so. Two are as good as none. */
export const textRecord = async (
  ask: Ask,
  name: string,
  begins: RegExp,
): Promise<Published<{ readonly text: string; readonly authenticated: boolean }>> => {
  const answer = await ask(name, 'TXT')
  if (answer.kind === 'not-proven') return { state: 'not-proven', words: answer.words }
  if (answer.kind === 'none') return { state: 'none' }
  const [text, ...others] = answer.records.map((record) => record.text).filter((one) => begins.test(one))
  if (text === undefined) return { state: 'none' }
  if (others.length > 0)
    return { state: 'invalid', words: `${others.length + 1} records, so that none counts`, text }
  return { state: 'published', text, authenticated: answer.authenticated }
}

/** Where reports of failing TLS are asked for (RFC 8460). */
export const tlsReporting = async (
  ask: Ask,
  domain: string,
): Promise<Published<{ readonly text: string; readonly to: readonly string[] }>> => {
  const found = await textRecord(ask, `_smtp._tls.${domain}`, /^v=TLSRPTv1\s*;/)
  if (found.state !== 'published') return found
  const to = (tagsOf(found.text).get('rua') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => /^(mailto|https):/i.test(one))
  return to.length === 0
    ? { state: 'invalid', words: 'it names nobody to report to (`rua`)', text: found.text }
    : { state: 'published', text: found.text, to }
}
