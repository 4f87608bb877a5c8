import type { ModelPath } from '../model/path.js'
import type { Subject } from '../model/subjects/subject.js'
import { masked, valueText } from '../model/value-text.js'
import type { Judged } from './judge.js'
import { parameterText, withParameters } from './parameters.js'
import { ENCRYPTION_SPECIFICATIONS, type Finding } from './report.js'
import { stableField } from './stable-path.js'

/** Where the fact stands that decided. */
export const decidingPath = (one: Judged): ModelPath =>
  one.alike ? one.subject.path + one.alike.below.path : (one.verdict.on[0]?.path ?? one.subject.path)

/** What is wrong, in the words of the rule. */
export const says = (one: Judged): string => {
  const { verdict, rule } = one
  if (verdict.is === 'unproven') return `not shown: ${lowerFirst(rule.title)}`
  return filled((verdict.is === 'fail' ? verdict.says : undefined) ?? rule.says, one)
}

/** Acronyms keep their capitals. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** What was found there; `undefined` where nothing was stated. */
export const foundText = ({ verdict }: Judged): string | undefined => {
  if (verdict.is === 'unproven') return undefined
  if (verdict.is === 'fail' && verdict.found !== undefined) return masked(verdict.found)
  const deciding = verdict.on[0]
  return deciding?.value === undefined ? undefined : valueText(deciding.value)
}

/** What was found or is not stated, in parentheses behind what is wrong. */
export const foundWords = (one: Judged): string => {
  const { verdict, subject } = one
  const fieldAt = (path: ModelPath) => stableField(path, subject.infrastructure)
  if (verdict.is === 'unproven') {
    const fields = [...new Set(verdict.on.map(({ path }) => fieldAt(path)))].filter((field) => field !== '')
    if (verdict.asks !== undefined) return ` (${verdict.asks})`
    return fields.length === 0
      ? ''
      : ` (${fields.join(', ')} ${fields.length === 1 ? 'is' : 'are'} not stated)`
  }
  const found = foundText(one)
  if (found === undefined) return ''
  if (verdict.is === 'fail' && verdict.found !== undefined) return ` (${found})`
  return ` (${fieldAt(decidingPath(one))} is ${found})`
}

/** A text of a rule with the values of its parameters. */
export const filled = (text: string, { parameters }: Judged): string =>
  withParameters(text, parameters as Readonly<Record<string, unknown>>)

/** The parameters that a rule was judged by, and whose they are. */
export const thresholdsOf = ({ rule, parameters }: Judged): Finding['thresholds'] =>
  Object.entries(rule.parameters ?? {}).map(([name, { whose, meaning }]) => ({
    name,
    meaning,
    value: parameterText((parameters as Record<string, unknown>)[name]),
    whose: whose === 'ours' ? 'ours, not the law’s' : whose.source,
  }))

/** What a reader should know besides. */
export const notesOf = ({ rule, outcome, subject }: Judged): string[] => {
  const notes: string[] = []
  if (outcome === 'alternative' && ENCRYPTION_SPECIFICATIONS.has(String(rule.ground)))
    notes.push(
      'The breach safe harbor of 164.402 is lost for these assets: a loss counts as a breach of unsecured PHI.',
    )
  if (subject.reach === 'assumed') notes.push(assumedNote(subject))
  return notes
}

/** Why ePHI is assumed, and how to say what is true for this one or for many at once. */
const assumedNote = ({ assets: [id = ''], infrastructure }: Subject): string => {
  const asset = infrastructure.asset(id)
  if (!asset?.imported || infrastructure.scope.explain(id).length > 0)
    return 'That ePHI is here is assumed, because nobody stated what the flow carries: state `carries`, or `ephi` of the asset.'
  const kind = asset.value.kind === undefined ? '' : `kind: ${asset.value.kind}`
  return `That ePHI is here is assumed, because nobody classified what was imported. State it for many at once: \`defaults: [{ match: { ${kind} }, set: { ephi: [stores] } }]\`, or \`ephi: none\`; \`source\`, \`address\` (globs) and \`tag\` narrow the match.`
}
