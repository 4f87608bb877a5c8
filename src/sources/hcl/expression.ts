import { type Cursor, deeper, expectText, SyntaxFault, skip, take, takeNumber, takeWord } from './cursor.js'
import type { Expression, Step } from './syntax.js'
import { heredoc, quoted } from './template.js'

/** Operators of two operands, the loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['>=', '<=', '>', '<'],
  ['+', '-'],
  ['*', '/', '%'],
]

/** More values in a row are joined by nobody; each stands one level deeper than the one behind it. */
const LONGEST_CHAIN = 300

/** Reads an expression. `lines`: whether it stands in brackets, where line ends mean nothing. */
export const readExpression = (cursor: Cursor, lines: boolean): Expression =>
  deeper(cursor, () => {
    const test = binary(cursor, 0, lines)
    skip(cursor, lines)
    if (!take(cursor, '?')) return test
    skip(cursor, true)
    const yes = readExpression(cursor, lines)
    skip(cursor, true)
    expectText(cursor, ':')
    skip(cursor, true)
    const no = readExpression(cursor, lines)
    return { is: 'choice', test, yes, no, start: test.start, end: no.end }
  })

const binary = (cursor: Cursor, level: number, lines: boolean): Expression => {
  const operators = LEVELS[level]
  if (!operators) return unary(cursor, lines)
  let left = binary(cursor, level + 1, lines)
  for (let count = 1; ; count++) {
    const before = cursor.at
    skip(cursor, lines)
    const operator = operators.find((one) => cursor.text.startsWith(one, cursor.at) && !isOther(cursor, one))
    if (operator === undefined) {
      cursor.at = before
      return left
    }
    if (count >= LONGEST_CHAIN)
      throw new SyntaxFault(cursor.at, `more than ${LONGEST_CHAIN} values are joined by operators here`)
    cursor.at += operator.length
    skip(cursor, true)
    const right = binary(cursor, level + 1, lines)
    left = { is: 'binary', operator, left, right, start: left.start, end: right.end }
  }
}

/** `=>` and `/*` begin with an operator and are none. */
const isOther = ({ text, at }: Cursor, operator: string): boolean =>
  (operator === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) ||
  ((operator === '>' || operator === '<') && text[at + 1] === '=')

const unary = (cursor: Cursor, lines: boolean): Expression => {
  const start = cursor.at
  const operator = ['!', '-'].find((one) => take(cursor, one))
  if (operator === undefined) return accessed(cursor, primary(cursor), lines)
  skip(cursor, lines)
  const of = deeper(cursor, () => unary(cursor, lines))
  return { is: 'unary', operator, of, start, end: of.end }
}

const accessed = (cursor: Cursor, of: Expression, lines: boolean): Expression => {
  const steps: Step[] = []
  for (let step = nextStep(cursor, lines); step; step = nextStep(cursor, lines)) steps.push(step)
  return steps.length === 0 ? of : { is: 'access', of, steps, start: of.start, end: cursor.at }
}

