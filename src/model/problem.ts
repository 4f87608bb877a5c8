/** Where something stands in a file. Lines and columns count from 1; the end is the column after the last. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The address of the resource, where the file was imported. */
  readonly source?: string
}

/** Every way in which input can be wrong. The codes are stable: scripts may ask for them. */
export const PROBLEM_CODES = [
  'missing-file',
  'outside-tree',
  'unreadable-file',
  'no-descriptions',
  'unknown-format',
  'not-rendered',
  'imported-twice',
  'not-hcl',
  'file-too-big',
  'line-too-long',
  'empty-file',
  'invalid-utf8',
  'utf-16',
  'not-yaml',
  'not-json',
  'not-xml',
  'not-a-message',
  'several-documents',
  'tab-indent',
  'duplicate-key',
  'reserved-key',
  'reserved-id',
  'too-deep',
  'too-many-aliases',
  'self-reference',
  'unknown-tag',
  'unknown-key',
  'missing-key',
  'missing-value',
  'wrong-type',
  'unknown-value',
  'unknown-version',
  'impossible-value',
  'impossible-date',
  'bad-duration',
  'duplicate-id',
  'conflicting-value',
  'dangling-reference',
  'nothing-to-audit',
  'bad-usage',
  'not-writable',
  'store-unreachable',
  'store-busy',
  'store-damaged',
  'no-history',
  'unknown-report',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong with the input: what, where, what was expected, and what was probably meant. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly found?: string
  readonly expected?: string
  /** What was probably meant, ready to write. */
  readonly suggestion?: string
  readonly place?: Place
  /** The other places that one has to see. */
  readonly also?: readonly Place[]
}
