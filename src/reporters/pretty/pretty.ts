import type { Finding, Question, Report } from '../engine/report.js'
import { acceptedParts, isFindingLetThrough, partWords, STAYS_A_FAILURE } from './acceptance.js'
import { dueSoon, dueWords } from './due.js'
import { visible, visibleLine } from './escape.js'
import { prettyEvidence } from './pretty-evidence.js'
import type { Reporter } from './reporter.js'
import { type Paint, painter, type Tone, wrapped } from './terminal.js'
import { thresholdText } from './threshold.js'

/** So many subjects of one finding are named; JSON has all. */
const MOST_SUBJECTS = 6
const QUESTIONS = 5
const MOST_DUE = 6

interface Page {
  readonly columns: number
  readonly paint: Paint
}

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

const line = (text = ''): string => `${text}\n`

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

function* failure(finding: Finding, page: Page): Generator<string> {
  const { severity, rule, message } = finding
  yield line(`${page.paint(severity, severity.toUpperCase())}  ${page.paint('strong', visible(rule))}`)
  for (const text of wrapped(message, page.columns, '  ')) yield line(text)
  yield* frame(finding, page)
  yield* labelled('why', finding.why, page)
  yield* labelled('law', lawOf(finding), page)
  yield* labelled('fix', finding.fix, page)
  if (finding.subjects.length > 3) yield* labelled('all', subjectsOf(finding), page)
  for (const note of notesOf(finding)) yield* labelled('note', note, page)
  for (const [text, tone] of acceptedWords(finding)) yield* labelled('note', text, page, tone)
  yield line()
}