const nextStep = (cursor: Cursor, lines: boolean): Step | undefined => {
  if (lines) skip(cursor, false)
  if (cursor.text[cursor.at] === '.' && !cursor.text.startsWith('...', cursor.at)) {
    cursor.at++
    if (take(cursor, '*')) return { is: 'splat' }
    const number = takeNumber(cursor)
    if (number !== undefined)
      return {
        is: 'index',
        key: { is: 'literal', value: Math.trunc(number), start: cursor.at - 1, end: cursor.at },
      }
    const name = takeWord(cursor)
    if (name === undefined)
      throw new SyntaxFault(cursor.at, 'a name is missing here', 'the name of an attribute')
    return { is: 'name', name }
  }
  if (!take(cursor, '[')) return undefined
  skip(cursor, true)
  if (take(cursor, '*')) {
    skip(cursor, true)
    expectText(cursor, ']')
    return { is: 'splat' }
  }
  const key = readExpression(cursor, true)
  skip(cursor, true)
  expectText(cursor, ']')
  return { is: 'index', key }
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

const primary = (cursor: Cursor): Expression => {
  const start = cursor.at
  const done = <T extends object>(rest: T): T & { start: number; end: number } => ({
    ...rest,
    start,
    end: cursor.at,
  })
  if (take(cursor, '"')) return done({ is: 'template', parts: quoted(cursor, readExpression) } as const)
  const text = heredoc(cursor, readExpression)
  if (text) return done({ is: 'template', parts: text } as const)
  if (take(cursor, '(')) return inBrackets(cursor)
  if (take(cursor, '[')) return { ...listOrFor(cursor), start, end: cursor.at }
  if (take(cursor, '{')) return { ...objectOrFor(cursor), start, end: cursor.at }
  const number = takeNumber(cursor)
  if (number !== undefined) return done({ is: 'literal', value: number } as const)
  const word = takeWord(cursor)
  if (word === undefined) throw new SyntaxFault(cursor.at, 'a value is missing here', 'a value')
  if (Object.hasOwn(WORDS, word))
    return done({ is: 'literal', value: WORDS[word] as boolean | null } as const)
  const name = qualified(cursor, word)
  if (cursor.text[cursor.at] !== '(') return done({ is: 'variable', name } as const)
  cursor.at++
  const { items, spread } = listed(cursor, ')')
  return done({ is: 'call', name, given: items, spread } as const)
}

/** `provider::aws::arn_parse` names a function of a provider. */
const qualified = (cursor: Cursor, word: string): string => {
  let name = word
  while (take(cursor, '::')) name += `::${takeWord(cursor) ?? ''}`
  return name
}

const inBrackets = (cursor: Cursor): Expression => {
  skip(cursor, true)
  const inner = readExpression(cursor, true)
  skip(cursor, true)
  expectText(cursor, ')')
  return inner
}

const listed = (cursor: Cursor, end: string): { items: Expression[]; spread: boolean } => {
  const items: Expression[] = []
  let spread = false
  for (;;) {
    skip(cursor, true)
    if (take(cursor, end)) return { items, spread }
    items.push(readExpression(cursor, true))
    skip(cursor, true)
    if (take(cursor, '...')) spread = true
    skip(cursor, true)
    if (!take(cursor, ',') && cursor.text[cursor.at] !== end)
      throw new SyntaxFault(cursor.at, `\`,\` or \`${end}\` is missing here`, `\`,\` or \`${end}\``)
  }
}

type Unplaced<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never

const listOrFor = (cursor: Cursor): Unplaced<Expression> => {
  skip(cursor, true)
  if (beginsFor(cursor)) return readFor(cursor, ']')
  return { is: 'list', items: listed(cursor, ']').items }
}

const beginsFor = ({ text, at }: Cursor): boolean => /^for\s/.test(text.slice(at, at + 4))

const objectOrFor = (cursor: Cursor): Unplaced<Expression> => {
  skip(cursor, true)
  if (beginsFor(cursor)) return readFor(cursor, '}')
  const items: [Expression, Expression][] = []
  for (;;) {
    skip(cursor, true)
    if (take(cursor, '}')) return { is: 'object', items }
    items.push(member(cursor))
    skip(cursor, false)
    const ended = take(cursor, ',') || /[\r\n}]/.test(cursor.text[cursor.at] ?? '')
    if (!ended)
      throw new SyntaxFault(cursor.at, 'this object goes on where it should not', '`,`, a new line or `}`')
  }
}

const member = (cursor: Cursor): [Expression, Expression] => {
  const start = cursor.at
  const word = takeWord(cursor)
  skip(cursor, false)
  const bare = word !== undefined && /[=:]/.test(cursor.text[cursor.at] ?? '')
  if (!bare) cursor.at = start
  const key: Expression = bare
    ? { is: 'literal', value: word, start, end: start + word.length }
    : readExpression(cursor, false)
  skip(cursor, false)
  if (!take(cursor, '=') && !take(cursor, ':')) throw new SyntaxFault(cursor.at, '`=` is missing here', '`=`')
  skip(cursor, true)
  return [key, readExpression(cursor, false)]
}

const readFor = (cursor: Cursor, end: string): Unplaced<Expression> => {
  takeWord(cursor)
  const names: string[] = []
  do {
    skip(cursor, true)
    names.push(takeWord(cursor) ?? '')
    skip(cursor, true)
  } while (take(cursor, ','))
  if (takeWord(cursor) !== 'in') throw new SyntaxFault(cursor.at, '`in` is missing here', '`in`')
  skip(cursor, true)
  const over = readExpression(cursor, true)
  skip(cursor, true)
  expectText(cursor, ':')
  skip(cursor, true)
  const first = readExpression(cursor, true)
  skip(cursor, true)
  const keyed = take(cursor, '=>')
  if (keyed) skip(cursor, true)
  const value = keyed ? readExpression(cursor, true) : first
  skip(cursor, true)
  const grouped = take(cursor, '...')
  skip(cursor, true)
  const test = /^if\b/.test(cursor.text.slice(cursor.at, cursor.at + 3)) ? readTest(cursor) : undefined
  skip(cursor, true)
  expectText(cursor, end)
  return {
    is: 'for',
    names,
    over,
    value,
    grouped,
    ...(keyed ? { key: first } : {}),
    ...(test ? { test } : {}),
  }
}

const readTest = (cursor: Cursor): Expression => {
  takeWord(cursor)
  skip(cursor, true)
  return readExpression(cursor, true)
}
