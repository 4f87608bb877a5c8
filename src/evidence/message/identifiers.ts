/** Something in a header that names a patient, and what of it may be shown. */
export interface Identifier {
  readonly header: string
  readonly what: 'social security number' | 'medical record number' | 'date of birth' | 'Medicare number'
  /** The words around it, with the identifier itself masked. */
  readonly words: string
}

const MASK = '‹masked›'

const DATE = String.raw`(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2} [a-z]{3,9}\.? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})`

/** Identifiers of 164.514(b)(2)(i) by their shape, or by the word before them. The group is what is masked. */
const PATTERNS: readonly (readonly [what: Identifier['what'], pattern: RegExp])[] = [
  ['social security number', /\b(\d{3}-\d{2}-\d{4})\b/g],
  [
    'social security number',
    /\b(?:ssn|social security)(?: (?:number|no\.?))?[\s:#=]{1,3}(\d{9}|\d{3} \d{2} \d{4})\b/gi,
  ],
  [
    'medical record number',
    /\b(?:mrn|med(?:ical)? rec(?:ord)?|patient ?id|pt\.? ?id|chart|pat\.? ?id)(?: (?:number|no\.?|nr\.?))?[\s:#=]{1,3}([a-z]{0,4}-?\d{4,12})\b/gi,
  ],
  [
    'date of birth',
    new RegExp(
      String.raw`\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|born(?: on)?)[\s:#=]{1,3}(${DATE})`,
      'gi',
    ),
  ],
  [
    'Medicare number',
    /\b([1-9][ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d-?[ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d-?[ac-hjkmnp-rt-y]{2}\d{2})\b/gi,
  ],
]

const LONGEST = 2000

/** Identifiers in a header. What looks like one is told without being repeated. */
export const identifiersIn = (header: string, value: string): readonly Identifier[] => {
  const text = onOneLine(value.slice(0, LONGEST))
  const found = PATTERNS.flatMap(([what, pattern]) => [...text.matchAll(pattern)].map(() => what))
  if (found.length === 0) return []
  const words = maskedIdentifiers(text)
  return [...new Set(found)].map((what) => ({ header, what, words }))
}

/** A text on one line with all that looks like an identifier masked; beside one, other numbers may be as bad. */
export const maskedIdentifiers = (text: string): string => {
  const line = onOneLine(text)
  const safe = PATTERNS.reduce(
    (masked, [, pattern]) => masked.replace(pattern, (whole, inner: string) => whole.replace(inner, MASK)),
    line,
  )
  return safe === line ? line : safe.replace(NUMBER, MASK)
}

/** With single blanks, as the patterns have them: more of them hide no identifier. */
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const NUMBER = /\b\d(?:[\d ./-]{2,30})\d\b/g
