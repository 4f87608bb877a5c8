import { unfolded } from './received-clauses.js'

/** What a host says of where a message came from (RFC 8601). */
export interface AuthenticationResults {
  /** Who says it. */
  readonly by: string
  readonly results: readonly { readonly method: string; readonly result: string; readonly of?: string }[]
}

const MOST_RESULTS = 30
const METHOD = /^\s*([a-z][\w-]{0,30})(?:\/\d{1,3})?\s*=\s*([a-z]{1,20})\b(.*)$/i
const PROPERTY = /\b(?:smtp|header|policy|body)\.([\w-]{1,30})\s*=\s*("[^"]{1,200}"|[^\s;]{1,200})/i

/** Reads an Authentication-Results header; `undefined` where it has not the form of one. */
export const authenticationResults = (header: string): AuthenticationResults | undefined => {
  const parts = withoutComments(unfolded(header)).split(';')
  const by = parts[0]?.trim().split(' ')[0]
  if (by === undefined || by === '' || by.includes('=')) return undefined
  const results = parts.slice(1, MOST_RESULTS + 1).flatMap((part) => {
    const [, method, result, rest = ''] = METHOD.exec(part) ?? []
    if (method === undefined || result === undefined) return []
    const of = PROPERTY.exec(rest)?.[2]
    return [
      { method: method.toLowerCase(), result: result.toLowerCase(), ...(of === undefined ? {} : { of }) },
    ]
  })
  return { by: by.toLowerCase(), results }
}

const withoutComments = (text: string): string => {
  let depth = 0
  let plain = ''
  for (const character of text) {
    if (character === '(') depth++
    else if (character === ')' && depth > 0) depth--
    else if (depth === 0) plain += character
  }
  return plain
}
