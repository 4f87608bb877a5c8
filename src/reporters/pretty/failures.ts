import { type Finding, type FirstSubjects, firstSubjects } from '../../engine/report.js'
import { acceptedParts, partWords, STAYS_A_FAILURE } from '../acceptance.js'
import { visible } from '../escape.js'
import { type Tone, wrapped } from '../terminal.js'
import { thresholdText } from '../threshold.js'
import { groundWords } from '../words.js'
import { frame } from './frame.js'
import { labelled, line, type Page } from './page.js'

/** So many subjects of one finding are named; JSON has all. */
const MOST_SUBJECTS = 6

/** A failure in full: what, where, why, by which law, and what to do. */
export function* failure(finding: Finding, page: Page): Generator<string> {
  const { severity, rule, message } = finding
  yield line(`${page.paint(severity, severity.toUpperCase())}  ${page.paint('strong', visible(rule))}`)
  for (const text of wrapped(message, page.columns, '  ')) yield line(text)
  yield* frame(finding, page)
  yield* labelled('why', finding.why, page)
  yield* labelled('law', groundWords(finding.ground), page)
  yield* labelled('fix', finding.fix, page)
  const subjects = firstSubjects(finding)
  if (subjects.count > 3) yield* labelled('all', subjectsText(subjects), page)
  for (const note of notesOf(finding)) yield* labelled('note', note, page)
  for (const [text, tone] of acceptedWords(finding)) yield* labelled('note', text, page, tone)
  yield line()
}

/** What somebody accepted, in short; in red where the law requires it. */
export function* acceptedFailures(accepted: readonly Finding[], page: Page): Generator<string> {
  if (accepted.length === 0) return
  yield line(page.paint('strong', `Failures that somebody accepted: ${accepted.length}`))
  for (const finding of accepted) {
    const { severity, rule, message } = finding
    for (const text of wrapped(`${severity} ${rule}: ${message}`, page.columns, '  ', '    '))
      yield line(text)
    for (const [words, tone] of acceptedWords(finding))
      for (const text of wrapped(words, page.columns, '    ')) yield line(page.paint(tone, text))
  }
  yield line()
}

const acceptedWords = (finding: Finding): readonly (readonly [words: string, tone: Tone])[] =>
  acceptedParts(finding).map((part) =>
    part.acceptance.required
      ? [`${partWords(finding, part)}; this is ${STAYS_A_FAILURE}`, 'critical']
      : [partWords(finding, part), 'medium'],
  )

const subjectsText = ({ first, count }: FirstSubjects): string => {
  const named = first
    .slice(0, MOST_SUBJECTS)
    .map(({ label, place }) => (place ? `${label} (line ${place.line})` : label))
  const more = count - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}

const notesOf = ({ severityChanged, notes, thresholds }: Finding): string[] => [
  ...thresholds.map(thresholdText),
  ...(severityChanged === undefined ? [] : [`severity ${severityChanged}`]),
  ...notes,
]
