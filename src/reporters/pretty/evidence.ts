import type { ReportedEvidence } from '../../engine/report.js'
import { visible } from '../escape.js'
import { withoutFact } from '../observations.js'
import { wrapped } from '../terminal.js'
import { counted } from '../words.js'
import { line, type Page } from './page.js'

/** So many observations and answers of one kind are named; JSON has all. */
const MOST = 8

/** What was observed, for the terminal: what it cleared, and what of it made no fact. */
export function* prettyEvidence(evidence: ReportedEvidence, { columns, paint }: Page): Generator<string> {
  const { files, used, notProven, notUsed, cleared, maxAge } = evidence
  const sum = `Evidence: ${counted(used, 'observation makes', 'observations make')} facts, ${notProven.length} not proven, ${notUsed.length} not used (--max-age ${maxAge})`
  for (const text of wrapped(sum, columns)) yield line(paint('strong', text))
  for (const { file, tool } of files) yield line(paint('quiet', `  ${visible(file)}: ${visible(tool)}`))
  yield* entries(
    cleared.map(
      ({ rule, subject, was, place }) =>
        `cleared: ${subject}: ${rule} (${was} without it; ${place.file}:${place.line})`,
    ),
    columns,
  )
  yield* entries(
    withoutFact(evidence).map(
      ([what, { about, observedAt, why, place }]) =>
        `${what}: ${about} at ${observedAt}: ${why} (${place.file}:${place.line})`,
    ),
    columns,
  )
  yield line()
}

function* entries(texts: readonly string[], columns: number): Generator<string> {
  for (const text of texts.slice(0, MOST))
    for (const part of wrapped(text, columns, '  ', '    ')) yield line(part)
  if (texts.length > MOST) yield line(`  … and ${texts.length - MOST} more`)
}
