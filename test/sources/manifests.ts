import { load } from '../../src/audit.js'
import type { Asset } from '../../src/model/description.generated.js'
import type { Infrastructure } from '../../src/model/infrastructure.js'
import type { Problem } from '../../src/model/problem.js'
import type { NotRead } from '../../src/sources/source.js'

/** What was made of texts, and where things stand in them. */
export interface ReadManifests {
  readonly infrastructure: Infrastructure
  readonly notRead: readonly NotRead[]
  asset(id: string): Asset
  /** `file:line:column` of the claim that counts, its rank, and the note of a default. */
  place(path: string): string
  rank(path: string): string
  note(path: string): string | undefined
}

const AS_OF = '2026-11-25'

const inputsOf = (files: Readonly<Record<string, string>>, named: boolean) =>
  Object.entries(files).map(([file, text]) => ({ file, bytes: Buffer.from(text), named }))

/** Reads texts that have to be sound. */
export const imported = (files: Readonly<Record<string, string>>, { named = true } = {}): ReadManifests => {
  const loaded = load(inputsOf(files, named), AS_OF)
  if ('problems' in loaded) throw new Error(loaded.problems.map(shown).join('\n'))
  const { infrastructure, documents, notRead } = loaded
  return {
    infrastructure,
    notRead,
    asset: (id) => {
      const found = infrastructure.asset(id)
      if (!found) throw new Error(`${id} is none of ${infrastructure.assets.map((one) => one.id).join(', ')}`)
      return found.value
    },
    place: (path) => {
      const { document, route } = infrastructure.origin(path)
      const place = documents[document]?.locate(route)
      return `${place?.file}:${place?.line}:${place?.column}`
    },
    rank: (path) => infrastructure.origin(path).rank,
    note: (path) => infrastructure.origin(path).also?.words,
  }
}

/** Reads texts of which something has to be wrong. */
export const refused = (files: Readonly<Record<string, string>>): readonly Problem[] => {
  const loaded = load(inputsOf(files, true), AS_OF)
  if (!('problems' in loaded)) throw new Error('nothing was refused')
  return loaded.problems
}

/** A problem as a test compares it. */
export const shown = ({ code, message, expected, place }: Problem): string =>
  `${place?.file}:${place?.line}:${place?.column} [${code}] ${message}${expected === undefined ? '' : ` (expected ${expected})`}`
