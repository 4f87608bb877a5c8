import type { MatrixRow, Report, ReportedGround } from '../engine/report.js'
import { grouped } from '../engine/report.js'

/** `1 finding`, `2 findings`. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${grouped(number)} ${number === 1 ? one : many}`

/** The ground of a finding, and whether something else may be done in place of what it asks. */
export const groundWords = ({ citation, label, alternativeOpen }: ReportedGround): string =>
  `${citation}, ${label}${alternativeOpen ? '; a documented alternative may take its place' : ''}`

const STATUS_WORDS: Readonly<Record<MatrixRow['status'], string>> = {
  fail: 'contradicted',
  'below-practice': 'below guidance or practice',
  unproven: 'unproven',
  alternative: 'covered by an alternative',
  pass: 'shown',
  'not-applicable': 'nothing to ask about',
  'not-checked': 'not checked',
}

/** Each status of a paragraph, and what it means, in the order of a legend: the best first. */
export const STATUSES: readonly (readonly [status: MatrixRow['status'], words: string])[] = (
  ['pass', 'alternative', 'below-practice', 'unproven', 'fail', 'not-applicable', 'not-checked'] as const
).map((status) => [status, STATUS_WORDS[status]])

/** What was seen of a paragraph. What no description can show is said to be so: otherwise it looks forgotten. */
export const statusWords = ({ status, evidence }: Pick<MatrixRow, 'status' | 'evidence'>): string =>
  status === 'not-checked' && evidence === 'no'
    ? 'outside what infrastructure can show'
    : STATUS_WORDS[status]

const CONTROL_WORDS: Readonly<Record<string, string>> = {
  administers: 'administers',
  hosts: 'hosts',
  identifies: 'identifies the users of',
}

/** In what way a system controls another. */
export const controlWords = ({ how }: Pick<Report['scope']['administering'][number], 'how'>): string =>
  CONTROL_WORDS[how] ?? how
