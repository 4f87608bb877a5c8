import type { Report } from '../../engine/report.js'
import { markdownBlock, markdownCode, markdownProse, markdownText } from '../escape.js'
import { questionsText } from '../questions-text.js'
import { line, table } from './table.js'

/** So many questions are asked here; `hipaacheck ask` has all. */
const MOST_QUESTIONS = 10

/** What nobody stated, and what to state first. */
export function* unproven({ findings, questions }: Report): Generator<string> {
  const open = findings.filter(({ outcome }) => outcome === 'unproven')
  if (open.length === 0) return
  yield line('## Unproven')
  yield line()
  yield line(
    'Nobody stated these facts. That is neither a pass nor a failure; it says what to state or to show next.',
  )
  yield line()
  yield* table(
    ['Severity', 'Rule', 'What is not shown', 'Ground'],
    open.map(({ severity, rule, message, ground }) => [
      severity,
      markdownCode(rule),
      markdownText(message),
      markdownText(`${ground.citation} (${ground.basis})`),
    ]),
  )
  yield line('### What to state first')
  yield line()
  const first = questions.slice(0, MOST_QUESTIONS)
  for (const [index, { asks, place, settles }] of first.entries())
    yield line(`${index + 1}. ${markdownProse(asks)} Once, in ${markdownText(place)}: settles ${settles}.`)
  yield line()
  if (first.length === 0) return
  yield line('As one piece of a description; values in `<…>` are to be filled in:')
  yield line()
  yield line(markdownBlock(questionsText(first).trimEnd().split('\n'), 'yaml'))
  yield line()
}
