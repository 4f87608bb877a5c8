import { SEVERITIES, type Severity } from './knowledge/terms.js'
import { jsonText, visible } from './reporters/escape.js'
import { painter, wrapped } from './reporters/terminal.js'
import type { Entry } from './store/entry.js'
import type { Link } from './store/history.js'
import type { Verification } from './store/verify.js'

/** What a terminal can show. */
export interface TextOptions {
  readonly color: boolean
  readonly columns: number
}

/** A time to the minute, as people read it. */
export const shownTime = (recordedAt: string): string => visible(recordedAt.slice(0, 16)).replace('T', ' ')

/** The failures of an entry: `2 critical, 5 high`. */
export const failureWords = ({ failures }: Pick<Entry, 'failures'>): string =>
  SEVERITIES.filter((severity: Severity) => failures[severity] > 0)
    .map((severity) => `${failures[severity]} ${severity}`)
    .join(', ') || 'no failure'

/** The entries of a store: a line each, and the system and hash below it. */
export const historyText = (links: readonly Link[], { color, columns }: TextOptions): string => {
  const paint = painter(color)
  const lines = links.flatMap(({ entry, hash }) => {
    const verdict = entry.exitCode === 0 ? paint('good', 'passes') : paint('high', 'fails')
    const counts = `${failureWords(entry)}; ${entry.findings.unproven} unproven`
    return [
      `${paint('strong', String(entry.sequence).padStart(5))}  ${shownTime(entry.recordedAt)}  ${verdict}  ${counts}`,
      ...wrapped(`${entry.system}, profile ${entry.profile}, hipaacheck ${entry.tool}`, columns, '       '),
      paint('quiet', `       ${hash}`),
    ]
  })
  return `${[...lines, `${links.length} ${links.length === 1 ? 'report' : 'reports'}, times in UTC`].join('\n')}\n`
}

/** The same for programs. */
export const historyJson = (links: readonly Link[]): string =>
  `${jsonText(links.map(({ entry, hash }) => ({ ...entry, hash })))}\n`

/** What came of looking at every byte of a store. */
export const verificationText = (
  { count, head, tampering }: Verification,
  { color, columns }: TextOptions,
): string => {
  const paint = painter(color)
  const headLine = head === undefined ? [] : [`head ${head.hash}`]
  if (tampering.length > 0)
    return [
      paint(
        'critical',
        `Altered: ${tampering.length} ${tampering.length === 1 ? 'thing' : 'things'} in ${count} reports`,
      ),
      ...tampering.flatMap(({ sequence, what }) =>
        wrapped(sequence === undefined ? what : `report ${sequence}: ${what}`, columns, '  ', '    '),
      ),
      ...headLine,
      '',
    ].join('\n')
  return [
    paint(
      'good',
      `Whole: ${count} ${count === 1 ? 'report' : 'reports'}, none altered, none missing between`,
    ),
    ...headLine,
    ...wrapped(
      'Note the head where nobody who can write the store can write: with --expect it proves later that no report up to here was removed.',
      columns,
    ),
    '',
  ].join('\n')
}
