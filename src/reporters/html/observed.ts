import type { Report } from '../../engine/report.js'
import { withoutFact } from '../observations.js'
import { counted } from '../words.js'
import { type Markup, markup, NOTHING } from './markup.js'
import { placeText, table } from './words.js'

/** What was observed of what really runs: what it cleared, and what of it made no fact. */
export const observed = ({ evidence }: Report): Markup => {
  if (!evidence) return NOTHING
  const { used, maxAge, files, cleared } = evidence
  const others = withoutFact(evidence)
  return markup`<p>${counted(used, 'observation')} of what really runs made facts, by ${files.map(({ file, tool }) => `${tool} (${file})`).join(', ') || 'no file'}. What is older than ${maxAge} was not used. What could not be seen is no fact.</p>
${cleared.length === 0 ? NOTHING : clearedTable(cleared)}${others.length === 0 ? NOTHING : othersTable(others)}`
}

const clearedTable = (cleared: NonNullable<Report['evidence']>['cleared']): Markup =>
  table(
    'Cleared by evidence',
    ['Cleared by evidence', 'Rule', 'Without it', 'Seen at'],
    cleared.map(
      ({ subject, rule, was, place }) =>
        markup`<tr><th scope="row">${subject}</th><td><code>${rule}</code></td><td>${was}</td><td>${placeText(place)}</td></tr>\n`,
    ),
  )

const othersTable = (others: ReturnType<typeof withoutFact>): Markup =>
  table(
    'Observations that made no fact',
    ['Observation', 'When', 'How', 'What became of it', 'Where'],
    others.map(
      ([what, { about, observedAt, how, why, place }]) =>
        markup`<tr><th scope="row">${about}</th><td><time>${observedAt}</time></td><td>${how}</td><td>${what}: ${why}</td><td>${placeText(place)}</td></tr>\n`,
    ),
  )
