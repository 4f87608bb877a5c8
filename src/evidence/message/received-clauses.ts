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
  /** Comments before the last `by`, each in its parentheses: who was connected, and by some servers how. */
  readonly before: readonly string[]
  /** What the receiving host says of itself and of how it took the message, from the last `by` on. */
  readonly own: string
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

/**
 * Splits a Received header into its clauses. Nothing in it is taken to be well formed, and much of it is what the other
 * side said of itself: Postfix keeps the words of a greeting, so that `by` and `with` may stand in one.
 */
export const receivedClauses = (header: string): ReceivedClauses => {
  const text = unfolded(header)
  const { body, date } = parted(text)
  const tokens = [...tokensOf(closed(body))]
  const by = tokens.findLastIndex(
    // qmail-scanner writes `by uid 64011` behind the host.
    (token, index) => token.toLowerCase() === 'by' && tokens[index + 1] !== 'uid',
  )
  const hasOwn = tokens.slice(by + 1).some((token) => /^(with|via)$/i.test(token))
  const clauses = clausesOf(tokens, (index) => index < by && hasOwn)
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
    before: hasOwn ? tokens.slice(0, Math.max(by, 0)).filter(isComment).map(flat) : [],
    own: (hasOwn ? tokens.slice(Math.max(by, 0)) : tokens).map(flat).join(' '),
    date,
  }
}

/** Some servers write the time of Go behind the last clause, and no semicolon: `2024-03-15 10:30:00.5 +0000 UTC m=+1.2`. */
const BARE_TIME =
  / (\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(?:\.\d{1,9})? ([+-]\d{4}) UTC(?: m=[+-][\d.]{1,30})?$/

const parted = (text: string): { readonly body: string; readonly date: string | undefined } => {
  const semicolon = text.lastIndexOf(';')
  if (semicolon >= 0) return { body: text.slice(0, semicolon), date: text.slice(semicolon + 1).trim() }
  const bare = BARE_TIME.exec(text)
  return bare
    ? { body: text.slice(0, bare.index), date: `${bare[1]} ${bare[2]}` }
    : { body: text, date: undefined }
}

/** Addresses and quoted words say nothing in the grammar of the header, whatever stands in them. */
const closed = (text: string): string =>
  text.replace(/<[^<>]*>|"[^"]*"/g, (part) => part.replace(/[ ()]/g, '_'))

const isComment = (token: string): boolean => token.startsWith('(')

/** A comment without those within it. */
const flat = (token: string): string => {
  if (!isComment(token)) return token
  let depth = 0
  let outer = ''
  for (const character of token) {
    if (character === ')') depth--
    if (depth < 2 && !(character === ')' && depth === 1)) outer += character
    if (character === '(') depth++
  }
  return outer
}

type Clauses = ReadonlyMap<Keyword | 'head', { readonly words: string[]; readonly comments: string[] }>

/** Sorts tokens by the keyword before them; `isGreeting` tells where only `from` is one. */
const clausesOf = (tokens: readonly string[], isGreeting: (index: number) => boolean): Clauses => {
  const clauses = new Map<Keyword | 'head', { words: string[]; comments: string[] }>()
  let current: Keyword | 'head' = 'head'
  for (const [index, token] of tokens.entries()) {
    const keyword = KEYWORDS.find((one) => one === token.toLowerCase())
    // `for` and `from` may be words of what is said elsewhere: a clause that is there already is not begun again.
    const isNew =
      keyword === 'with' || (keyword && !clauses.has(keyword) && (keyword !== 'from' || !clauses.has('by')))
    if (keyword && isNew && !(keyword !== 'from' && isGreeting(index))) {
      current = keyword
      if (!clauses.has(current)) clauses.set(current, { words: [], comments: [] })
      continue
    }
    const clause = clauses.get(current) ?? { words: [], comments: [] }
    clauses.set(current, clause)
    if (isComment(token)) clause.comments.push(token.slice(1, token.endsWith(')') ? -1 : undefined).trim())
    else clause.words.push(token)
  }
  return clauses
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
