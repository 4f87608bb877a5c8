import type { Report } from '../../engine/report.js'
import { dueWords } from '../due.js'
import { markdownCode, markdownText } from '../escape.js'
import {
  agreementWords,
  approvalWords,
  assuranceWords,
  lostSafeHarbor,
  responsibilityWords,
} from '../register-words.js'
import { line, table } from './table.js'

/** Documented alternatives: which count, which are void and why. */
export function* alternatives({ alternatives: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## Documented alternatives (45 CFR 164.306(d)(3))')
  yield line()
  for (const one of list) {
    const { specification, subjects, state, decision, measure, reviewBy, faults, covers } = one
    yield line(`### ${markdownText(specification)} for ${markdownText(subjects)}: ${state}`)
    yield line()
    yield line(`- **Decision**: ${markdownText(decision)}`)
    if (measure !== undefined) yield line(`- **Measure**: ${markdownText(measure)}`)
    yield line(
      `- **Approved**: ${markdownText(approvalWords(one))}; to be reviewed by ${markdownText(reviewBy ?? 'a day not stated')}`,
    )
    for (const fault of faults) yield line(`- **Void because**: ${markdownText(fault)}`)
    yield line(`- **Covers**: ${covers.length === 0 ? 'no finding' : covers.map(markdownCode).join(', ')}`)
    const lost = lostSafeHarbor(one)
    if (lost !== undefined) yield line(`- **Note**: ${lost}.`)
    yield line()
  }
}

/** Vendors, their agreements and assurances. */
export function* vendors({ vendors: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## Vendors and their assurance')
  yield line()
  yield* table(
    ['Vendor', 'Relationship', 'Gets ePHI', 'Agreement', 'Assurances', 'Responsible for', 'Runs'],
    list.map((one) => [
      markdownText(one.name),
      markdownText(one.relationship ?? 'not stated'),
      one.reached ? 'yes' : 'no',
      markdownText(agreementWords(one)),
      markdownText(assuranceWords(one)),
      markdownText(responsibilityWords(one)),
      one.runs.map(markdownCode).join(', '),
    ]),
  )
}

/** What lapses by the calendar. */
export function* dueDates({ dueDates: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## Calendar')
  yield line()
  yield* table(
    ['Day', 'When', 'Subject', 'What'],
    list.map((due) => [
      markdownText(due.date),
      dueWords(due),
      markdownCode(due.subject),
      markdownText(due.what),
    ]),
  )
}

/** What holds, and what a reader should know of it all the same. */
export function* remarks({ remarks: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## What holds, with a word')
  yield line()
  yield* table(
    ['Rule', 'Of', 'To know'],
    list.map(({ rule, subjects, note }) => [
      markdownText(rule),
      subjects.map(markdownText).join(', '),
      markdownText(note),
    ]),
  )
}
