import { type SuspectText, suspectIn } from '../../knowledge/secret-formats.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { identityOf, isPlain } from '../merge.js'
import { fieldOf, LISTS_OF_THINGS, type ModelPath, pathOf, segmentsOf } from '../path.js'
import type { Subject } from './subject.js'

/** A text of the description that holds a secret, or something in the place of one. */
export interface TextSubject extends Subject {
  readonly kind: 'text'
  /** What it may hold. */
  readonly suspect: SuspectText
  /** Where it stands; what stands there no verdict may carry. */
  readonly fact: Fact<string>
}

/** Every text that may hold a secret. */
export const suspectTexts = (infrastructure: Infrastructure): TextSubject[] => {
  const found: TextSubject[] = []
  collect(infrastructure.description, '', '', (text, path, name) => {
    const suspect = suspectIn(text, name)
    if (suspect) found.push(textSubject(infrastructure, path, suspect))
  })
  return found
}

/** Shorter texts hold no secret, unless they are named as one. */
const SHORTEST = 8

const collect = (
  value: unknown,
  path: ModelPath,
  name: string,
  visit: (text: string, path: ModelPath, name: string) => void,
): void => {
  if (typeof value === 'string') {
    if (value.length >= SHORTEST || isTag(path)) visit(value, path, isTag(path) ? name : '')
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries())
      collect(entry, pathOf(path, identityOf(entry) ?? index), '', visit)
  } else if (isPlain(value)) {
    for (const [key, entry] of Object.entries(value)) collect(entry, pathOf(path, key), key, visit)
  }
}

/** Only tags have names of our own choosing. */
const isTag = (path: ModelPath): boolean => /\/tags\/[^/]*$/.test(path)

const textSubject = (infrastructure: Infrastructure, path: ModelPath, suspect: SuspectText): TextSubject => {
  const [list = '', id = ''] = segmentsOf(path)
  const label = LISTS_OF_THINGS.has(list) ? `${fieldOf(path)} of ${id}` : segmentsOf(path).join('.')
  return {
    kind: 'text',
    id: label,
    label,
    path,
    assets: list === 'assets' ? [id] : [],
    count: 1,
    reach: undefined,
    infrastructure,
    suspect,
    fact: factOf<string>(path, '‹masked›'),
  }
}