/** What somebody accepted, in short; in red where the law requires it. */
function* acceptedFailures(accepted: readonly Finding[], page: Page): Generator<string> {
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

const lawOf = ({ ground }: Finding): string =>
  `${ground.citation}, ${ground.label}${ground.alternativeOpen ? '; a documented alternative would satisfy it' : ''}`

const subjectsOf = ({ subjects }: Finding): string => {
  const named = subjects
    .slice(0, MOST_SUBJECTS)
    .map(({ label, place }) => (place ? `${label} (line ${place.line})` : label))
  const more = subjects.length - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}

const notesOf = ({ severityChanged, notes, thresholds }: Finding): string[] => [
  ...thresholds.map(thresholdText),
  ...(severityChanged === undefined ? [] : [`severity ${severityChanged}`]),
  ...notes,
]

function* labelled(label: string, text: string, { columns, paint }: Page, tone?: Tone): Generator<string> {
  const painted = (part: string): string => (tone === undefined ? part : paint(tone, part))
  const [first = '', ...rest] = wrapped(text, columns, ' '.repeat(8))
  yield line(`  ${paint('quiet', label.padEnd(4))}  ${painted(first.trimStart())}`)
  for (const more of rest) yield line(painted(more))
}

/** The place, and the line with a mark below what is meant. */
function* frame({ place, excerpt, subjects }: Finding, { columns, paint }: Page): Generator<string> {
  if (!place) return
  yield line()
  yield line(`  ${paint('accent', `${visible(place.file)}:${place.line}:${place.column}`)}`)
  const width = String(place.line + 1).length
  for (const { number, text } of excerpt ?? []) {
    const room = columns - width - 7
    const from = number === place.line && place.column > room ? place.column - Math.floor(room / 2) : 0
    const shown = clipped(visibleLine(text), from, room)
    yield line(`  ${paint('quiet', `${String(number).padStart(width)} │`)} ${shown}`)
    if (number === place.line)
      yield line(`  ${' '.repeat(width)} ${paint('quiet', '│')} ${markOf(place, from, room, paint)}`)
  }
  for (const { place: other, words } of subjects[0]?.also ?? []) {
    yield line(
      `  ${' '.repeat(width)} ${paint('quiet', '=')} ${visible(words)} (${visible(other.file)}:${other.line})`,
    )
  }
  yield line()
}

const clipped = (text: string, from: number, room: number): string => {
  const characters = [...text].slice(from)
  return characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : characters.join('')
}

const markOf = (place: NonNullable<Finding['place']>, from: number, room: number, paint: Paint): string => {
  const start = Math.max(0, place.column - 1 - from)
  const length = place.endLine === place.line ? Math.max(1, place.endColumn - place.column) : 3
  return ' '.repeat(start) + paint('critical', '^'.repeat(Math.max(1, Math.min(length, room - start))))
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
  const words = `Not proven: ${outcomes.unproven} ${outcomes.unproven === 1 ? 'answer' : 'answers'} in ${number} ${number === 1 ? 'finding' : 'findings'}. What nobody stated is neither a pass nor a failure.`
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

function* summary(report: Report, page: Page): Generator<string> {
  const { summary: sums, gate, inputs, notRead, waivers, baseline, leftOut } = report
  const { outcomes, passesByRank, findings, findingsBySeverity, assets } = sums
  const { paint, columns } = page
  yield line(paint('quiet', '─'.repeat(columns)))
  const severities = Object.entries(findingsBySeverity)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => paint(severity as Finding['severity'], `${number} ${severity}`))
  yield line(
    `${paint('strong', 'Findings')}    ${findings.fail === 0 ? paint('good', 'no failures') : severities.join(', ')}`,
  )
  const accepted = report.findings.filter((one) => one.outcome === 'fail' && isFindingLetThrough(one)).length
  if (accepted > 0) yield line(`            ${accepted} of them accepted`)
  const ranks = Object.entries(passesByRank)
    .filter(([, number]) => number > 0)
    .map(([rank, number]) => `${number} ${rank}`)
  yield line(
    `${paint('strong', 'Answers')}     ${outcomes.pass} pass${ranks.length === 0 ? '' : ` (${ranks.join(', ')})`}, ${outcomes.fail} fail,`,
  )
  yield line(`            ${outcomes.unproven} unproven, ${outcomes.alternative} covered by an alternative`)
  const { declared, inferred, assumed, administering, described } = assets
  yield line(
    `${paint('strong', 'ePHI')}        ${described} assets: ${declared} declared, ${inferred} inferred, ${assumed} assumed;`,
  )
  yield line(`            ${administering} ${administering === 1 ? 'controls' : 'control'} systems with ePHI`)
  yield line(
    `${paint('strong', 'Read')}        ${wrapped(inputs.map(({ file }) => file).join(', '), columns - 12, '', ' '.repeat(12)).join('\n')}`,
  )
  if (notRead.length > 0)
    yield line(
      `${paint('strong', 'Not read')}    ${wrapped(notReadWords(notRead), columns - 12, '', ' '.repeat(12)).join('\n')}`,
    )
  for (const text of waiverWords(waivers, columns)) yield line(paint('medium', text))
  if (leftOut.length > 0) for (const text of leftOutWords(leftOut, columns)) yield line(paint('medium', text))
  if (baseline !== undefined)
    yield line(
      `${paint('strong', 'Baseline')}    ${baseline.known} known, ${baseline.fixed.length} of them fixed`,
    )
  yield line(verdict(gate, findings.unproven, baseline !== undefined, paint))
  yield line(paint('quiet', 'On what was described; no legal advice, and no proof of compliance.'))
}

/** The most frequent first; the JSON has all of them with the reason. */
const notReadWords = (notRead: Report['notRead']): string => {
  const list = [...notRead].sort((one, other) => other.count - one.count)
  const shown = list
    .slice(0, MOST_UNREAD)
    .map(({ what, count }) => visible(count > 1 ? `${what} (${count})` : what))
  const more = list.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

const MOST_UNREAD = 8

/** Waivers that do nothing, or no longer. */
const waiverWords = (waivers: Report['waivers'], columns: number): readonly string[] =>
  waivers
    .filter(({ state }) => state !== 'in-force')
    .flatMap(({ rule, subjects, until, state }) =>
      wrapped(
        state === 'expired'
          ? `The waiver of ${rule} for ${subjects} ended on ${until}: it gates again.`
          : `The waiver of ${rule} for ${subjects} matches no failure.`,
        columns,
        'Waiver      ',
        ' '.repeat(12),
      ),
    )

const leftOutWords = (leftOut: Report['leftOut'], columns: number): readonly string[] => {
  const required = leftOut.filter((one) => one.required).length
  const law = required === 0 ? '' : `; ${required} of them ask what the law requires`
  return wrapped(
    `${leftOut.length} rules, by the configuration${law}`,
    columns,
    'Left out    ',
    ' '.repeat(12),
  )
}

const verdict = (
  { exitCode, gating, failOn, strict }: Report['gate'],
  open: number,
  hasBaseline: boolean,
  paint: Paint,
): string => {
  const bound =
    failOn === 'unproven' ? 'any severity, or unproven' : `${failOn} or worse${strict ? ', or unproven' : ''}`
  if (exitCode === 1)
    return paint('critical', `Fails: ${gating} ${gating === 1 ? 'finding' : 'findings'} (${bound})`)
  return `${paint('good', `Passes: no ${hasBaseline ? 'new ' : ''}finding (${bound})`)}${open === 0 ? '' : paint('medium', `; ${open} not proven`)}`
}
