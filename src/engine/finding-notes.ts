import type { Subject } from '../model/subjects/subject.js'
import type { Judged } from './judge.js'
import { ENCRYPTION_SPECIFICATIONS } from './report.js'

/** What has to be said of an outcome besides its message. */
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
