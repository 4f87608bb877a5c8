import type { Problem } from '../model/problem.js'
import { type SourceText, sourceText } from './documents/text.js'

/** A file that may be a description or something to import. */
export interface Candidate {
  /** As places show it: from the working folder, with forward slashes. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Whether somebody named it, or it only lay in a folder. */
  readonly named: boolean
  /** Its text, or why it has none. UTF-16 is read too: PowerShell writes plans so. */
  readonly text: { readonly source: SourceText } | { readonly problem: Problem }
  /** JSON that is sound, parsed; `undefined` for all else. Work on it is done once. */
  readonly json: unknown
  /** The keys of its top level, as far as they can be told without reading it whole; of all documents of the file. */
  readonly keys: ReadonlySet<string>
}

/** Looks at a file just closely enough to tell what it is. Everything is worked out when it is first asked for. */
export const candidateOf = (file: string, bytes: Uint8Array, named: boolean): Candidate => {
  let text: Candidate['text'] | undefined
  let parsed: { readonly value: unknown } | undefined
  let keys: ReadonlySet<string> | undefined
  const candidate: Candidate = {
    file,
    bytes,
    named,
    get text() {
      text ??= sourceText(file, bytes, { imported: true })
      return text
    },
    get json() {
      parsed ??= { value: 'source' in candidate.text ? parsedJson(candidate.text.source.text) : undefined }
      return parsed.value
    },
    get keys() {
      keys ??= keysOf(candidate)
      return keys
    },
  }
  return candidate
}

const parsedJson = (text: string): unknown => {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const keysOf = ({ json, text }: Candidate): ReadonlySet<string> => {
  if (typeof json === 'object' && json !== null) return new Set(Object.keys(json))
  if ('problem' in text) return new Set()
  return new Set(Array.from(text.source.text.matchAll(TOP_KEY), ([, quote, key]) => quote ?? key ?? ''))
}

/** A key that begins a line of YAML. */
const TOP_KEY = /^(?:["']([^"'\n]{1,200})["']|([A-Za-z_$][\w.$-]{0,199}))[ \t]*:(?=[ \t\r\n]|$)/gm
