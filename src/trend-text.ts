import { shownTime, type TextOptions } from './history-text.js'
import { SEVERITIES, type Severity } from './knowledge/terms.js'
import { type Paint, painter, wrapped } from './reporters/terminal.js'
import type { Entry } from './store/entry.js'
import { barParts, type Series, totalFailures } from './trend.js'

/** Without colours the darkness tells the severity. */
const MARKS: Readonly<Record<Severity, string>> = {
  critical: '█',
  high: '▓',
  medium: '▒',
  low: '░',
  info: '·',
}

const HEADS: readonly (readonly [words: string, value: (entry: Entry) => number])[] = [
  ['crit', ({ failures }) => failures.critical],
  ['high', ({ failures }) => failures.high],
  ['med', ({ failures }) => failures.medium],
  ['low', ({ failures }) => failures.low],
  ['info', ({ failures }) => failures.info],
  ['unproven', ({ findings }) => findings.unproven],
]

const WIDTHS = HEADS.map(([words]) => Math.max(5, words.length + 1))

/** Columns of a time to the minute and its indent. */
const TIME = 18
/** Bars longer than this are not easier to compare. */
const LONGEST_BAR = 60

/** Findings over time for a terminal: a line for each report, with a bar of its failures. */
export const trendText = (series: readonly Series[], { color, columns }: TextOptions): string => {
  const paint = painter(color)
  const space = columns - TIME - WIDTHS.reduce((sum, width) => sum + width, 0) - 2
  const lines = series.flatMap((one) => [
    ...wrapped(`${one.system}, profile ${one.profile}`, columns).map((line) => paint('strong', line)),
    paint(
      'quiet',
      `${' '.repeat(TIME)}${HEADS.map(([words], index) => words.padStart(WIDTHS[index] ?? 0)).join('')}`,
    ),
    ...rows(one.entries, Math.max(8, Math.min(space, LONGEST_BAR)), paint),
    '',
  ])
  const legend = SEVERITIES.map((severity) => `${paint(severity, MARKS[severity])} ${severity}`).join('  ')
  return `${[...lines, `${legend}  times in UTC`].join('\n')}\n`
}

const rows = (entries: readonly Entry[], space: number, paint: Paint): readonly string[] => {
  const most = Math.max(1, ...entries.map(totalFailures))
  return entries.map((entry) => {
    const numbers = HEADS.map(([, value], index) => String(value(entry)).padStart(WIDTHS[index] ?? 0))
    const bar = barParts(entry.failures, most, space).map(([severity, part]) =>
      paint(severity, MARKS[severity].repeat(part)),
    )
    return `  ${shownTime(entry.recordedAt)}${numbers.join('')}  ${bar.join('')}`.trimEnd()
  })
}
