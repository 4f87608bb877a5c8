import type { Report } from '../../engine/report.js'
import { markdownCode, markdownText } from '../escape.js'
import { withoutFact } from '../observations.js'
import { counted } from '../words.js'
import { at, line, table } from './table.js'

/** What was observed of what really runs: what it cleared, and what of it made no fact. */
export function* evidence({ evidence: its }: Report): Generator<string> {
  if (!its) return
  const { used, maxAge, cleared } = its
  yield line('## Evidence')
  yield line()
  yield line(
    `${counted(used, 'observation')} of what really runs made facts. What is older than ${markdownText(maxAge)} was not used. What could not be seen is no fact.`,
  )
  yield line()
  if (cleared.length > 0)
    yield* table(
      ['Cleared by evidence', 'Rule', 'Without it', 'Seen at'],
      cleared.map(({ subject, rule, was, place }) => [
        markdownText(subject),
        markdownCode(rule),
        was,
        at(place),
      ]),
    )
  const others = withoutFact(its)
  if (others.length > 0)
    yield* table(
      ['Observation', 'When', 'How', 'What became of it', 'Where'],
      others.map(([what, { about, observedAt, how, why, place }]) => [
        markdownText(about),
        markdownText(observedAt),
        markdownText(how),
        `${what}: ${markdownText(why)}`,
        at(place),
      ]),
    )
}
