import { leftOut, NAMED_SECRET, type SuspectText, suspectIn } from '../../knowledge/secret-formats.js'
import type { Source } from '../../model/layer.js'
import { RESERVED_KEYS } from '../documents/document.js'
import type { EntryDraft } from '../resources/draft.js'
import type { Container } from './workload.js'

/**
 * Claims that a secret stands in a file, as a tag that names it and says only what it is. The secret itself goes no
 * further than here.
 */
export const claimSecret = (
  asset: EntryDraft,
  { name, value, source }: { readonly name: string; readonly value: string; readonly source: Source },
): void => {
  const found = secretIn(value, name)
  const tag = name.replace(/[^\w-]+/g, '-').slice(0, LONGEST_NAME)
  if (found && tag !== '' && !RESERVED_KEYS.has(tag)) asset.set(`tags.${tag}`, leftOut(found), source)
}

const LONGEST_NAME = 100
/** A longer text is searched at its beginning only. */
const LONGEST = 256 * 1024

const SEVERAL_WORDS: SuspectText = {
  words: 'a value that its name calls a secret',
  is: 'unclear',
  own: false,
}

/** What is called a password and stands there is one, even if it is a bad one. */
const secretIn = (value: string, name: string): SuspectText | undefined => {
  if (value.trim() === '') return undefined
  const found = suspectIn(value.slice(0, LONGEST), name)
  if (found?.is === 'secret') return found
  // In prose most values of several words are no secret; what a variable with such a name holds is no prose.
  if (!found && NAMED_SECRET.test(name) && /\s/.test(value.trim())) return SEVERAL_WORDS
  return found?.is === 'unclear' && NAMED_SECRET.test(name) ? found : undefined
}

/** Claims the secrets that stand in the environment and in the command line of a container. */
export const claimContainerSecrets = (asset: EntryDraft, { environment, words }: Container): void => {
  for (const { name, value, source, inClear } of environment)
    if (inClear && value !== undefined) claimSecret(asset, { name, value, source })
  for (const { text, source } of words) claimSecret(asset, { name: 'command', value: text, source })
}
