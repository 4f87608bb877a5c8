import type { Question, Report } from '../../engine/report.js'
import { isFindingLetThrough } from '../acceptance.js'
import { dueSoon, dueWords } from '../due.js'
import { visible } from '../escape.js'
import type { Reporter } from '../reporter.js'
import { painter, wrapped } from '../terminal.js'
import { counted } from '../words.js'
import { prettyEvidence } from './evidence.js'
import { acceptedFailures, failure } from './failures.js'
import { line, type Page } from './page.js'
import { summary } from './summary.js'

const QUESTIONS = 5
const MOST_DUE = 6

/** For the terminal: the worst first, and the sum at the end, where one looks. */
export const pretty: Reporter = {
  id: 'pretty',
  title: 'Text for a terminal',
  extension: 'txt',
  *render(report, { color, columns }) {
    const page: Page = { columns: Math.max(40, Math.min(columns, 100)), paint: painter(color) }
    yield* heading(report, page)
    const failed = report.findings.filter(({ outcome }) => outcome === 'fail')
    for (const finding of failed) if (!isFindingLetThrough(finding)) yield* failure(finding, page)
    yield* acceptedFailures(failed.filter(isFindingLetThrough), page)
    yield* alternatives(report, page)
    yield* unproven(report, page)
    if (report.evidence) yield* prettyEvidence(report.evidence, page)
    yield* calendar(report, page)
    yield* summary(report, page)
  },
}

function* heading({ system, asOf, profile, tool }: Report, { paint }: Page): Generator<string> {
  yield line(paint('strong', visible(system.name)))
  yield line(
    paint(
      'quiet',
      `judged on ${visible(asOf)} by profile ${visible(profile)}, ${tool.rules} rules, hipaacheck ${visible(tool.version)}`,
    ),
  )
  yield line()
}

function* alternatives({ alternatives: list, findings }: Report, page: Page): Generator<string> {
  const covered = findings.filter(({ outcome }) => outcome === 'alternative')
  if (covered.length === 0) return
  yield line(page.paint('strong', `Covered by a documented alternative (164.306(d)(3)): ${covered.length}`))
  for (const { rule, message, notes } of covered) {
    for (const text of wrapped(`${rule}: ${message}`, page.columns, '  ', '    ')) yield line(text)
    for (const note of notes)
      for (const text of wrapped(note, page.columns, '    ')) yield line(page.paint('medium', text))
  }
  for (const { specification, reviewBy, state } of list) {
    if (state === 'valid')
      yield line(
        page.paint(
          'quiet',
          `  ${visible(specification)}: valid, to be reviewed by ${visible(reviewBy ?? '')}`,
        ),
      )
  }
  yield line()
}

function* unproven({ summary: { outcomes }, questions, findings }: Report, page: Page): Generator<string> {
  if (outcomes.unproven === 0) return
  const number = findings.filter(({ outcome }) => outcome === 'unproven').length
  const words = `Not proven: ${counted(outcomes.unproven, 'answer')} in ${counted(number, 'finding')}. What nobody stated is neither a pass nor a failure.`
  for (const text of wrapped(words, page.columns)) yield line(page.paint('strong', text))
  const top = questions.slice(0, QUESTIONS)
  yield line(
    page.paint(
      'quiet',
      `${top.length === 1 ? 'This settles' : `These ${top.length} settle`} most; \`hipaacheck ask\` has all ${questions.length} as YAML to paste:`,
    ),
  )
  for (const [index, question] of top.entries()) yield* asked(index + 1, question, page)
  yield line()
}

/** What has lapsed, or will within 90 days, before it bites. */
function* calendar({ dueDates }: Report, page: Page): Generator<string> {
  const soon = dueSoon(dueDates)
  if (soon.length === 0) return
  yield line(page.paint('strong', `Due within 90 days, or overdue: ${soon.length}`))
  for (const due of soon.slice(0, MOST_DUE)) {
    const words = `${due.date} ${dueWords(due)}: ${due.subject}, ${due.what}`
    for (const text of wrapped(words, page.columns, '  ', ' '.repeat(13)))
      yield line(due.days < 0 ? page.paint('medium', text) : text)
  }
  if (soon.length > MOST_DUE) yield line(page.paint('quiet', `  and ${soon.length - MOST_DUE} more`))
  yield line()
}

function* asked(
  number: number,
  { asks, settles, place }: Question,
  { columns, paint }: Page,
): Generator<string> {
  const [first = '', ...rest] = wrapped(`${asks} Once, in ${place}: settles ${settles}.`, columns, '     ')
  yield line(`  ${paint('accent', `${number}.`)} ${first.trimStart()}`)
  for (const more of rest) yield line(more)
}
