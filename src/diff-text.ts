import type { DiffEntry, ReportDiff } from './engine/diff.js'
import { SEVERITIES } from './knowledge/terms.js'
import { jsonText, markdownProse, markdownText, visible } from './reporters/escape.js'
import { painter, wrapped } from './reporters/terminal.js'

/** How a difference is printed. */
export const DIFF_FORMATS = ['pretty', 'json', 'markdown', 'github'] as const
export type DiffFormat = (typeof DIFF_FORMATS)[number]

/** A difference as text. */
export const diffText = (
  diff: ReportDiff,
  format: DiffFormat,
  { color, columns }: { readonly color: boolean; readonly columns: number },
): string => {
  switch (format) {
    case 'json':
      return `${jsonText(diff)}\n`
    case 'markdown':
      return markdownDiff(diff)
    case 'github':
      return githubComment(diff)
    default:
      return prettyDiff(diff, color, columns)
  }
}

const PARTS = [
  ['added', 'New', 'critical'],
  ['worse', 'Worse', 'high'],
  ['noLongerProven', 'No longer proven', 'medium'],
  ['notProven', 'New, and not proven', 'low'],
  ['changed', 'Changed', 'low'],
  ['fixed', 'Fixed', 'good'],
  ['notAsked', 'Not asked any more', 'medium'],
] as const

/** Told even where there is none of them. */
const ALWAYS: ReadonlySet<keyof ReportDiff> = new Set(['added', 'worse', 'noLongerProven', 'fixed'])

const headline = (diff: ReportDiff): string =>
  [
    ...PARTS.filter(([key]) => ALWAYS.has(key) || diff[key].length > 0).map(
      ([key, words]) => `${diff[key].length} ${words.toLowerCase()}`,
    ),
    `${diff.unchanged} as before`,
  ].join(', ')

const prettyDiff = (diff: ReportDiff, color: boolean, columns: number): string => {
  const paint = painter(color)
  const lines = [paint('strong', visible(`From ${diff.from} to ${diff.to}`)), '']
  for (const [key, words, tone] of PARTS) {
    if (diff[key].length === 0) continue
    lines.push(paint(tone, `${words}: ${diff[key].length}`))
    for (const entry of diff[key]) {
      lines.push(
        ...wrapped(
          `${entry.severity}  ${entry.rule}  ${entry.subject}${changeWords(entry)}`,
          columns,
          '  ',
          '      ',
        ),
      )
      lines.push(...wrapped(placed(entry), columns, '      '))
    }
    lines.push('')
  }
  lines.push(headline(diff))
  return `${lines.join('\n')}\n`
}

const placed = ({ message, place }: DiffEntry): string =>
  place === undefined ? message : `${place.file}:${place.line}:${place.column}: ${message}`

const changeWords = (entry: DiffEntry & { readonly before?: Partial<DiffEntry> }): string => {
  const { before, outcome, severity, found, accepted } = entry
  if (before === undefined) return ''
  if (before.outcome !== outcome) return `, was ${before.outcome}`
  if (before.severity !== severity) return `, was ${before.severity}`
  if (before.waived && !accepted) return ', was waived'
  return before.found === found ? '' : `, was ${before.found ?? 'not stated'}`
}

const markdownDiff = (diff: ReportDiff): string => {
  const lines = [
    `# From ${markdownText(diff.from)} to ${markdownText(diff.to)}`,
    '',
    `${headline(diff)}.`,
    '',
  ]
  for (const [key, words] of PARTS) {
    if (diff[key].length === 0) continue
    lines.push(`## ${words} (${diff[key].length})`, '')
    for (const entry of diff[key])
      lines.push(
        `- **${entry.severity}** ${markdownText(entry.rule)}, ${markdownText(entry.subject)}${markdownText(changeWords(entry))}: ${markdownText(placed(entry))} ${markdownProse(entry.fix)}`,
      )
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** What fits a comment on a pull request. */
const MOST_LINES = 20
/** Head, table head, and what is left out. */
const OTHER_LINES = 7

/** What somebody has to look at before merging. */
const GATING: ReadonlySet<keyof ReportDiff> = new Set(['added', 'worse', 'noLongerProven'])

/** At most 20 lines: the verdict, a table of the worst, and how many more there are. */
const githubComment = (diff: ReportDiff): string => {
  const rows = PARTS.filter(([key]) => GATING.has(key)).flatMap(([key, words]) =>
    diff[key].map((entry) => ({ words, entry })),
  )
  // What is cut off is what weighs least, whichever part it is of.
  rows.sort((one, other) => SEVERITIES.indexOf(one.entry.severity) - SEVERITIES.indexOf(other.entry.severity))
  const shown = rows.slice(0, MOST_LINES - OTHER_LINES)
  const lines = [`### HIPAA: ${headline(diff)}`, '']
  if (shown.length > 0) lines.push('| | Severity | Rule | What |', '| --- | --- | --- | --- |')
  for (const { words, entry } of shown)
    lines.push(
      `| ${words}${markdownText(changeWords(entry))}${entry.accepted ? ', accepted' : ''} | ${entry.severity} | ${markdownText(entry.rule)} | ${markdownText(shortened(placed(entry)))} |`,
    )
  if (rows.length > shown.length)
    lines.push('', `… and ${rows.length - shown.length} more; the report has them all.`)
  if (shown.length === 0) lines.push('No failure is new or worse, and what was shown is shown still.')
  return `${lines.join('\n')}\n`
}

const shortened = (text: string): string => {
  const characters = [...text]
  return characters.length > LONGEST_CELL ? `${characters.slice(0, LONGEST_CELL - 1).join('')}…` : text
}

const LONGEST_CELL = 200
