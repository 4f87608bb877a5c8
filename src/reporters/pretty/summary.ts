import type { Finding, Report } from '../../engine/report.js'
import { idleWaivers, isFindingLetThrough } from '../acceptance.js'
import { visible } from '../escape.js'
import { gateWords } from '../gate-words.js'
import { type Paint, wrapped } from '../terminal.js'
import { counted } from '../words.js'
import { line, type Page } from './page.js'

/** The numbers and the verdict, at the end, where one looks. */
export function* summary(report: Report, page: Page): Generator<string> {
  const { summary: sums, inputs, notRead } = report
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
  yield* accepting(report, page)
  yield line(verdict(report, paint))
  yield line(paint('quiet', 'On what was described; no legal advice, and no proof of compliance.'))
}

/** What was accepted to no effect, and what the configuration and the baseline take out. */
function* accepting(report: Report, { paint, columns }: Page): Generator<string> {
  const { leftOut, baseline } = report
  for (const words of idleWaivers(report))
    for (const text of wrapped(words, columns, 'Waiver      ', ' '.repeat(12)))
      yield line(paint('medium', text))
  if (leftOut.length > 0) for (const text of leftOutWords(leftOut, columns)) yield line(paint('medium', text))
  if (baseline === undefined) return
  const { known, fixed } = baseline
  yield line(`${paint('strong', 'Baseline')}    ${known} known, ${fixed.length} of them fixed`)
  for (const { rule, subject } of fixed.slice(0, MOST_FIXED))
    for (const text of wrapped(`${rule}, ${subject}`, columns, '  fixed     ', ' '.repeat(12)))
      yield line(paint('good', text))
  if (fixed.length > MOST_FIXED) yield line(`            and ${fixed.length - MOST_FIXED} more`)
}

const MOST_FIXED = 8

/** The most frequent first, each reason once: a module from elsewhere is no reason to look for a mistake. */
const notReadWords = (notRead: Report['notRead']): string => {
  const list = [...notRead].sort((one, other) => other.count - one.count)
  const byReason = new Map<string, string[]>()
  for (const { what, count, why } of list.slice(0, MOST_UNREAD)) {
    const names = byReason.get(why) ?? []
    names.push(visible(count > 1 ? `${what} (${count})` : what))
    byReason.set(why, names)
  }
  const shown = Array.from(byReason, ([why, names]) => `${names.join(', ')}: ${visible(why)}`)
  const more = list.length - MOST_UNREAD
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ')
}

const MOST_UNREAD = 8

const leftOutWords = (leftOut: Report['leftOut'], columns: number): readonly string[] => {
  const required = leftOut.filter((one) => one.required).length
  const law =
    required === 0 ? '' : `; ${counted(required, 'of them asks', 'of them ask')} what the law requires`
  return wrapped(
    `${counted(leftOut.length, 'rule')}, by the configuration${law}`,
    columns,
    'Left out    ',
    ' '.repeat(12),
  )
}

const verdict = (report: Report, paint: Paint): string => {
  const words = gateWords(report)
  if (report.gate.exitCode === 1) return paint('critical', `Fails: ${words}`)
  const open = report.summary.findings.unproven
  return `${paint('good', `Passes: ${words}`)}${open === 0 ? '' : paint('medium', `; ${open} not proven`)}`
}
