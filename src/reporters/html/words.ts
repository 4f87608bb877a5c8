import type { Finding, MatrixRow } from '../../engine/report.js'
import { joined, type Markup, markup } from './markup.js'

/** What an outcome means for a finding. */
export const OUTCOME_WORDS: Readonly<Record<Finding['outcome'], string>> = {
  fail: 'fails',
  unproven: 'unproven',
  alternative: 'covered by an alternative',
}

/** A sign beside the words, for who cannot tell colours apart. */
export const STATUS_SIGNS: Readonly<Record<MatrixRow['status'], string>> = {
  fail: '✕',
  'below-practice': '△',
  unproven: '?',
  alternative: '≈',
  pass: '✓',
  'not-applicable': '–',
  'not-checked': '·',
}

/** Where something stands in the files that were read. */
export const placeText = ({ file, line, column, source }: NonNullable<Finding['place']>): Markup =>
  markup`<code class="place">${file}:${line}:${column}</code>${source === undefined ? '' : markup` (${source})`}`

/** A list of code words. */
export const codes = (words: readonly string[]): Markup =>
  joined(
    words.map((word) => markup`<code>${word}</code>`),
    ', ',
  )

/** The module of a rule: what stands before the slash. */
export const moduleOf = (rule: string): string => rule.split('/')[0] ?? rule

/** A table that may be wider than the screen, and can then be moved by the keyboard too. */
export const table = (name: string, head: readonly string[], rows: readonly Markup[]): Markup =>
  markup`<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table><thead><tr>${head.map(
    (cell) => markup`<th scope="col">${cell}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>\n`
