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
  collect(infrastructure.description, [], (text, route) => {
    const suspect = suspectIn(text, isTag(route) ? String(route.at(-1)) : '')
    if (suspect) found.push(textSubject(infrastructure, pathOf('', ...route), suspect))
  })
  return found
}

type Route = (string | number)[]

/** Shorter texts hold no secret, unless they are named as one. */
const SHORTEST = 8

/** What stands there is the name of something described. */
const NAMES: ReadonlySet<string> = new Set(['id', 'from', 'to', 'via', 'carries', 'holds'])

/** Only tags have names of our own choosing. */
const isTag = (route: Route): boolean => route.at(-2) === 'tags'

/** Goes through every text. The route is one list that grows and shrinks: descriptions may be large. */
const collect = (value: unknown, route: Route, visit: (text: string, route: Route) => void): void => {
  if (typeof value === 'string') {
    if (value.length >= SHORTEST || isTag(route)) visit(value, route)
    return
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      collectBelow(identityOf(value[index]) ?? index, value[index], route, visit)
  } else if (isPlain(value)) {
    const isNamed = route.at(-1) !== 'tags'
    for (const key of Object.keys(value))
      if (!isNamed || !NAMES.has(key)) collectBelow(key, value[key], route, visit)
  }
}

const collectBelow = (
  key: string | number,
  value: unknown,
  route: Route,
  visit: (text: string, route: Route) => void,
): void => {
  route.push(key)
  collect(value, route, visit)
  route.pop()
}

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
