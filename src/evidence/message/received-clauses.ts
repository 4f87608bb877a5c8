/** The clauses of a Received header (RFC 5321, 4.4), each with its words and its comments. */
export interface ReceivedClauses {
  readonly from: Clause
  readonly by: Clause
  readonly via: Clause
  readonly with: Clause
  readonly id: Clause
  readonly for: Clause
  /** What stands before the first clause. */
  readonly head: Clause
  /** The whole header on one line. */
  readonly text: string
  /** What follows the last semicolon. */
  readonly date: string | undefined
}

/** Words outside of parentheses, and what stands in them. */
export interface Clause {
  readonly words: readonly string[]
  readonly comments: readonly string[]
}

/** A header that is longer is cut: no mail server writes so much. */
const LONGEST = 4096

const KEYWORDS = ['from', 'by', 'via', 'with', 'id', 'for'] as const
type Keyword = (typeof KEYWORDS)[number]

/** Folded lines become one (RFC 5322, 2.2.3). */
export const unfolded = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\r\n\t ]+/g, ' ')
    .trim()

/** Splits a Received header into its clauses. Nothing in it is taken to be well formed. */
export const receivedClauses = (header: string): ReceivedClauses => {
  const text = unfolded(header)
  const semicolon = text.lastIndexOf(';')
  const body = semicolon < 0 ? text : text.slice(0, semicolon)
  const clauses = new Map<Keyword | 'head', { words: string[]; comments: string[] }>()
  let current: Keyword | 'head' = 'head'
  for (const token of tokensOf(body)) {
    const keyword = KEYWORDS.find((one) => one === token.toLowerCase())
    // `for` and `from` may be words of what is said elsewhere: a clause that is there already is not begun again.
    if (
      keyword &&
      (keyword === 'with' || !clauses.has(keyword)) &&
      (keyword !== 'from' || !clauses.has('by'))
    ) {
      current = keyword
      if (!clauses.has(current)) clauses.set(current, { words: [], comments: [] })
      continue
    }
    const clause = clauses.get(current) ?? { words: [], comments: [] }
    clauses.set(current, clause)
    if (token.startsWith('('))
      clause.comments.push(token.slice(1, token.endsWith(')') ? -1 : undefined).trim())
    else clause.words.push(token)
  }
  const of = (name: Keyword | 'head'): Clause => clauses.get(name) ?? NOTHING
  return {
    head: of('head'),
    from: of('from'),
    by: of('by'),
    via: of('via'),
    with: of('with'),
    id: of('id'),
    for: of('for'),
    text,
    date: semicolon < 0 ? undefined : text.slice(semicolon + 1).trim(),
  }
}

const NOTHING: Clause = { words: [], comments: [] }

/** Words, and what stands in parentheses as one token; parentheses may be nested. */
const tokensOf = function* (text: string): Generator<string> {
  let depth = 0
  let token = ''
  for (const character of text) {
    if (character === '(' && depth++ === 0) {
      if (token !== '') yield token
      token = ''
    }
    if (character === ' ' && depth === 0) {
      if (token !== '') yield token
      token = ''
      continue
    }
    token += character
    if (character === ')' && depth > 0 && --depth === 0) {
      yield token
      token = ''
    }
  }
  if (token !== '') yield token
}
